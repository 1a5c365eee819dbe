using Bot.Discord.Resources;
using Bot.Host.Settings;
using Microsoft.Extensions.Options;

namespace Bot.Host.Adapters.Discord;

/// <summary>Who may give admins' commands: administrators of the server, and the roles and users that the settings name.</summary>
internal sealed class DiscordAdmins(IOptions<AdminSettings> settings)
{
    private readonly HashSet<string> _roles = [.. IdList.Of(settings.Value.DiscordRoles)];
    private readonly HashSet<string> _users = [.. IdList.Of(settings.Value.DiscordUsers)];

    // Discord hides the commands from others, but a server's owner can change that; so the bot looks for itself.
    public bool Include(User person, Member? member) =>
        _users.Contains(person.Id.ToString())
        || member?.Roles.Any(role => _roles.Contains(role.ToString())) == true
        || member?.Permissions?.HasFlag(Permissions.Administrator) == true;
}
