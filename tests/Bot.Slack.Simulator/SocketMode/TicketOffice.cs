namespace Bot.Slack.Simulator.SocketMode;

/// <summary>Hands out WebSocket tickets, each good for one connection and a short time.</summary>
internal sealed class TicketOffice(SimulatorCore core)
{
    private readonly Dictionary<string, DateTimeOffset> _open = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>Tickets to hand out that are dead already.</summary>
    public int DeadTickets { get; set; }

    public string Issue()
    {
        var ticket = core.Ids.Next("ticket-");
        var dead = DeadTickets > 0;
        DeadTickets -= dead ? 1 : 0;
        _open[ticket] = core.Clock.GetUtcNow() + (dead ? TimeSpan.Zero : core.Options.TicketLifetime);
        return ticket;
    }

    public bool Redeem(string ticket)
    {
        if (_used.Contains(ticket))
        {
            core.Unexpected.Add($"The WebSocket address with {ticket} was used twice; it is good for one connection.");
            return false;
        }
        var isGood = _open.Remove(ticket, out var until) && core.Clock.GetUtcNow() < until;
        if (isGood)
        {
            _used.Add(ticket);
        }
        return isGood;
    }
}
