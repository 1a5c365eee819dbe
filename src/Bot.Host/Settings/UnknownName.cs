using Microsoft.Extensions.Configuration;

namespace Bot.Host.Settings;

/// <summary>Answers a name that no setting has with the one that was probably meant.</summary>
internal static class UnknownName
{
    public static SettingError Error(IConfigurationSection setting, IEnumerable<string> known)
    {
        var names = known.Order(StringComparer.Ordinal).ToList();
        var nearest = names.MinBy(name => Distance(setting.Key, name));
        return nearest is not null && Distance(setting.Key, nearest) <= Math.Max(2, nearest.Length / 3)
            ? new(setting.Path, $"is not a setting; did you mean {nearest}?", Example: null)
            : new(setting.Path, $"is not a setting; known here are {string.Join(", ", names)}.", Example: null);
    }

    // Levenshtein, without regard to case.
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var same = char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]);
                var cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                (diagonal, row[j]) = (row[j], cost);
            }
        }
        return row[^1];
    }
}
