using System.Text.Json;
using Bot.Slack.Blocks;
using Bot.Slack.WebApi;

namespace Bot.Slack.SocketMode;

/// <summary>How an envelope is acknowledged.</summary>
public abstract record EnvelopeReply
{
    private EnvelopeReply() { }

    /// <summary>The bot has it, and that is all.</summary>
    public static EnvelopeReply Received { get; } = new Empty();

    /// <summary>Not acknowledged: Slack sends an event again later; a command or a press is lost, and the person sees so.</summary>
    public static EnvelopeReply Withheld { get; } = new None();

    /// <summary>Answers a command at once.</summary>
    public static EnvelopeReply Message(ResponseMessage message) => With(JsonSerializer.SerializeToElement(message, SlackJson.Wire.ResponseMessage));

    /// <summary>Answers a select that people type in.</summary>
    public static EnvelopeReply Options(IReadOnlyList<SelectOption> options) =>
        With(JsonSerializer.SerializeToElement(new OptionList(options), SlackJson.Wire.OptionList));

    /// <summary>Keeps a modal open and shows what is wrong.</summary>
    /// <param name="errors">By block id.</param>
    public static EnvelopeReply Errors(IReadOnlyDictionary<string, string> errors) =>
        With(JsonSerializer.SerializeToElement(new ViewErrors("errors", errors), SlackJson.Wire.ViewErrors));

    /// <summary>Puts another view in the submitted one's place.</summary>
    public static EnvelopeReply Update(View view) =>
        With(JsonSerializer.SerializeToElement(new ViewReplacement("update", view), SlackJson.Wire.ViewReplacement));

    private static Carrying With(JsonElement payload) => new(payload);

    internal sealed record Empty : EnvelopeReply;

    internal sealed record Carrying(JsonElement Payload) : EnvelopeReply;

    internal sealed record None : EnvelopeReply;
}

internal sealed record ViewErrors(string ResponseAction, IReadOnlyDictionary<string, string> Errors);

internal sealed record ViewReplacement(string ResponseAction, View View);
