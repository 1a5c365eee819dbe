using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>Tells the processor what will be needed, so that it comes from memory while other work is done.</summary>
internal static class CacheHint
{
    /// <summary>Changes nothing but the time; nothing at all where there is no such instruction.</summary>
    public static unsafe void WillNeed<T>(ref readonly T value)
        where T : unmanaged
    {
        if (Sse.IsSupported)
        {
            // The collector may move the value meanwhile: then the hint was for nothing.
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in value)));
        }
    }
}
