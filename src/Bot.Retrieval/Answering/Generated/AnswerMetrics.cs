using System.Diagnostics.Metrics;

namespace Bot.Retrieval.Answering.Generated;

/// <summary>Counts what language models do to answers.</summary>
public sealed class AnswerMetrics : IDisposable
{
    /// <summary>Of the meter.</summary>
    public const string MeterName = "Bot.Retrieval";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _fallbacks;
    private readonly Counter<long> _sentences;
    private readonly Counter<long> _tokens;
    private readonly Counter<long> _embeddingFailures;
    private readonly Histogram<double> _duration;

    public AnswerMetrics()
    {
        _fallbacks = _meter.CreateCounter<long>("bot.answers.fallbacks", description: "Answers that were extractive though a model is configured, by reason.");
        _sentences = _meter.CreateCounter<long>("bot.answers.sentences", description: "Sentences that a model wrote, by what became of them.");
        _tokens = _meter.CreateCounter<long>("bot.answers.tokens", description: "Tokens read and written by the model.");
        _embeddingFailures = _meter.CreateCounter<long>("bot.embeddings.failures", description: "Questions and reloads for which the embedding endpoint gave nothing.");
        _duration = _meter.CreateHistogram<double>("bot.answers.model.duration", unit: "s", description: "From the first call of the model to the checked answer.");
    }

    public void FellBack(ModelFailure failure) => _fallbacks.Add(1, new KeyValuePair<string, object?>("reason", failure.ToString()));

    public void Checked(SentenceVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        _sentences.Add(1, new KeyValuePair<string, object?>("fault", verdict.Fault.ToString()));
    }

    public void Generated(TimeSpan elapsed, long inputTokens, long outputTokens)
    {
        _duration.Record(elapsed.TotalSeconds);
        _tokens.Add(inputTokens, new KeyValuePair<string, object?>("direction", "input"));
        _tokens.Add(outputTokens, new KeyValuePair<string, object?>("direction", "output"));
    }

    public void EmbeddingFailed(bool reload) => _embeddingFailures.Add(1, new KeyValuePair<string, object?>("reload", reload));

    public void Dispose() => _meter.Dispose();
}
