using System.Text.RegularExpressions;
using Bot.Retrieval.Analysis;
using Bot.Retrieval.Clauses;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Searching;

/// <summary>
/// Makes a follow-up ("and how long?", 那它呢？) a question of its own without a model: the terms of the question before
/// that it lacks are put behind it. Safe for concurrent use.
/// </summary>
internal sealed partial class FollowUps(QuestionAnalyzer analyzer)
{
    /// <summary>How far back a conversation matters.</summary>
    public const int TurnsRead = 4;

    /// <summary>At most so many earlier questions lend words to one that finds nothing.</summary>
    private const int Reach = 2;

    private const int MatchTimeoutMilliseconds = 1000;

    /// <summary>A question of less than this has no subject of its own. A word weighs 1, a Chinese word of two characters 1.6.</summary>
    private const double LeastSubject = 1.7;

    /// <summary>With so much of its own, a pointing word points inside the question.</summary>
    private const double WholeSubject = 9;

    private const double LeastWeight = 0.3;

    /// <summary>The question, with what it lacks of the earlier ones; itself where it is no follow-up.</summary>
    public Question Standalone(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Earlier.IsDefaultOrEmpty)
        {
            return question;
        }
        // Each turn in the light of the ones before: the third question may still be about the first one's subject.
        var subject = "";
        foreach (var turn in question.Earlier.TakeLast(TurnsRead))
        {
            subject = Join(turn, subject);
        }
        var text = Join(question.Text, subject);
        return text == question.Text ? question : question.WithText(text);
    }

    /// <summary>The question with the words that it lacks of the one before, then of the one before that as well.</summary>
    public IEnumerable<Question> Completed(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var text = question.Text;
        foreach (var earlier in question.Earlier.Reverse().Take(Reach))
        {
            var own = TermsOf(text);
            var lent = string.Join(' ', Pieces(earlier, dropClauses: false).Where(piece => TermsOf(piece).Except(own).Any()));
            if (lent.Length > 0)
            {
                text = $"{text} {lent}";
                yield return question.WithText(text);
            }
        }
    }

    /// <summary>
    /// Whether a passage has a word of the follow-up's own. One that only has the borrowed words answers the earlier
    /// question once more, and "thanks!" is no question. A bare "why?" has none and asks about what was asked before.
    /// </summary>
    /// <param name="found">By the completed question.</param>
    /// <param name="asked">What was found for the follow-up by itself.</param>
    public static bool IsAbout(RetrievedPassage found, RetrievalResult asked)
    {
        var terms = found.IsTranslated ? asked.Translated : asked.Terms;
        return terms.Count == 0
            ? Asks().IsMatch(TextFolder.FoldToString(asked.Question.Text))
            : LexicalSearch.Score(found.Number, terms, asked.Snapshot.Lexical) > 0;
    }

    /// <summary>Whether it can't be understood without the turns before.</summary>
    public bool IsFollowUp(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return !question.Earlier.IsDefaultOrEmpty && LacksSubject(question.Text);
    }

    private bool LacksSubject(string text)
    {
        if (!ClauseParser.FindAll(text).IsEmpty && !Pointer().IsMatch(TextFolder.FoldToString(text)))
        {
            return false;
        }
        var weight = analyzer.Analyze(text).Sum(term => term.Certainty);
        return weight < LeastSubject || (weight < WholeSubject && Pointer().IsMatch(TextFolder.FoldToString(text)));
    }

    private string Join(string text, string subject)
    {
        if (subject.Length == 0 || !LacksSubject(text))
        {
            return text;
        }
        var own = TermsOf(text);
        var pieces = Pieces(subject, dropClauses: !ClauseParser.FindAll(text).IsEmpty)
            .Where(piece => TermsOf(piece).Except(own).Any() && !IsReplaced(piece, text));
        return string.Join(' ', pieces.Prepend(text));
    }

    // The stretches of a question that weigh something: what asks, and grammar, falls out.
    private List<string> Pieces(string text, bool dropClauses)
    {
        var pieces = new List<TextSpan>();
        var clauses = dropClauses ? ClauseParser.FindAll(text) : [];
        foreach (var term in analyzer.Analyze(text).Where(term => term.Weight >= LeastWeight && !clauses.Any(mention => mention.Span.Overlaps(term.Span))).OrderBy(term => term.Span.Start))
        {
            if (pieces.Count > 0 && term.Span.Start <= pieces[^1].End)
            {
                pieces[^1] = TextSpan.FromBounds(pieces[^1].Start, Math.Max(pieces[^1].End, term.Span.End));
            }
            else
            {
                pieces.Add(term.Span);
            }
        }
        return [.. pieces.Select(piece => piece.In(text).ToString())];
    }

    // "What about Anthropic?" asks the same of another: the first one's name would find the first one's answer again.
    private static bool IsReplaced(string piece, string text) =>
        Instead().IsMatch(TextFolder.FoldToString(text))
        && ((IsCapitalised(piece) && Capitalised().Matches(text).Any(word => word.Index > 0)) || (IsNumber(piece) && text.Any(char.IsDigit)));

    private static bool IsCapitalised(string piece) => char.IsUpper(piece[0]);

    private static bool IsNumber(string piece) => piece.All(char.IsDigit);

    private HashSet<string> TermsOf(string text) => [.. analyzer.Analyze(text).Where(term => term.Weight >= LeastWeight).Select(term => term.Text)];

    [GeneratedRegex(
        @"(?<!其)[他她它]|该|此(?!外)|这|那|(?<![与及尤])其(?!他|它|实|中|余)|前者|后者|上述|上面|刚才|还有|另外|然后|之后|后来|以前|之前|同样|具体|呢|^(那|那么|还|又|也|再|为什么|为何|怎么|谁|何时|多少|哪)"
        + @"|\b(he|him|his|she|her|hers|it|its|they|them|their|this|that|these|those|there|then|such|same|else|also|too|one|ones|former|latter|afterwards?|before that|after that|instead)\b|^(and|but|so|or|what about|how about|what else|why|which one|who else|since when|for how long|by whom)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMilliseconds)]
    private static partial Regex Pointer();

    [GeneratedRegex(@"为什么|为何|怎么|如何|谁|何时|哪|多少|多久|\b(why|how|who|when|where|which|what)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMilliseconds)]
    private static partial Regex Asks();

    [GeneratedRegex(@"^(and|but|or|what about|how about)\b|呢[?？]?\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMilliseconds)]
    private static partial Regex Instead();

    [GeneratedRegex(@"\b\p{Lu}\w+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMilliseconds)]
    private static partial Regex Capitalised();
}
