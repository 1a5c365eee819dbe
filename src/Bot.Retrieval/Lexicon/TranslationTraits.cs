namespace Bot.Retrieval.Lexicon;

/// <summary>What is known about one translation. The first four are the values that <c>tools/lexicon</c> writes.</summary>
[Flags]
public enum TranslationTraits
{
    None = 0,

    /// <summary>A person, place, work or other proper name.</summary>
    Name = 1,

    /// <summary>Archaic, literary, dialect, slang, or a literal reading.</summary>
    Rare = 2,

    /// <summary>Taken over from the entry that this one is a variant or abbreviation of.</summary>
    Borrowed = 4,

    /// <summary>Explains the word rather than translates it.</summary>
    Description = 8,

    /// <summary>The Chinese side is a single character, which alone says little.</summary>
    SingleCharacter = 16,
}
