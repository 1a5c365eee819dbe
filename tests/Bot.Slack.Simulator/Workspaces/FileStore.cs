namespace Bot.Slack.Simulator.Workspaces;

/// <summary>Files by id. Runs under the core's gate.</summary>
internal sealed class FileStore(SimulatorCore core)
{
    public const string UploadPrefix = "/upload/";
    public const string DownloadPrefix = "/files-pri/";

    private readonly Dictionary<string, SlackFile> _files = new(StringComparer.Ordinal);

    public SlackFile Announce(string name, int length)
    {
        var file = new SlackFile(core.Ids.Next("F"), name) { AnnouncedLength = length };
        return _files[file.Id] = file;
    }

    public SlackFile? Find(string? id) => id is null ? null : _files.GetValueOrDefault(id);

    public Uri UploadAddress(SlackFile file) => new(core.Address, $"{UploadPrefix[1..]}{file.Id}");
}
