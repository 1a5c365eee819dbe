using System.Text.Json;

namespace Bot.Discord.Simulator.Interactions;

/// <summary>The bot's answer to an interaction.</summary>
/// <param name="Data">The callback's <c>data</c>; empty where it had none.</param>
/// <param name="After">The time from the interaction to its answer.</param>
public sealed record InteractionResponse(CallbackType Type, JsonElement Data, DateTimeOffset At, TimeSpan After)
{
    /// <summary>An autocomplete answer's choices.</summary>
    public IEnumerable<(string Name, string Value)> Choices =>
        Data.Items("choices").Select(choice => (choice.GetText("name") ?? "", choice.Get("value").ToString() ?? ""));
}
