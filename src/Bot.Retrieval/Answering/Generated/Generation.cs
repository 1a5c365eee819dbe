using System.Collections.Immutable;
using Microsoft.Extensions.AI;

namespace Bot.Retrieval.Answering.Generated;

/// <summary>One answer of a model: asked, checked sentence by sentence as it streams, and mended once. Not safe for concurrent use.</summary>
internal sealed class Generation(ModelCall call, AnswerPrompt prompt, GeneratedTextChecker checker, Action<string>? draft)
{
    /// <summary>More is no answer but a model that can't stop.</summary>
    private const int MostSentences = 40;

    private readonly List<CheckedSentence> _sentences = [];
    private readonly List<SentenceVerdict> _verdicts = [];

    /// <summary>Every sentence that the model wrote, in order.</summary>
    public ImmutableArray<SentenceVerdict> Verdicts => [.. _verdicts];

    /// <summary>Whether the model said that the passages don't answer, and nothing else.</summary>
    public bool IsRefusal { get; private set; }

    /// <returns>The sentences that may be shown; none where the model refused or nothing held.</returns>
    /// <exception cref="ModelException">The model gave nothing that can be used.</exception>
    public async Task<IReadOnlyList<CheckedSentence>> RunAsync()
    {
        var said = new System.Text.StringBuilder();
        var first = await ReadAsync(prompt.Messages, said, isRepair: false);
        _sentences.AddRange(first);
        var failed = _verdicts.FindAll(verdict => !verdict.IsKept && verdict.Fault != SentenceFault.Instruction);
        if (failed.Count > 0)
        {
            await RepairAsync(said.ToString(), failed);
        }
        IsRefusal &= _verdicts.Count == 0;
        return _sentences.FindAll(sentence => sentence.Verdict.IsKept);
    }

    private async Task RepairAsync(string said, List<SentenceVerdict> failed)
    {
        List<CheckedSentence> mended;
        try
        {
            mended = await ReadAsync(
                [.. prompt.Messages, new(ChatRole.Assistant, said), new(ChatRole.User, AnswerPrompt.Repair(failed))], said: null, isRepair: true);
        }
        catch (ModelException) when (_sentences.Exists(sentence => sentence.Verdict.IsKept))
        {
            // What held is an answer without the rest.
            return;
        }
        var kept = new Queue<CheckedSentence>(mended.Where(sentence => sentence.Verdict.IsKept));
        for (var i = 0; i < _sentences.Count && kept.Count > 0; i++)
        {
            if (!_sentences[i].Verdict.IsKept)
            {
                _sentences[i] = kept.Dequeue();
            }
        }
        Show([]);
    }

    private async Task<List<CheckedSentence>> ReadAsync(IEnumerable<ChatMessage> messages, System.Text.StringBuilder? said, bool isRepair)
    {
        var reader = new GeneratedTextReader();
        var read = new List<CheckedSentence>();
        var isCut = await call.StreamAsync(messages, text =>
        {
            said?.Append(text);
            Take(reader.Add(text), read, isRepair);
        });
        Take(reader.Complete(isCut), read, isRepair);
        IsRefusal |= !isRepair && reader.IsRefusal;
        if (read.Count == 0 && !reader.IsRefusal)
        {
            throw new ModelException(ModelFailure.Malformed, "the model wrote no sentence");
        }
        return read;
    }

    private void Take(IEnumerable<GeneratedSentence> sentences, List<CheckedSentence> read, bool isRepair)
    {
        foreach (var sentence in sentences)
        {
            if (read.Count == MostSentences)
            {
                return;
            }
            var result = checker.Check(sentence);
            result = result with { Verdict = result.Verdict with { IsRepair = isRepair } };
            read.Add(result);
            _verdicts.Add(result.Verdict);
            if (result.Verdict.IsKept)
            {
                Show(read);
            }
        }
    }

    private void Show(List<CheckedSentence> read) => draft?.Invoke(GeneratedAnswer.Of(_sentences.Concat(read)).Text);
}
