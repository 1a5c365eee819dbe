using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Discord.Gateway;
using Bot.Discord.Interactions;
using Bot.Discord.Resources;
using Bot.Discord.Rest;

namespace Bot.Discord.Json;

/// <summary>
/// Reads and writes Discord's JSON without reflection. Unknown fields are skipped, null is taken for "absent", and enumerations keep numbers
/// that have no name yet.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.Strict,
    Converters =
    [
        typeof(LenientInt32Converter),
        typeof(LenientBooleanConverter),
        typeof(LenientEnumConverter<ChannelType>),
        typeof(LenientEnumConverter<MessageType>),
        typeof(LenientEnumConverter<MessageFlags>),
        typeof(LenientEnumConverter<ComponentType>),
        typeof(LenientEnumConverter<InteractionType>),
        typeof(LenientEnumConverter<CommandType>),
        typeof(LenientEnumConverter<CommandOptionType>),
        typeof(LenientEnumConverter<InteractionContext>),
    ])]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(IReadOnlyList<Message>))]
[JsonSerializable(typeof(Channel))]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(ThreadCreate))]
[JsonSerializable(typeof(MessagePayload))]
[JsonSerializable(typeof(CallbackPayload))]
[JsonSerializable(typeof(ChoicesPayload))]
[JsonSerializable(typeof(ModalPayload))]
[JsonSerializable(typeof(GatewayBot))]
[JsonSerializable(typeof(ApplicationInfo))]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(HelloPayload))]
[JsonSerializable(typeof(ReadyPayload))]
[JsonSerializable(typeof(MessageDeletePayload))]
[JsonSerializable(typeof(ReactionPayload))]
[JsonSerializable(typeof(OutgoingPayload<long?>))]
[JsonSerializable(typeof(OutgoingPayload<IdentifyPayload>))]
[JsonSerializable(typeof(OutgoingPayload<ResumePayload>))]
[JsonSerializable(typeof(OutgoingPayload<PresencePayload>))]
[JsonSerializable(typeof(SavedSession))]
[JsonSerializable(typeof(IReadOnlyList<ApplicationCommand>))]
internal sealed partial class DiscordJson : JsonSerializerContext;
