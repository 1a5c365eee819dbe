using Bot.Retrieval.Text;

namespace Bot.Retrieval.Lexicon;

/// <summary>A number, amount or date in a text, as the term that it shares with its other writings.</summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Key">
/// <c>q:100000000:usd</c> an amount with its unit, <c>n:308</c> a number, <c>o:3</c> an ordinal, <c>f:1/3</c> a fraction,
/// <c>d:02-07</c> and <c>d:2024-02-07</c> dates, <c>m:02</c> and <c>m:2024-02</c> months, <c>y:2024</c> a year, <c>dec:1990</c> a
/// decade, <c>c:20</c> a century. One place may have several: an amount is a number too, a date has its year.
/// </param>
public readonly record struct NormalizedQuantity(TextSpan Span, string Key);
