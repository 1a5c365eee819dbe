using System.Diagnostics.CodeAnalysis;

namespace Bot.Discord.Simulator.State;

[Flags]
[SuppressMessage("Naming", "CA1711", Justification = "Discord's own word for them.")]
public enum MessageFlags
{
    None = 0,
    SuppressEmbeds = 1 << 2,
    HasThread = 1 << 5,
    Ephemeral = 1 << 6,
    Loading = 1 << 7,
    SuppressNotifications = 1 << 12,
    ComponentsV2 = 1 << 15,
}
