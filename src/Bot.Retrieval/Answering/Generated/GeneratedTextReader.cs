using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Retrieval.Answering.Generated;

/// <summary>
/// Reads a model's output as it streams: sentences with numbers in brackets, and under each the lines that quote
/// (<c>&gt; [1] words</c>). A sentence is handed out once the line after its quotes has begun. Not safe for concurrent use.
/// </summary>
internal sealed partial class GeneratedTextReader
{
    /// <summary>What the model writes where the passages don't answer.</summary>
    public const string RefusalToken = "NOT_IN_PASSAGES";

    private const int MatchTimeoutMilliseconds = 1000;
    private const string ThoughtStart = "<think>";
    private const string ThoughtEnd = "</think>";

    private readonly StringBuilder _line = new();
    private readonly List<GeneratedQuote> _quotes = [];
    private ImmutableArray<(string Text, ImmutableArray<int> Numbers)> _sentences = [];
    private bool _isThinking;

    /// <summary>Whether the model said that the passages don't answer.</summary>
    public bool IsRefusal { get; private set; }

    /// <summary>Sentences that are complete now.</summary>
    public IReadOnlyList<GeneratedSentence> Add(string piece)
    {
        ArgumentNullException.ThrowIfNull(piece);
        var complete = new List<GeneratedSentence>();
        foreach (var character in piece)
        {
            if (character is '\n' or '\r')
            {
                EndLine(complete);
            }
            else
            {
                // Whatever begins now is no quote of the sentence before, so nothing more comes of that.
                if (_line.Length == 0 && character is not ('>' or '＞') && !char.IsWhiteSpace(character))
                {
                    EndSentences(complete);
                }
                _line.Append(character);
            }
        }
        return complete;
    }

    /// <summary>What is left when the stream has ended.</summary>
    /// <param name="isCut">Whether the model was stopped in the middle, so that its last line can't be trusted.</param>
    public IReadOnlyList<GeneratedSentence> Complete(bool isCut)
    {
        var complete = new List<GeneratedSentence>();
        if (isCut)
        {
            _line.Clear();
        }
        EndLine(complete);
        EndSentences(complete);
        return complete;
    }

    private void EndLine(List<GeneratedSentence> complete)
    {
        var line = WithoutThought(_line.ToString()).Trim();
        _line.Clear();
        if (line.Length == 0 || line.StartsWith("```", StringComparison.Ordinal))
        {
            return;
        }
        if (line.Contains(RefusalToken, StringComparison.Ordinal))
        {
            IsRefusal = true;
            return;
        }
        if (line[0] is '>' or '＞')
        {
            AddQuote(line[1..].Trim());
            return;
        }
        EndSentences(complete);
        _sentences = CitationMarkers.Split(Bullet().Replace(line, ""));
    }

    // Some models think aloud first.
    private string WithoutThought(string line)
    {
        if (_isThinking)
        {
            var end = line.IndexOf(ThoughtEnd, StringComparison.Ordinal);
            if (end < 0)
            {
                return "";
            }
            _isThinking = false;
            line = line[(end + ThoughtEnd.Length)..];
        }
        var start = line.IndexOf(ThoughtStart, StringComparison.Ordinal);
        if (start < 0)
        {
            return line;
        }
        _isThinking = true;
        return line[..start] + WithoutThought(line[(start + ThoughtStart.Length)..]);
    }

    private void AddQuote(string line)
    {
        var match = QuoteNumber().Match(line);
        if (match.Success)
        {
            _quotes.Add(new(int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture), QuotationMarks.Strip(match.Groups["words"].Value)));
        }
        else if (_sentences is [.., (_, [var only])])
        {
            _quotes.Add(new(only, QuotationMarks.Strip(line)));
        }
    }

    private void EndSentences(List<GeneratedSentence> complete)
    {
        foreach (var (text, numbers) in _sentences)
        {
            complete.Add(new(text, numbers, [.. _quotes.Where(quote => numbers.Contains(quote.Number))]));
        }
        _sentences = [];
        _quotes.Clear();
    }

    [GeneratedRegex(@"^[\[［【]?\s*(?<number>[0-9]{1,3})\s*[\]］】:：]\s*[:：]?\s*(?<words>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMilliseconds)]
    private static partial Regex QuoteNumber();

    [GeneratedRegex(@"^(?:[-*•·]|[0-9]{1,2}[.)、])\s+", RegexOptions.CultureInvariant, MatchTimeoutMilliseconds)]
    private static partial Regex Bullet();
}
