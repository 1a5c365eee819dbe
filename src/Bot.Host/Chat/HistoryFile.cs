using System.Text;

namespace Bot.Host.Chat;

/// <summary>Keeps the lines somebody wrote for the next time, readable by that person only. A file that can't be used is done without.</summary>
internal sealed class HistoryFile(string folder)
{
    private const int Kept = 500;

    private readonly string _path = Path.Combine(folder, "console-history.txt");

    public IReadOnlyList<string> Load()
    {
        try
        {
            var lines = File.ReadAllLines(_path, Encoding.UTF8);
            if (lines.Length > 2 * Kept)
            {
                File.WriteAllLines(_path, lines[^Kept..]);
            }
            return lines.Length > Kept ? lines[^Kept..] : lines;
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    public void Append(string line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }
        try
        {
            Directory.CreateDirectory(folder);
            var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }
            using var writer = new StreamWriter(_path, options);
            writer.WriteLine(line);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            // History is a convenience: a read-only folder must not stop the conversation.
        }
    }
}
