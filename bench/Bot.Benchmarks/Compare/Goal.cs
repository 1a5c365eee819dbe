namespace Bot.Benchmarks.Compare;

/// <summary>What an amount should reach.</summary>
internal sealed record Goal(Amount Limit, bool AtLeast)
{
    public static Goal AtMostTimes(double limit) => new(Amount.Times(limit), AtLeast: false);

    public static Goal AtLeastTimes(double limit) => new(Amount.Times(limit), AtLeast: true);

    public static Goal AtMostSeconds(double limit) => new(Amount.Seconds(limit), AtLeast: false);

    public static Goal AtMostBytes(double limit) => new(Amount.Bytes(limit), AtLeast: false);

    public static Goal AtLeastShare(double limit) => new(Amount.Share(limit), AtLeast: true);

    /// <param name="value">Of the limit's unit.</param>
    /// <param name="margin">How many times the limit may be exceeded; 1 for not at all.</param>
    public bool IsMet(Amount value, double margin = 1) =>
        value.Unit != Limit.Unit ? throw new ArgumentException($"{value} can't be compared with {Limit}.", nameof(value))
        : AtLeast ? value.Value >= Limit.Value / margin
        : value.Value <= Limit.Value * margin;

    public override string ToString() => (AtLeast ? "≥ " : "≤ ") + Limit;
}
