using Bot.Retrieval.Analysis;
using Bot.Retrieval.Lexicon;

namespace Bot.Retrieval.Tests.Lexicon;

/// <summary>The shipped dictionary, read once.</summary>
internal static class TestLexicon
{
    public static BilingualLexicon Shipped { get; } = BilingualLexicon.LoadEmbedded(EnglishStemmer.Stem);
}
