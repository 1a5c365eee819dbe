using Bot.Host.Settings;
using Microsoft.Extensions.Options;

namespace Bot.Host.Conversations;

/// <summary>Counts questions, each person's and everybody's, in windows of a minute that begin with the first question. Safe for concurrent use.</summary>
internal sealed class QuestionLimits(IOptions<ConversationsSettings> settings, TimeProvider clock)
{
    // Past this many people, those whose minute is over are forgotten.
    private const int ManyPeople = 10_000;

    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Platform, string Author), Window> _people = [];
    private Window _everybody = new();

    /// <summary>Counts one question of a person, if it is within the limits.</summary>
    public LimitDecision Take(string platform, string author)
    {
        var (each, all) = (settings.Value.QuestionsPerUserPerMinute, settings.Value.QuestionsPerMinute);
        lock (_gate)
        {
            var now = clock.GetTimestamp();
            var person = PersonAt(now, (platform, author));
            if (each > 0 && person.Count >= each)
            {
                return new LimitDecision.UserLimited(Left(person, now), TellOnce(person));
            }
            _everybody = IsOver(_everybody, now) ? new Window { Began = now } : _everybody;
            if (all > 0 && _everybody.Count >= all)
            {
                return new LimitDecision.AllLimited(Left(_everybody, now), TellOnce(person));
            }
            person.Count++;
            _everybody.Count++;
            return new LimitDecision.Allowed();
        }
    }

    private Window PersonAt(long now, (string, string) key)
    {
        if (_people.TryGetValue(key, out var window) && !IsOver(window, now))
        {
            return window;
        }
        if (_people.Count >= ManyPeople)
        {
            foreach (var (other, _) in _people.Where(person => IsOver(person.Value, now)).ToList())
            {
                _people.Remove(other);
            }
        }
        return _people[key] = new Window { Began = now };
    }

    private bool IsOver(Window window, long now) => clock.GetElapsedTime(window.Began, now) >= Length;

    private TimeSpan Left(Window window, long now) => Length - clock.GetElapsedTime(window.Began, now);

    private static bool TellOnce(Window person)
    {
        var first = !person.Told;
        person.Told = true;
        return first;
    }

    private sealed class Window
    {
        public long Began { get; init; }

        public int Count { get; set; }

        public bool Told { get; set; }
    }
}
