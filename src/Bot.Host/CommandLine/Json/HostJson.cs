using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Host.CommandLine.Json;

/// <summary>How the command line reads and writes JSON: camel case, and Chinese as it is.</summary>
[JsonSerializable(typeof(AnswerJson))]
[JsonSerializable(typeof(AnswerScoreJson))]
[JsonSerializable(typeof(CalibrationJson))]
[JsonSerializable(typeof(ClauseJson))]
[JsonSerializable(typeof(ExplanationJson))]
[JsonSerializable(typeof(LineErrorJson))]
[JsonSerializable(typeof(SourceJson))]
[JsonSerializable(typeof(QuarantinedJson))]
[JsonSerializable(typeof(ReportJson))]
[JsonSerializable(typeof(ScoreJson))]
internal sealed partial class HostJson : JsonSerializerContext
{
    /// <summary>The one to use.</summary>
    public static HostJson Lines { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        // The reader is a program, never a page, so nothing needs to be escaped for HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
