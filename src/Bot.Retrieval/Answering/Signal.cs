namespace Bot.Retrieval.Answering;

/// <summary>
/// What tells whether a question is answered. Shares are of the question's weight, 0 to 1. Terms are weighed against a
/// background, so that small corpora are judged like large ones.
/// </summary>
public enum Signal
{
    /// <summary>Share that a sentence of the best passage holds, with its neighbours and the title.</summary>
    Window,

    /// <summary>The best passage's lexical score over the square root of the weight: a long question's score says more than a short one's.</summary>
    RootScore,

    /// <summary>Share of the title or of one heading of the best passage that stands in the question: it is asked about what the passage is about. Of a title that it shares with others, or of none, <see cref="Window"/> counts instead.</summary>
    Title,

    /// <summary>Share that a sentence of the best passage holds, with its neighbours, of what its title doesn't say.</summary>
    BesideTitle,

    /// <summary>Share of the question that the best passage's title doesn't say.</summary>
    Untitled,

    /// <summary>How far the best passage's score stands above the tenth's, as a share of the weight.</summary>
    Rise,

    /// <summary>The greatest share that any of the passages from the second to the tenth holds: what all hold is common talk.</summary>
    Elsewhere,

    /// <summary>Share in names that the best passage lacks: capital letters inside an English question.</summary>
    MissingNames,

    /// <summary>1 where the best sentence has nothing of the kind that is asked for (a time, an amount, a person, a place, a clause), else 0.</summary>
    WrongKind,

    /// <summary>Natural logarithm of the number of passages: the more there are, the more look right by chance.</summary>
    LogPassages,
}
