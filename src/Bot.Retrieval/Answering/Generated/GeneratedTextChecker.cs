using System.Collections.Immutable;
using Bot.Retrieval.Analysis;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Lexicon;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Answering.Generated;

/// <summary>
/// Decides which sentences of a model may be shown. A sentence stays where the words it quotes stand in the passage it
/// names, those words have each number, clause and name that it gives, and say most of the rest. For one question; not safe
/// for concurrent use.
/// </summary>
internal sealed class GeneratedTextChecker(
    QuestionAnalyzer analyzer, QuestionTranslator translator, NameCheck names, IndexSnapshot snapshot, ImmutableArray<OfferedPassage> offered, PromptLeak leak)
{
    /// <summary>The share of a sentence that the quoted words must say; less across languages, where a translation is never complete.</summary>
    internal const double LeastSupport = 0.4;

    internal const double LeastForeignSupport = 0.2;

    /// <summary>A passage that says so much more of it is the one that should have been named.</summary>
    internal const double PassageMargin = 0.2;

    /// <summary>A citation that says less beside others isn't one.</summary>
    private const double LeastShareOfCitation = 0.12;

    /// <summary>Shorter words in quotation marks are a manner of speaking.</summary>
    private const int LeastQuotedLetters = 12;

    private readonly ImmutableArray<Uri> _links = [.. offered.Select(passage => passage.Passage.Document.Link).OfType<Uri>().Distinct()];

    public CheckedSentence Check(GeneratedSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var text = OutgoingText.Clean(sentence.Text, _links);
        var cited = offered.Where(passage => sentence.Numbers.Contains(passage.Number)).ToList();
        if (cited.Count == 0 || !text.Any(char.IsLetterOrDigit))
        {
            return Drop(text, SentenceFault.Uncited, string.Join(", ", sentence.Numbers));
        }
        if (leak.IsIn(text))
        {
            return Drop(text, SentenceFault.Instruction, "");
        }
        var support = new SentenceSupport(analyzer, translator, snapshot, text);
        var evidence = EvidenceOf(sentence, cited, support);
        if (evidence.Count == 0)
        {
            return Drop(text, SentenceFault.InventedQuote, sentence.Quotes[0].Words);
        }
        if (evidence.RemoveAll(piece => piece.IsInstruction) > 0 && evidence.Count == 0)
        {
            return Drop(text, SentenceFault.Instruction, "");
        }
        if (WithCheckedQuotation(text, cited, support) is not { } quoted)
        {
            return Drop(text, SentenceFault.InventedQuote, text);
        }
        return CheckFacts(quoted, evidence) ?? CheckSupport(quoted, evidence, cited, support);
    }

    private static List<Evidence> EvidenceOf(GeneratedSentence sentence, List<OfferedPassage> cited, SentenceSupport support)
    {
        var evidence = new List<Evidence>();
        foreach (var passage in cited)
        {
            var quotes = sentence.Quotes.Where(quote => quote.Number == passage.Number).ToList();
            if (quotes.Count == 0)
            {
                evidence.Add(support.Best(passage).Evidence);
            }
            // The same words may stand in several places; the one that fits best is meant.
            evidence.AddRange(quotes
                .Select(quote => passage.Find(quote.Words).Select(place => Evidence.Around(passage, place)).MaxBy(support.In))
                .OfType<Evidence>());
        }
        return [.. evidence.Distinct()];
    }

    // Words in quotation marks are somebody's own: letter for letter, or not in quotation marks.
    private static string? WithCheckedQuotation(string text, List<OfferedPassage> cited, SentenceSupport support)
    {
        var plain = text;
        foreach (var (open, close) in QuotationMarks.Find(text).Reverse())
        {
            var words = text[(open + 1)..close];
            if (cited.Exists(passage => passage.Find(words).Count > 0))
            {
                continue;
            }
            if (words.Count(char.IsLetterOrDigit) >= LeastQuotedLetters && !cited.TrueForAll(support.IsForeign))
            {
                return null;
            }
            plain = plain.Remove(close, 1).Remove(open, 1);
        }
        return plain;
    }

    private CheckedSentence? CheckFacts(string text, List<Evidence> evidence)
    {
        var (clause, clauses) = ClauseCheck.Check(text, evidence, snapshot.Clauses);
        if (clause is not null)
        {
            return Drop(text, SentenceFault.WrongClause, clause);
        }
        // The 1047 of SB 1047 is part of a name.
        List<TextSpan> named = [.. clauses, .. Identifiers.Find(text).Select(identifier => identifier.Span)];
        if (QuantityCheck.FirstMissing(text, evidence.SelectMany(piece => (string[])[piece.TextFromQuoted, piece.Heading]), named) is { } number)
        {
            return Drop(text, SentenceFault.WrongNumber, number);
        }
        var numbers = NumberNormalizer.FindAll(text).Select(quantity => quantity.Span).Where(span => !named.Exists(other => other.Overlaps(span)));
        return names.FirstMissing(text, evidence, [.. clauses, .. numbers]) is { } name ? Drop(text, SentenceFault.WrongName, name) : null;
    }

    private CheckedSentence CheckSupport(string text, List<Evidence> evidence, List<OfferedPassage> cited, SentenceSupport support)
    {
        var share = support.In(evidence);
        var better = offered.Except(cited)
            .Where(passage => evidence.Exists(piece => support.IsForeign(piece.Offered) == support.IsForeign(passage)))
            .Select(passage => support.Best(passage).Share)
            .DefaultIfEmpty(0)
            .Max();
        if (better > share + PassageMargin)
        {
            return Drop(text, SentenceFault.WrongPassage, "");
        }
        if (share < (evidence.TrueForAll(piece => support.IsForeign(piece.Offered)) ? LeastForeignSupport : LeastSupport))
        {
            return Drop(text, SentenceFault.Unsupported, "");
        }
        var bearing = evidence.FindAll(piece => evidence.Count == 1 || support.In(piece) >= LeastShareOfCitation);
        return new(new(text, SentenceFault.None, ""), [.. bearing]);
    }

    private static CheckedSentence Drop(string text, SentenceFault fault, string detail) => new(new(text, fault, detail), []);
}
