using Bot.Discord.Gateway;
using Bot.Discord.Tests.Fakes;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Tests.Gateway;

public sealed class SessionStoreTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private readonly RecordingLogger _logs = new();
    private readonly SessionProgress _session = new("session", new("wss://resume.test"), 42);

    [Fact]
    public async Task Gives_back_what_was_saved()
    {
        await Store().SaveAsync(_session, CancellationToken.None);
        var loaded = await Store().LoadAsync(CancellationToken.None);
        Assert.Equal(("session", 42L, new Uri("wss://resume.test")), (loaded!.SessionId, loaded.Received, loaded.ResumeGatewayUrl));
        Assert.Equal(["discord-shard-0-of-1.json"], Directory.EnumerateFiles(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Saves_only_as_far_as_events_are_processed()
    {
        _session.Queued(43);
        await Store().SaveAsync(_session, CancellationToken.None);
        Assert.Equal(42, (await Store().LoadAsync(CancellationToken.None))!.Received);
    }

    [Fact]
    public async Task Has_nothing_without_a_folder_or_a_file()
    {
        Assert.Null(await Store().LoadAsync(CancellationToken.None));
        Assert.Null(await Store(options => options.StateFolder = null).LoadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Resumes_nothing_that_was_made_with_other_intents_or_elsewhere()
    {
        await Store().SaveAsync(_session, CancellationToken.None);
        Assert.Null(await Store(options => options.Intents = GatewayIntents.AllMessages).LoadAsync(CancellationToken.None));
        Assert.Null(await Store(options => options.ApiBaseAddress = new("http://127.0.0.1/api")).LoadAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"session_id":5}""")]
    [InlineData("""{"session_id":"s","resume_gateway_url":"relative"}""")]
    public async Task Takes_a_damaged_file_for_none(string content)
    {
        Directory.CreateDirectory(_folder);
        await File.WriteAllTextAsync(Path.Combine(_folder, "discord-shard-0-of-1.json"), content);
        Assert.Null(await Store().LoadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Goes_on_when_the_disk_refuses()
    {
        await File.WriteAllTextAsync(_folder, "a file where the folder should be");
        await Store().SaveAsync(_session, CancellationToken.None);
        Assert.Contains(_logs.Lines, line => line.Level == LogLevel.Warning && line.Text.Contains("state folder", StringComparison.Ordinal));
        File.Delete(_folder);
    }

    [Fact]
    public async Task Forgets_a_session_that_was_ended()
    {
        await Store().SaveAsync(_session, CancellationToken.None);
        Store().Clear();
        Assert.Empty(Directory.EnumerateFiles(_folder));
    }

    public void Dispose()
    {
        _logs.Dispose();
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private SessionStore Store(Action<DiscordClientOptions>? configure = null)
    {
        var options = new DiscordClientOptions { Token = "t", StateFolder = _folder };
        configure?.Invoke(options);
        return new(options, 0, 1, new Logger<SessionStore>(_logs));
    }
}
