using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Slack.Blocks;
using Bot.Slack.SocketMode;
using Bot.Slack.SocketMode.Payloads;
using Bot.Slack.WebApi;
using Bot.Slack.WebApi.Methods;

namespace Bot.Slack;

/// <summary>The wire format: generated, snake_case, without nulls; unknown fields are passed over.</summary>
[JsonSerializable(typeof(SlackReply))]
[JsonSerializable(typeof(NoArguments))]
[JsonSerializable(typeof(NoAnswer))]
[JsonSerializable(typeof(PostArguments))]
[JsonSerializable(typeof(PostAnswer))]
[JsonSerializable(typeof(UpdateArguments))]
[JsonSerializable(typeof(EphemeralArguments))]
[JsonSerializable(typeof(MessageArguments))]
[JsonSerializable(typeof(StartStreamArguments))]
[JsonSerializable(typeof(AppendStreamArguments))]
[JsonSerializable(typeof(StopStreamArguments))]
[JsonSerializable(typeof(StatusArguments))]
[JsonSerializable(typeof(TitleArguments))]
[JsonSerializable(typeof(PromptsArguments))]
[JsonSerializable(typeof(OpenViewArguments))]
[JsonSerializable(typeof(UpdateViewArguments))]
[JsonSerializable(typeof(PublishViewArguments))]
[JsonSerializable(typeof(ViewAnswer))]
[JsonSerializable(typeof(ThreadArguments))]
[JsonSerializable(typeof(HistoryArguments))]
[JsonSerializable(typeof(MessagesAnswer))]
[JsonSerializable(typeof(UserArguments))]
[JsonSerializable(typeof(UserAnswer))]
[JsonSerializable(typeof(ReactionArguments))]
[JsonSerializable(typeof(AuthAnswer))]
[JsonSerializable(typeof(ConnectionAnswer))]
[JsonSerializable(typeof(ResponseMessage))]
[JsonSerializable(typeof(OptionList))]
[JsonSerializable(typeof(View))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(Acknowledgement))]
[JsonSerializable(typeof(FrameHeader))]
[JsonSerializable(typeof(FrameId))]
[JsonSerializable(typeof(ViewErrors))]
[JsonSerializable(typeof(ViewReplacement))]
[JsonSerializable(typeof(EventCallback))]
[JsonSerializable(typeof(EventType))]
[JsonSerializable(typeof(MessageEvent))]
[JsonSerializable(typeof(ReactionEvent))]
[JsonSerializable(typeof(AppHomeEvent))]
[JsonSerializable(typeof(AssistantThreadEvent))]
[JsonSerializable(typeof(StreamStoppedEvent))]
[JsonSerializable(typeof(SlashCommand))]
[JsonSerializable(typeof(Interaction))]
internal sealed partial class SlackJson : JsonSerializerContext
{
    public static SlackJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Chinese text goes out as it is, not as escapes that make it three times as long.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
