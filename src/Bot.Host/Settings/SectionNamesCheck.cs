using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Bot.Host.Settings;

/// <summary>Finds sections that nobody reads.</summary>
internal sealed class SectionNamesCheck(IConfiguration configuration, IEnumerable<SectionName> known) : IValidateOptions<BotSettings>
{
    public ValidateOptionsResult Validate(string? name, BotSettings options)
    {
        var names = known.Select(section => section.Value).ToList();
        var errors = configuration.GetSection(BotSettings.RootName).GetChildren()
            .Where(section => !names.Contains(section.Key, StringComparer.OrdinalIgnoreCase))
            .Select(section => UnknownName.Error(section, names).ToString())
            .ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}
