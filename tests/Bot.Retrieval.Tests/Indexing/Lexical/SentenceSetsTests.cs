using Bot.Retrieval.Indexing.Lexical;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Retrieval.Tests.Indexing.Lexical;

public sealed class SentenceSetsTests
{
    [Fact]
    public void Sets_come_back_wherever_they_stand() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(byte, ushort)[][]>(), numbers =>
        {
            // Near and far sentences, and the steps at which the code changes.
            int[][] sets = [.. numbers.Select(set => set.Select(number => number.Item2 % 3 == 0 ? 127 * number.Item1 : number.Item1 + (number.Item2 % 500)).Distinct().Order().ToArray())];
            var writer = new ByteWriter();
            foreach (var set in sets)
            {
                SentenceSets.Write(set, writer);
            }
            return Enumerable.Range(0, sets.Length).All(i => Read(writer.Written[SentenceSets.Skip(writer.Written, i)..]).SequenceEqual(sets[i]))
                && SentenceSets.Skip(writer.Written, sets.Length) == writer.Length;
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(120));

    private static IEnumerable<int> Read(ReadOnlySpan<byte> bytes)
    {
        var bits = new ulong[600];
        SentenceSets.AddTo(bits, bytes);
        return Enumerable.Range(0, bits.Length * 64).Where(sentence => (bits[sentence / 64] >> (sentence % 64) & 1) != 0);
    }
}
