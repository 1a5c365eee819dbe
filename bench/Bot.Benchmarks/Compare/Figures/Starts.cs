using System.Runtime.CompilerServices;
using System.Text.Json;
using Bot.Benchmarks.Measuring;
using Bot.Benchmarks.Peers;
using Bot.Benchmarks.Synthetic;

namespace Bot.Benchmarks.Compare.Figures;

/// <summary>C1 and C2: the host's start beside a bare one's, and with many passages beside reading their file.</summary>
internal sealed class Starts : IFigure
{
    // What the host logs when its documents can be asked about.
    private const string Loaded = "Loaded ";
    private const string Bare = "a bare host";
    private const string BuildFirst = "not built: dotnet build -c Release src/Bot.Host and bench/Bot.BareHost";

    private static readonly string Host = Repository.PathOf("src", "Bot.Host", "bin", "Release", "net10.0", "Bot.Host.dll");
    private static readonly string BareHost = Repository.PathOf("bench", "Bot.BareHost", "bin", "Release", "net10.0", "Bot.BareHost.dll");

    public IReadOnlyList<string> Numbers => ["C1", "C2"];

    public async IAsyncEnumerable<Row> MeasureAsync(BenchContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var row = new Row("C1", "the shipped seeds", "ready, CPU") { Goal = Goal.AtMostTimes(1.5) };
        var memory = new Row("C1", "the shipped seeds", "memory when ready") { Gauge = Gauge.Memory, Goal = Goal.AtMostTimes(2) };
        var many = new Row("C2", $"{context.Size.Files:N0} files", "ready from the snapshot file, CPU") { Goal = Goal.AtMostTimes(1) };
        if (!File.Exists(Host) || !File.Exists(BareHost))
        {
            yield return Rows.Missing(row, Bare, BuildFirst);
            yield return Rows.Missing(memory, Bare, BuildFirst);
            yield return Rows.Missing(many, "the same without passages + 1.5x reading the file", BuildFirst);
            yield break;
        }
        using var seeds = Home(Repository.PathOf("seeds"));
        // What a start leaves for the next one is there then, as it is on every day but the first.
        await StartedProcess.RunOnceAsync(Host, seeds.Path, Loaded, context.Clock, cancellationToken);
        await StartAsync(BareHost, seeds, "ready");
        var contest = await Contest.RunAsync(context.Size.Starts, () => StartAsync(Host, seeds, Loaded), () => StartAsync(BareHost, seeds, "ready"));
        yield return row with
        {
            Ours = Amount.Seconds(contest.Median(0, start => start.Cpu)),
            PeerName = Bare,
            Peer = Amount.Seconds(contest.Median(1, start => start.Cpu)),
            Value = Amount.Times(contest.Ratio(0, 1, start => start.Cpu)),
            Note = $"wall {Amount.Seconds(contest.Median(0, start => start.Wall))} and {Amount.Seconds(contest.Median(1, start => start.Wall))}, {Amount.Times(contest.Ratio(0, 1, start => start.Wall))}",
        };
        yield return memory with
        {
            Ours = Amount.Bytes(contest.Median(0, start => start.Memory)),
            PeerName = Bare,
            Peer = Amount.Bytes(contest.Median(1, start => start.Memory)),
            Value = Amount.Times(contest.Ratio(0, 1, start => start.Memory)),
        };
        yield return await ManyAsync();

        Task<StartedProcess> StartAsync(string assembly, TemporaryFolder home, string ready) =>
            StartedProcess.MeasureAsync(assembly, home.Path, ready, context.Clock, cancellationToken);

        async Task<Row> ManyAsync()
        {
            using var documents = new TemporaryFolder();
            Corpus.WriteFiles(documents.Path, context.Size.Files);
            using var home = Home(documents.Path);
            // The first start reads the documents and leaves the file.
            await StartedProcess.RunOnceAsync(Host, home.Path, Loaded, context.Clock, cancellationToken);
            var files = Directory.GetFiles(home.PathOf("data"), "*", SearchOption.AllDirectories).Where(file => !Path.GetFileName(file).StartsWith("conversations.db", StringComparison.Ordinal)).ToArray();
            var both = await Contest.RunAsync(
                context.Size.Starts,
                () => StartAsync(Host, home, Loaded),
                () => StartAsync(Host, seeds, Loaded),
                () => Task.FromResult(Read(files)));
            var allowed = both.Median(1, start => start.Cpu) + (1.5 * both.Median(2, start => start.Cpu));
            return many with
            {
                Ours = Amount.Seconds(both.Median(0, start => start.Cpu)),
                PeerName = "with the seeds + 1.5x reading the file",
                Peer = Amount.Seconds(allowed),
                Value = Amount.Times(both.Median(0, start => start.Cpu) / allowed),
                Note = $"wall {Amount.Seconds(both.Median(0, start => start.Wall))} and {Amount.Seconds(both.Median(1, start => start.Wall) + (1.5 * both.Median(2, start => start.Wall)))}; {Amount.Bytes(files.Sum(file => new FileInfo(file).Length))} on disk",
            };
        }

        StartedProcess Read(string[] files)
        {
            var read = context.Meter.Batch(1, _ => Array.ForEach(files, file => GC.KeepAlive(File.ReadAllBytes(file))));
            return new(read.Cpu, read.Wall, 0);
        }
    }

    // A worker that has a chat to connect to, though nobody answers there.
    private static TemporaryFolder Home(string documents)
    {
        var home = new TemporaryFolder();
        File.WriteAllText(home.PathOf("appsettings.json"), JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["Bot:Seeds:Path"] = documents,
            ["Bot:Http:Address"] = "",
            ["Bot:Discord:Token"] = "bench.bench.bench",
            ["Bot:Discord:ApiBaseAddress"] = "http://127.0.0.1:1/",
        }));
        return home;
    }
}
