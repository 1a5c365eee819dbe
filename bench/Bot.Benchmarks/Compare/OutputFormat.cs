namespace Bot.Benchmarks.Compare;

/// <summary>How rows are printed.</summary>
internal enum OutputFormat
{
    /// <summary>A line each as soon as it is measured, for someone who waits.</summary>
    Lines,

    Json,

    /// <summary>Tables when all are measured.</summary>
    Markdown,
}
