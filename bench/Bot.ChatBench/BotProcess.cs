using System.Diagnostics;
using System.Text.Json;
using Bot.Discord.Simulator;

namespace Bot.ChatBench;

/// <summary>The bot as a process on a simulated Discord, in a folder of its own that goes with it.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Bot.Host.dll");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bot-bench-");
    private Process? _process;

    /// <param name="seeds">The documents; null for the repository's.</param>
    public BotProcess(DiscordSimulator discord, string? seeds = null, params (string Name, object Value)[] settings)
    {
        var flat = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Bot:Seeds:Path"] = seeds ?? RepositorySeeds(),
            ["Bot:Discord:Token"] = discord.Token,
            ["Bot:Discord:ApiBaseAddress"] = discord.ApiBaseAddress.AbsoluteUri,
            ["Bot:Discord:RequestsPerSecond"] = 100_000,
            ["Bot:Http:Address"] = "",
            ["Bot:Conversations:QuestionsPerUserPerMinute"] = 0,
            ["Bot:Conversations:QuestionsPerMinute"] = 0,
        };
        foreach (var (name, value) in settings)
        {
            flat[$"Bot:{name}"] = value;
        }
        File.WriteAllText(Path.Combine(_folder.FullName, "appsettings.json"), JsonSerializer.Serialize(flat));
    }

    /// <summary>Bytes of memory that the process has in use.</summary>
    public long WorkingSet
    {
        get
        {
            _process!.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts it and waits until it is connected and answers.</summary>
    public async Task StartReadyAsync(DiscordSimulator discord)
    {
        await StartAsync();
        await discord.ExpectAsync("identify");
        // The first answer also waits for the documents to be read.
        var question = discord.Ask("Are you there?");
        await discord.ExpectReplyAsync(message => message.ChannelId == question.Id || message.ReferenceId == question.Id);
    }

    public Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Program])
        {
            WorkingDirectory = _folder.FullName,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
        // Read and dropped, so that a full pipe never holds it up.
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        return Task.CompletedTask;
    }

    public async Task StopAsync()
    {
        using (var interrupt = Process.Start("kill", ["-INT", $"{_process!.Id}"]))
        {
            await interrupt.WaitForExitAsync();
        }
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
    }

    public Task KillAsync()
    {
        _process!.Kill();
        return _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await KillAsync();
        }
        _process?.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string RepositorySeeds()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Bot.sln")))
        {
            folder = folder.Parent;
        }
        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("The bench runs outside of the repository."), "seeds");
    }
}
