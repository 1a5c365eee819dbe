using System.Collections.Concurrent;
using Bot.Discord.Simulator.State;

namespace Bot.Discord.Simulator.Load;

/// <summary>Keeps account of questions and of the bot's answers to them: in the thread on the question, or as replies to it.</summary>
public sealed class ReplyLedger : IDisposable
{
    private readonly DiscordSimulator _discord;
    private readonly ConcurrentDictionary<ulong, Account> _accounts = [];
    private readonly SemaphoreSlim _answered = new(0);
    private int _unanswered;

    public ReplyLedger(DiscordSimulator discord)
    {
        _discord = discord;
        discord.MessageChanged += Enter;
    }

    public int Asked => _accounts.Count;

    /// <summary>Questions without an answer.</summary>
    public int Unanswered => Volatile.Read(ref _unanswered);

    /// <summary>Questions with exactly one answer.</summary>
    public int AnsweredOnce => _accounts.Values.Count(account => account.Answers.Count == 1);

    /// <summary>Questions with more than one answer.</summary>
    public int AnsweredTwice => _accounts.Values.Count(account => account.Answers.Count > 1);

    /// <summary>From each question to its first answer, of those that have one, in the order of asking.</summary>
    public IReadOnlyList<TimeSpan> Delays =>
        [.. _accounts.OrderBy(account => account.Key).Select(account => account.Value).Where(account => account.First is not null).Select(account => account.First!.Value - account.Asked)];

    /// <summary>Asks by mention, as a user in a channel.</summary>
    public SimMessage Ask(SimUser user, SimChannel channel, string question)
    {
        Interlocked.Increment(ref _unanswered);
        var message = _discord.Ask(user, channel, question);
        // A fast answer may have opened the account already.
        _accounts.GetOrAdd(message.Id, _ => new()).Asked = message.PostedAt;
        return message;
    }

    /// <summary>Waits until no more than so many questions are unanswered.</summary>
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
        _discord.MessageChanged -= Enter;
        _answered.Dispose();
    }

    private void Enter(SimMessage message)
    {
        if (message.AuthorId != _discord.Bot.Id || message.IsDeleted)
        {
            return;
        }
        var question = message.ReferenceId ?? message.ChannelId;
        if (_discord.Message(question) is not { } asked || asked.AuthorId == _discord.Bot.Id)
        {
            return;
        }
        var account = _accounts.GetOrAdd(question, _ => new());
        if (account.Answers.TryAdd(message.Id, true) && account.First is null)
        {
            account.First = message.PostedAt;
            Interlocked.Decrement(ref _unanswered);
            _answered.Release();
        }
    }

    private sealed class Account
    {
        public DateTimeOffset Asked { get; set; }

        public DateTimeOffset? First { get; set; }

        public ConcurrentDictionary<ulong, bool> Answers { get; } = [];
    }
}
