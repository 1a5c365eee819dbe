namespace Bot.Host.Settings;

/// <summary>
/// The folder that <c>appsettings.json</c>, <c>seeds</c> and <c>data</c> stand in: the first of the current folder, the
/// program's folder and the repository around the program that has settings or seeds, else the current folder.
/// </summary>
internal sealed record BotHome(string Folder, string CurrentFolder)
{
    public const string SettingsFile = "appsettings.json";
    private const string SeedsFolder = "seeds";
    private const string SolutionFile = "Bot.sln";

    public static BotHome Find(string currentFolder, string programFolder)
    {
        string?[] candidates = [currentFolder, programFolder, RepositoryAround(programFolder)];
        return new(candidates.FirstOrDefault(IsHome) ?? currentFolder, currentFolder);
    }

    /// <summary>Where a path of the settings may be, likeliest first; a full path is only itself.</summary>
    public IReadOnlyList<string> Candidates(string path) =>
        [.. new[] { CurrentFolder, Folder }.Select(folder => Path.GetFullPath(path, folder)).Distinct(StringComparer.Ordinal)];

    /// <summary>Where the bot keeps a folder or file of its own.</summary>
    public string Resolve(string path) => Path.GetFullPath(path, Folder);

    private static bool IsHome(string? folder) =>
        folder is not null && (File.Exists(Path.Combine(folder, SettingsFile)) || Directory.Exists(Path.Combine(folder, SeedsFolder)));

    private static string? RepositoryAround(string programFolder)
    {
        var folder = new DirectoryInfo(programFolder);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, SolutionFile)))
        {
            folder = folder.Parent;
        }
        return folder?.FullName;
    }
}
