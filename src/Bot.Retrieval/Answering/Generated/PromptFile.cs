using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Bot.Retrieval.Answering.Generated;

/// <summary>A prompt that the program carries, by name and version: <c>Prompts/answer.v1.txt</c>.</summary>
/// <remarks>A changed prompt gets a new version, so that logs and evaluations say which one was used.</remarks>
internal sealed partial class PromptFile
{
    private const int MatchTimeoutMilliseconds = 1000;
    private static readonly ConcurrentDictionary<string, PromptFile> Files = new(StringComparer.Ordinal);

    private readonly string _template;

    private PromptFile(string name)
    {
        Name = name;
        using var stream = typeof(PromptFile).Assembly.GetManifestResourceStream($"Bot.Retrieval.Answering.Generated.Prompts.{name}.txt")
            ?? throw new InvalidOperationException($"The program was built without its prompt {name}.");
        using var reader = new StreamReader(stream);
        _template = reader.ReadToEnd().ReplaceLineEndings("\n").TrimEnd();
    }

    public static PromptFile Answer => Get("answer.v1");

    public static PromptFile Repair => Get("repair.v1");

    public static PromptFile Condense => Get("condense.v1");

    public string Name { get; }

    /// <summary>Puts the values in the places of <c>{{name}}</c>. Values are put in once: what looks like a place in a value stays as it is.</summary>
    /// <exception cref="KeyNotFoundException">The prompt has a place that no value is for.</exception>
    public string Render(IReadOnlyDictionary<string, string> values) => Place().Replace(_template, match => values[match.Groups["name"].Value]);

    private static PromptFile Get(string name) => Files.GetOrAdd(name, static name => new(name));

    [GeneratedRegex(@"\{\{(?<name>\w+)\}\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMilliseconds)]
    private static partial Regex Place();
}
