using Bot.Retrieval.Tests.Lexicon;

namespace Bot.Retrieval.Tests.Builders;

/// <summary>The documents that ship with the program, loaded once for a class of tests.</summary>
public sealed class LoadedSeeds : IAsyncLifetime
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "seeds");

    internal TestRetrieval Retrieval { get; } = new();

    public Task InitializeAsync() => Retrieval.LoadAsync(Folder);

    public Task DisposeAsync()
    {
        Retrieval.Dispose();
        return Task.CompletedTask;
    }
}
