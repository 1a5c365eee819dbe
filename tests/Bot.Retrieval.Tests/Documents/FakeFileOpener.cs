using Bot.Retrieval.Documents;

namespace Bot.Retrieval.Tests.Documents;

/// <summary>Opens what a test says.</summary>
internal sealed class FakeFileOpener(Func<Stream> open) : IFileOpener
{
    public int Opened { get; private set; }

    public Stream Open(string path)
    {
        Opened++;
        return open();
    }
}
