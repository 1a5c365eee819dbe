namespace Bot.Retrieval.Answering.Generated;

/// <summary>What became of one sentence that a model wrote.</summary>
/// <param name="Sentence">The sentence, without links, mentions and invisible characters.</param>
/// <param name="Fault">Why it isn't shown, or <see cref="SentenceFault.None"/>.</param>
/// <param name="Detail">What exactly is missing: the number, the name, the words of the quote. Empty where nothing is.</param>
public sealed record SentenceVerdict(string Sentence, SentenceFault Fault, string Detail)
{
    /// <summary>Whether the model wrote it when asked to mend another.</summary>
    public bool IsRepair { get; init; }

    /// <summary>Whether it is part of the answer.</summary>
    public bool IsKept => Fault == SentenceFault.None;
}

/// <summary>Why a sentence of a model isn't shown.</summary>
public enum SentenceFault
{
    /// <summary>It is shown.</summary>
    None,

    /// <summary>It names no passage, or only numbers that no passage has.</summary>
    Uncited,

    /// <summary>What it quotes doesn't stand in the passage in one piece.</summary>
    InventedQuote,

    /// <summary>It gives a number, amount or date that the quoted words don't.</summary>
    WrongNumber,

    /// <summary>It names a clause that the quoted words don't.</summary>
    WrongClause,

    /// <summary>It names somebody or something that the quoted words don't.</summary>
    WrongName,

    /// <summary>Another passage says it, not the one it names.</summary>
    WrongPassage,

    /// <summary>The quoted words don't say it.</summary>
    Unsupported,

    /// <summary>It repeats the bot's own instructions, or rests on words that give instructions to a model.</summary>
    Instruction,
}
