using System.Collections.Immutable;

namespace Bot.Retrieval.Documents;

/// <summary>What a web page says.</summary>
/// <param name="Text">Its main text, before cleaning, mapped to the raw page.</param>
/// <param name="Headings">In that text.</param>
/// <param name="Metadata">From its head.</param>
internal sealed record HtmlPage(MappedText Text, ImmutableArray<MarkedHeading> Headings, DocumentMetadata Metadata);
