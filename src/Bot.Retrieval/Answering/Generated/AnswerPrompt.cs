using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.Retrieval.Searching;
using Bot.Retrieval.Text;
using Microsoft.Extensions.AI;

namespace Bot.Retrieval.Answering.Generated;

/// <summary>What a model is told for one question.</summary>
internal sealed class AnswerPrompt
{
    private const int MostSentences = 6;
    private const int LongestTitle = 160;
    private const string LeftOut = "[…]";

    private AnswerPrompt(string system, string user) => (System, User) = (system, user);

    /// <summary>The rules.</summary>
    public string System { get; }

    /// <summary>The passages and the question.</summary>
    public string User { get; }

    public ImmutableArray<ChatMessage> Messages => [new(ChatRole.System, System), new(ChatRole.User, User)];

    public static AnswerPrompt Of(Question question, ImmutableArray<OfferedPassage> offered, int longestPassage)
    {
        ArgumentNullException.ThrowIfNull(question);
        var text = Question(question.Text);
        var passages = offered.Select(passage => (passage, Text: TextOf(passage, longestPassage))).ToList();
        var mark = MarkOf(passages.Select(passage => passage.Text).Append(text));
        var user = new StringBuilder();
        foreach (var (passage, words) in passages)
        {
            user.Append(mark).Append(" passage ").Append(passage.Number.ToString(CultureInfo.InvariantCulture)).Append(": ").Append(HeadingOf(passage)).Append('\n');
            user.Append(words).Append('\n');
        }
        user.Append(mark).Append(" question\n").Append(text).Append('\n').Append(mark).Append(" end\n");
        var system = PromptFile.Answer.Render(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["sentences"] = MostSentences.ToString(CultureInfo.InvariantCulture),
            ["language"] = NameOf(question.Language),
            ["refusal"] = GeneratedTextReader.RefusalToken,
            ["mark"] = mark,
        });
        return new(system, user.ToString());
    }

    /// <summary>What the model is told when sentences failed the check.</summary>
    public static string Repair(IEnumerable<SentenceVerdict> failed)
    {
        var problems = string.Join('\n', failed.Select(verdict => $"- {verdict.Sentence}\n  {Problem(verdict)}"));
        return PromptFile.Repair.Render(new Dictionary<string, string>(StringComparer.Ordinal) { ["problems"] = problems });
    }

    /// <summary>
    /// A mark that nobody can have written into the texts: it is made from all of them, so that whoever puts one in changes it.
    /// </summary>
    public static string MarkOf(IEnumerable<string> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in texts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(text));
            hash.AppendData([0]);
        }
        return "=====" + Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }

    /// <summary>One line, visible characters only.</summary>
    public static string Line(string text, int longest)
    {
        var line = string.Join(' ', OutgoingText.WithoutInvisible(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= longest ? line : line[..longest];
    }

    private static string Question(string text) => Line(text, Searching.Question.MaximumLength);

    private static string TextOf(OfferedPassage offered, int longest)
    {
        var passage = offered.Passage;
        var text = new StringBuilder();
        var position = passage.Span.Start;
        for (var i = 0; i < passage.Sentences.Length; i++)
        {
            var sentence = passage.Sentences[i];
            text.Append(passage.Document.Text, position, sentence.Start - position);
            text.Append(offered.Instructions[i] ? LeftOut : sentence.In(passage.Document.Text));
            position = sentence.End;
        }
        text.Append(passage.Document.Text, position, passage.Span.End - position);
        return text.Length <= longest ? text.ToString() : string.Concat(text.ToString().AsSpan(0, longest), LeftOut);
    }

    // A title that talks to the model is no title.
    private static string HeadingOf(OfferedPassage offered)
    {
        var passage = offered.Passage;
        string[] parts = [passage.Document.Title, .. passage.HeadingPath, passage.Document.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""];
        return string.Join(" / ", parts.Where(part => part.Length > 0 && !InstructionScan.IsInstruction(part)).Select(part => Line(part, LongestTitle)));
    }

    private static string NameOf(TextLanguage language) => language switch
    {
        TextLanguage.SimplifiedChinese => "Chinese in Simplified characters (简体中文)",
        TextLanguage.TraditionalChinese => "Chinese in Traditional characters (繁體中文)",
        _ => "English",
    };

    private static string Problem(SentenceVerdict verdict) => verdict.Fault switch
    {
        SentenceFault.Uncited => "It names no passage.",
        SentenceFault.InventedQuote => "The words copied under it don't stand in that passage in one piece.",
        SentenceFault.WrongNumber => $"The words copied under it don't give “{verdict.Detail}”.",
        SentenceFault.WrongClause => $"The words copied under it don't speak of {verdict.Detail}.",
        SentenceFault.WrongName => $"The words copied under it don't name “{verdict.Detail}”.",
        SentenceFault.WrongPassage => "Another passage says this, not the one it names.",
        _ => "The words copied under it don't say this.",
    };
}
