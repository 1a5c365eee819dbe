using Bot.Retrieval.Passages;
using Bot.Retrieval.Searching;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Answering.Generated;

/// <summary>A passage as a model gets it: numbered, and prepared for finding what is quoted from it. Not safe for concurrent use.</summary>
internal sealed class OfferedPassage(int number, RetrievedPassage found)
{
    private const int MostPlaces = 8;

    /// <summary>Shorter ones stand anywhere and show nothing.</summary>
    private const int LeastLetters = 4;

    private FoldedText? _letters;
    private InstructionScan? _instructions;

    /// <summary>From 1, as the prompt shows it.</summary>
    public int Number => number;

    public RetrievedPassage Found => found;

    public Passage Passage => found.Passage;

    /// <summary>Which of its sentences tell a model what to do.</summary>
    public InstructionScan Instructions => _instructions ??= InstructionScan.Of(Passage);

    /// <summary>Whether anything about it, its title and headings included, tells a model what to do.</summary>
    public bool TalksToModels => Instructions.Any || InstructionScan.IsInstruction(Passage.Document.Title) || Passage.HeadingPath.Any(InstructionScan.IsInstruction);

    private FoldedText Letters => _letters ??= WithoutSpace(Passage.Text);

    /// <summary>
    /// Where words stand in one piece, in the document's coordinates: letter for letter, but for width, case, script and
    /// white space. At most eight places; none for fewer than four letters.
    /// </summary>
    public IReadOnlyList<TextSpan> Find(string words)
    {
        var wanted = WithoutSpace(words).Text.Trim('.', '…', '。', ',', ';', '；', '、', ':', '!', '?');
        var places = new List<TextSpan>();
        if (wanted.Count(char.IsLetterOrDigit) < LeastLetters)
        {
            return places;
        }
        for (var at = Letters.Text.IndexOf(wanted, StringComparison.Ordinal);
            at >= 0 && places.Count < MostPlaces;
            at = Letters.Text.IndexOf(wanted, at + 1, StringComparison.Ordinal))
        {
            if (IsWhole(at, at + wanted.Length))
            {
                // Not all the way to the next letter: the white space before it isn't quoted.
                var start = Letters.Origins[at];
                var end = Letters.ToSource(new(at + wanted.Length - 1, 1)).End;
                places.Add(TextSpan.FromBounds(Passage.Span.Start + start, Passage.Span.Start + end).TrimEnd(Passage.Document.Text));
            }
        }
        return places;
    }

    /// <summary>The numbers of the sentences that a span touches: first and last.</summary>
    public (int First, int Last) SentencesOf(TextSpan span)
    {
        var sentences = Passage.Sentences;
        var first = 0;
        while (first + 1 < sentences.Length && sentences[first].End <= span.Start)
        {
            first++;
        }
        var last = first;
        while (last + 1 < sentences.Length && sentences[last + 1].Start < span.End)
        {
            last++;
        }
        return (first, last);
    }

    // Half a number or word isn't what the passage says: 100 of 1000.
    private bool IsWhole(int start, int end) => !Joins(start) && !Joins(end);

    private bool Joins(int position)
    {
        var text = Letters.Text;
        return position > 0
            && position < text.Length
            && Characters.IsWordCharacter(text[position - 1])
            && Characters.IsWordCharacter(text[position])
            && Letters.Origins[position] == Letters.Origins[position - 1] + 1;
    }

    private static FoldedText WithoutSpace(string text)
    {
        var folded = TextFolder.Fold(text);
        var letters = new System.Text.StringBuilder(folded.Text.Length);
        var origins = new List<int>(folded.Text.Length + 1);
        for (var i = 0; i < folded.Text.Length; i++)
        {
            if (!char.IsWhiteSpace(folded.Text[i]))
            {
                letters.Append(Plain(folded.Text[i]));
                origins.Add(folded.Origins[i]);
            }
        }
        origins.Add(text.Length);
        return new(letters.ToString(), [.. origins]);
    }

    // Models type the straight ones.
    private static char Plain(char character) => character switch
    {
        '“' or '”' or '„' or '「' or '」' or '『' or '』' => '"',
        '‘' or '’' => '\'',
        '–' or '—' or '‐' or '‑' => '-',
        _ => character,
    };
}
