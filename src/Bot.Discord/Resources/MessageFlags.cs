using System.Diagnostics.CodeAnalysis;

namespace Bot.Discord.Resources;

[Flags]
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "Discord's own name.")]
public enum MessageFlags
{
    None = 0,
    SuppressEmbeds = 1 << 2,

    /// <summary>Seen by one user only; in answers to interactions, nowhere else.</summary>
    Ephemeral = 1 << 6,
    SuppressNotifications = 1 << 12,

    /// <summary>The message is made of components alone: no content, no embeds. Can't be taken back by an edit.</summary>
    IsComponentsV2 = 1 << 15,
}
