using Bot.Slack.Simulator.SocketMode;
using Bot.Slack.Simulator.Workspaces;

namespace Bot.Slack.Simulator.Load;

/// <summary>Keeps account of questions, and of the first sign and the replies that the bot gives in their threads.</summary>
public sealed class ReplyLedger : IDisposable
{
    private readonly SlackSimulator _slack;
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Channel, string Ts), Account> _accounts = [];
    private readonly SemaphoreSlim _answered = new(0);
    private int _unanswered;

    public ReplyLedger(SlackSimulator slack)
    {
        _slack = slack;
        slack.Changed += Enter;
    }

    public int Asked => Accounts.Count;

    /// <summary>Questions without a reply.</summary>
    public int Unanswered => Volatile.Read(ref _unanswered);

    /// <summary>Questions with exactly one reply.</summary>
    public int AnsweredOnce => Accounts.Count(account => account.Replies.Count == 1);

    /// <summary>Questions with more than one reply.</summary>
    public int AnsweredTwice => Accounts.Count(account => account.Replies.Count > 1);

    /// <summary>From each question to its first reply, of those that have one.</summary>
    public IReadOnlyList<TimeSpan> Delays => [.. Accounts.Where(account => account.Answered is not null).Select(account => account.Answered!.Value)];

    /// <summary>From each question to the first status or message, of those that have one.</summary>
    public IReadOnlyList<TimeSpan> FirstSigns => [.. Accounts.Where(account => account.Seen is not null).Select(account => account.Seen!.Value)];

    /// <summary>What the bot posted in the questions' threads.</summary>
    public IReadOnlyList<SlackMessage> Replies => [.. Accounts.SelectMany(account => account.Replies)];

    /// <summary>The events that brought the questions.</summary>
    public IReadOnlyList<Delivery> Deliveries => [.. Accounts.SelectMany(account => account.Post?.Deliveries ?? [])];

    private List<Account> Accounts
    {
        get
        {
            lock (_gate)
            {
                return [.. _accounts.Values];
            }
        }
    }

    /// <summary>Asks, by whatever <paramref name="post"/> does.</summary>
    public UserPost Ask(Func<UserPost> post)
    {
        Interlocked.Increment(ref _unanswered);
        var asked = TimeProvider.System.GetTimestamp();
        var question = post();
        lock (_gate)
        {
            // A fast reply may have opened the account already.
            var account = Of(question.Channel.Id, question.RootTs);
            (account.Asked, account.Post) = (asked, question);
        }
        return question;
    }

    /// <summary>Waits until no more than so many questions are without reply.</summary>
    /// <returns>False when the time is up.</returns>
    public async Task<bool> WaitUntilUnansweredAsync(int atMost, TimeSpan patience)
    {
        using var time = new CancellationTokenSource(patience);
        try
        {
            while (Unanswered > atMost)
            {
                await _answered.WaitAsync(time.Token);
            }
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        _slack.Changed -= Enter;
        _answered.Dispose();
    }

    private void Enter(SlackChange change)
    {
        switch (change)
        {
            case SlackChange.Posted({ IsFromBot: true, ThreadTs: { } root } message):
                lock (_gate)
                {
                    EnterReply(Of(message.Channel.Id, root), message);
                }
                break;
            case SlackChange.AssistantThreadSet({ Status.Length: > 0 } thread):
                lock (_gate)
                {
                    Of(thread.Channel.Id, thread.ThreadTs).SeenAt ??= TimeProvider.System.GetTimestamp();
                }
                break;
        }
    }

    private void EnterReply(Account account, SlackMessage message)
    {
        var now = TimeProvider.System.GetTimestamp();
        account.SeenAt ??= now;
        account.Replies.Add(message);
        if (account.AnsweredAt is null)
        {
            account.AnsweredAt = now;
            Interlocked.Decrement(ref _unanswered);
            _answered.Release();
        }
    }

    private Account Of(string channel, string ts)
    {
        if (!_accounts.TryGetValue((channel, ts), out var account))
        {
            _accounts[(channel, ts)] = account = new();
        }
        return account;
    }

    private sealed class Account
    {
        public long Asked { get; set; }

        public UserPost? Post { get; set; }

        public long? SeenAt { get; set; }

        public long? AnsweredAt { get; set; }

        public List<SlackMessage> Replies { get; } = [];

        public TimeSpan? Seen => SeenAt is { } at ? TimeProvider.System.GetElapsedTime(Asked, at) : null;

        public TimeSpan? Answered => AnsweredAt is { } at ? TimeProvider.System.GetElapsedTime(Asked, at) : null;
    }
}
