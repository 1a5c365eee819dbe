using System.Collections.Immutable;

namespace Bot.Retrieval.Answering.Generated;

/// <summary>A name in a sentence, with every way of writing it that another text may use.</summary>
/// <param name="Written">As the sentence writes it.</param>
/// <param name="Forms">Folded; a text that has any of them has the name. Latin ones are whole words.</param>
/// <param name="Keys">Keys of a Chinese person's name, the same in either script; may be empty.</param>
internal sealed record NamedThing(string Written, ImmutableArray<string> Forms, ImmutableArray<string> Keys);
