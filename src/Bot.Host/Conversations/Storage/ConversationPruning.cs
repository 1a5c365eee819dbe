using Bot.Host.Settings;
using Microsoft.Extensions.Options;

namespace Bot.Host.Conversations.Storage;

/// <summary>Removes what has been kept long enough.</summary>
internal sealed class ConversationPruning(ConversationDatabase database, IOptions<ConversationsSettings> settings)
{
    // Chats deliver an event again for minutes, at most; four times the age at which a question lapses is ample.
    private const double KeysOverAge = 4;

    public Task PruneAsync(CancellationToken cancellationToken)
    {
        var kept = settings.Value;
        var now = database.Now();
        var keys = now - Milliseconds(TimeSpan.FromMinutes(kept.MaximumAgeMinutes) * KeysOverAge);
        var questions = now - Milliseconds(TimeSpan.FromHours(kept.MemoryHours));
        var answers = now - Milliseconds(TimeSpan.FromDays(kept.KeepDays));
        return database.WriteAsync(
            connection => connection.Run("DELETE FROM inbox WHERE finished < ?1 OR (finished IS NULL AND received < ?1)", keys)
                + connection.Run("DELETE FROM questions WHERE asked < ?1", questions)
                + connection.Run("DELETE FROM answers WHERE made < ?1", answers)
                + connection.Run("DELETE FROM opinions WHERE given < ?1", answers)
                + connection.Run("DELETE FROM joined WHERE since < ?1", answers),
            cancellationToken);
    }

    private static long Milliseconds(TimeSpan time) => (long)time.TotalMilliseconds;
}
