using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Bot.Host.Conversations.Storage;

/// <summary>The JSON inside the database.</summary>
[JsonSerializable(typeof(IncomingMessage))]
[JsonSerializable(typeof(ImmutableArray<ArchivedCitation>))]
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
internal sealed partial class StoredJson : JsonSerializerContext;
