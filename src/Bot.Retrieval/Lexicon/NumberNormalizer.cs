using System.Collections.Immutable;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Lexicon;

/// <summary>
/// Finds numbers, amounts and dates however English or Chinese writes them: <c>$100 million</c>, <c>1亿美元</c>,
/// <c>100,000,000 dollars</c> get one key. Any text is taken, folded or not; nothing throws.
/// </summary>
public static class NumberNormalizer
{
    public static ImmutableArray<NormalizedQuantity> FindAll(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var scanned = QuantityText.From(text);
        var found = ImmutableArray.CreateBuilder<NormalizedQuantity>();
        var keys = new List<string>(4);
        for (var position = 0; position < scanned.Length;)
        {
            keys.Clear();
            var end = scanned.StartsQuantity(position) ? QuantityParser.Parse(scanned, position, keys) : 0;
            foreach (var key in keys)
            {
                found.Add(new(TextSpan.FromBounds(position, end), key));
            }
            position = end > position ? end : position + 1;
        }
        return found.DrainToImmutable();
    }
}
