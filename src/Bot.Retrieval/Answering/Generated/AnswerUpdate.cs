namespace Bot.Retrieval.Answering.Generated;

/// <summary>A step of an answer that is being made. Each takes the place of the one before; the last is <see cref="Final"/>.</summary>
public abstract record AnswerUpdate
{
    private AnswerUpdate() { }

    /// <summary>The whole answer so far. Only sentences that passed the check stand in it, but later ones may take them back.</summary>
    public sealed record Draft(string Text) : AnswerUpdate;

    /// <summary>The answer, once.</summary>
    public sealed record Final(Answer Answer) : AnswerUpdate;
}
