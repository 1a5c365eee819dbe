using System.Globalization;

namespace Bot.Slack.Simulator.Workspaces;

/// <summary>Gives ids of Slack's form: a letter that says what it is, then capitals and digits.</summary>
internal sealed class IdSequence
{
    private long _last = 1000;

    public string Next(string prefix) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}0{Interlocked.Increment(ref _last):X8}");
}
