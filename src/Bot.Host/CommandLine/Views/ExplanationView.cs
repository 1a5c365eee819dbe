using Bot.Host.Texts;
using Bot.Retrieval.Answering;
using Bot.Retrieval.Evaluation;
using Bot.Retrieval.Text;
using Spectre.Console;

namespace Bot.Host.CommandLine.Views;

/// <summary>Prints how a question came to its answer: the answer, what made it sure, the ranking, and the words that met.</summary>
internal static class ExplanationView
{
    public static void Write(IAnsiConsole console, QuestionExplanation explanation)
    {
        Say(console, $"{explanation.Set.Name} · {explanation.Question.Id} · {explanation.Question.Question}");
        Say(console, RightPassage(explanation));
        console.WriteLine();
        AnswerView.Write(console, ConsoleTexts.Of(TextLanguage.English), explanation.Answer);
        console.WriteLine();
        WriteSignals(console, explanation);
        WritePassages(console, explanation);
        WriteTerms(console, "Terms against the best passage", explanation.Terms);
        if (!explanation.GoldTerms.IsEmpty)
        {
            WriteTerms(console, $"Terms against the right passage, rank {explanation.Gold!.Rank}: {explanation.Gold.Name}", explanation.GoldTerms);
        }
    }

    private static string RightPassage(QuestionExplanation explanation) => (explanation.Question.Gold ?? explanation.Question.Documents) switch
    {
        null or [] => "Nothing in the corpus answers it.",
        { } right when explanation.Gold is { } gold => $"Right: {string.Join(", ", right)} (rank {gold.Rank})",
        { } right => $"Right: {string.Join(", ", right)} (not found)",
    };

    private static void WriteSignals(IAnsiConsole console, QuestionExplanation explanation)
    {
        var kind = explanation.AcrossLanguages ? "across languages" : "own language";
        Say(console, $"Confidence {Tables.Share(explanation.Answer.Confidence)}, threshold {Tables.Share(explanation.Threshold)}, {kind}");
        var table = Tables.Of("signal", "value", "weight", "adds");
        Tables.Row(table, "intercept", "", "", Tables.Signed(explanation.Intercept));
        foreach (var signal in explanation.Signals)
        {
            Tables.Row(table, ConfidenceTableFile.NameOf(signal.Signal), Tables.Share(signal.Value), Tables.Signed(signal.Weight), Tables.Signed(signal.Contribution));
        }
        console.Write(table);
    }

    private static void WritePassages(IAnsiConsole console, QuestionExplanation explanation)
    {
        Say(console, "Passages");
        var table = Tables.Of("rank", "right", "score", "words", "vectors", "found by");
        table.AddColumn("passage");
        foreach (var passage in explanation.Passages)
        {
            Tables.Row(table,
            [
                Tables.Whole(passage.Rank), passage.IsRight ? "✓" : "", Tables.Share(passage.Score), Tables.Share(passage.LexicalScore),
                Tables.Share(passage.VectorScore), passage.IsTranslated ? "translation" : "own words", $"{passage.Name} · {passage.Title} · {passage.Start}",
            ]);
        }
        console.Write(table);
    }

    private static void WriteTerms(IAnsiConsole console, string title, IEnumerable<ExplainedTerm> terms)
    {
        Say(console, title);
        var table = Tables.Of("term", "in ranking", "in confidence", "sentence", "text", "title", "passage has");
        foreach (var term in terms)
        {
            Tables.Row(table,
            [
                term.Text, Tables.Signed(term.Mass), Tables.Signed(term.Weight), Tables.Share(term.InSentence), Tables.Share(term.InPassage),
                Tables.Share(term.InTitle), term.Wording ?? (term.IsKnown ? "–" : "– (nor any other)"),
            ]);
        }
        console.Write(table);
    }

    private static void Say(IAnsiConsole console, string text) => Place.Paragraph(console, new Paragraph(SafeText.OneLine(text)));
}
