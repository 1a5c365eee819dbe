using System.Runtime.InteropServices;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Indexing;

/// <summary>What embedding a text locally needs room for. A build embeds each passage: making it anew would be most of the work.</summary>
internal sealed class EmbeddingScratch
{
    private const int UsualFeatures = 1024;
    private const int MostKept = 32 * 1024;

    [ThreadStatic]
    private static EmbeddingScratch? _kept;

    /// <summary>The highest weight of each feature, and how often it was counted.</summary>
    public Dictionary<ulong, (double Weight, int Count)> Features { get; } = new(UsualFeatures);

    public List<TextSpan> Words { get; } = [];

    /// <summary>This thread's, empty. Nobody else gets it until it is given back.</summary>
    public static EmbeddingScratch Take()
    {
        var taken = _kept ?? new();
        _kept = null;
        return taken;
    }

    /// <summary>For the thread's next text, unless a huge one made it large.</summary>
    public void GiveBack()
    {
        Features.Clear();
        Words.Clear();
        _kept = Features.Capacity <= MostKept ? this : null;
    }

    public void Count(ulong feature, double weight)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(Features, feature, out var exists);
        known = exists ? (Math.Max(weight, known.Weight), known.Count + 1) : (weight, 1);
    }
}
