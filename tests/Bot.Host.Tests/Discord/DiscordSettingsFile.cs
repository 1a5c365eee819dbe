using System.Text.Json;
using Bot.Discord.Simulator;
using Bot.Host.Settings;
using Bot.Host.Tests.Support;

namespace Bot.Host.Tests.Discord;

/// <summary>The settings file of a bot on a simulated Discord.</summary>
internal static class DiscordSettingsFile
{
    /// <param name="settings">Names below <c>Bot</c>, and values; they win over what every such bot has.</param>
    public static void Write(TemporaryFolder folder, DiscordSimulator discord, IEnumerable<(string Name, object Value)> settings)
    {
        var flat = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Bot:Discord:Token"] = discord.Token,
            ["Bot:Discord:ApiBaseAddress"] = discord.ApiBaseAddress.AbsoluteUri,
            ["Bot:Http:Address"] = "",
        };
        foreach (var (name, value) in settings)
        {
            flat[$"Bot:{name}"] = value;
        }
        folder.Write(BotHome.SettingsFile, JsonSerializer.Serialize(flat));
    }
}
