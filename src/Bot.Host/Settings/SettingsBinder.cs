using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Bot.Host.Settings;

/// <summary>
/// Fills a settings class from its section and finds what can't be filled in. The framework's binder stops at the first
/// bad value and passes over misspelt names.
/// </summary>
internal sealed class SettingsBinder<T>(IConfiguration configuration, string sectionName) : IConfigureOptions<T>, IValidateOptions<T>
    where T : class, new()
{
    private static readonly PropertyInfo[] Properties =
        [.. typeof(T).GetProperties().Where(property => property.SetMethod is { IsPublic: true })];

    private readonly IConfigurationSection _section = configuration.GetSection(sectionName);

    public void Configure(T options)
    {
        foreach (var setting in _section.GetChildren())
        {
            if (Find(setting.Key) is { } property && TryParse(setting.Value, property.PropertyType, out var value))
            {
                property.SetValue(options, value);
            }
        }
    }

    public ValidateOptionsResult Validate(string? name, T options)
    {
        var errors = _section.GetChildren().Select(Check).OfType<SettingError>().Select(error => error.ToString()).ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static PropertyInfo? Find(string key) =>
        Array.Find(Properties, property => property.Name.Equals(key, StringComparison.OrdinalIgnoreCase));

    private static SettingError? Check(IConfigurationSection setting)
    {
        if (Find(setting.Key) is not { } property)
        {
            return UnknownName.Error(setting, Properties.Select(known => known.Name));
        }
        if (TryParse(setting.Value, property.PropertyType, out _))
        {
            return null;
        }
        var example = Convert.ToString(property.GetValue(new T()), CultureInfo.InvariantCulture)!;
        return new(setting.Path, $"must be {Describe(property.PropertyType)}.", property.PropertyType == typeof(bool) ? "true" : example);
    }

    private static bool TryParse(string? text, Type type, out object? value)
    {
        value = type switch
        {
            _ when text is null => null,
            _ when type == typeof(string) => text,
            _ when type == typeof(bool) => bool.TryParse(text, out var flag) ? flag : null,
            _ when type == typeof(int) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
            _ when type == typeof(long) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
            _ when type == typeof(double) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
            _ => throw new NotSupportedException($"Settings of type {type} aren't read yet."),
        };
        return value is not null;
    }

    private static string Describe(Type type) => type switch
    {
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(int) || type == typeof(long) => "a whole number",
        _ when type == typeof(double) => "a number",
        _ => "a text",
    };
}
