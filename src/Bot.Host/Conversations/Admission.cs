using Bot.Host.Settings;
using Bot.Host.Texts;
using Microsoft.Extensions.Options;

namespace Bot.Host.Conversations;

/// <summary>Decides, before any work, whether a message is worked on.</summary>
internal sealed class Admission(QuestionLimits limits, IOptions<ConversationsSettings> settings, TimeProvider clock)
{
    // What ended the process twice will do so again.
    private const int MostTries = 2;

    /// <param name="message">The message.</param>
    /// <param name="tries">How often an earlier process began it.</param>
    /// <param name="ahead">Messages being worked on or waiting.</param>
    public AdmissionDecision Decide(IncomingMessage message, int tries, int ahead)
    {
        var texts = ConversationTexts.Of(message.SpokenLanguage());
        if (clock.GetUtcNow() - message.ReceivedAt > TimeSpan.FromMinutes(settings.Value.MaximumAgeMinutes))
        {
            return Refuse(message, "too late", texts.TooLate);
        }
        if (tries > MostTries)
        {
            return Refuse(message, "given up", texts.Failed);
        }
        if (message.Request.IsForAdmins && !message.IsAdmin)
        {
            return Refuse(message, "not allowed", texts.NotAllowed);
        }
        if (ahead > settings.Value.QueueLimit)
        {
            return Refuse(message, "busy", texts.Busy);
        }
        // An earlier process has counted it.
        if (!message.Request.IsLimited || tries > 0)
        {
            return new AdmissionDecision.Work();
        }
        return limits.Take(message.Event.Platform, message.Author) switch
        {
            LimitDecision.UserLimited limited => Limited(message, limited.Tell, texts.UserLimited(Seconds(limited.Left))),
            LimitDecision.AllLimited limited => Limited(message, limited.Tell, texts.AllLimited(Seconds(limited.Left))),
            _ => new AdmissionDecision.Work(),
        };
    }

    private static AdmissionDecision Limited(IncomingMessage message, bool tell, string text) =>
        tell || message.IsAwaited ? Refuse(message, "limited", text) : new AdmissionDecision.Silence();

    private static AdmissionDecision.Refuse Refuse(IncomingMessage message, string reason, string text) =>
        new(reason, Reply.Plain(message.SpokenLanguage(), text) with { IsPrivate = true });

    private static int Seconds(TimeSpan left) => Math.Max(1, (int)Math.Ceiling(left.TotalSeconds));
}
