using Microsoft.Extensions.Options;

namespace Bot.Host.Settings;

/// <summary>What must be true of a section's values.</summary>
internal abstract class SettingsRules<T>(string sectionName) : IValidateOptions<T>
    where T : class
{
    public ValidateOptionsResult Validate(string? name, T options)
    {
        var errors = Errors(options).Select(error => error.ToString()).ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    protected abstract IEnumerable<SettingError> Errors(T settings);

    protected IEnumerable<SettingError> Range(string setting, double value, double minimum, double maximum, string example)
    {
        if (!(value >= minimum && value <= maximum))
        {
            yield return new(Name(setting), $"is {value}, but must be from {minimum} to {maximum}.", example);
        }
    }

    protected IEnumerable<SettingError> OneOf(string setting, string value, params string[] allowed)
    {
        if (!allowed.Contains(value, StringComparer.OrdinalIgnoreCase))
        {
            yield return new(Name(setting), $"is \"{value}\", but must be {string.Join(" or ", allowed)}.", allowed[0]);
        }
    }

    protected IEnumerable<SettingError> NotEmpty(string setting, string value, string example)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            yield return new(Name(setting), "is empty.", example);
        }
    }

    /// <summary>The same, and no credentials in it: addresses are logged.</summary>
    protected IEnumerable<SettingError> PlainAddress(string setting, string value, string example) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address) && address.UserInfo.Length > 0
            ? [new(Name(setting), "has a user name or password in it; keys have a setting of their own.", example)]
            : Address(setting, value, example);

    protected IEnumerable<SettingError> Address(string setting, string value, string example)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            yield return new(Name(setting), $"is \"{value}\", but must be an address that starts with http:// or https://.", example);
        }
    }

    /// <summary>Ids as Discord has them, separated by commas.</summary>
    protected IEnumerable<SettingError> Ids(string setting, string value)
    {
        if (IdList.Of(value).FirstOrDefault(id => !ulong.TryParse(id, out var number) || number == 0) is { } wrong)
        {
            yield return new(Name(setting), $"holds \"{wrong}\", but must be ids, which are long numbers, separated by commas.", "123456789012345678");
        }
    }

    private string Name(string setting) => $"{sectionName}:{setting}";
}
