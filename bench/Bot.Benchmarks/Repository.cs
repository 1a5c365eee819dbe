namespace Bot.Benchmarks;

/// <summary>Files of the repository that the bench was built in.</summary>
internal static class Repository
{
    /// <exception cref="InvalidOperationException">The bench was copied out of it.</exception>
    public static string Root { get; } = Find();

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Bot.sln")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? throw new InvalidOperationException("The bench runs outside of the repository.");
    }
}
