using Bot.Host.Ingestion;
using Bot.Host.Tests.Support;
using Bot.Retrieval.Indexing;

namespace Bot.Host.Tests.Ingestion;

public sealed class SnapshotKeeperTests
{
    [Fact]
    public async Task Of_several_that_wait_only_the_newest_is_kept()
    {
        var saving = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var store = new FakeSnapshots { MaySave = saving.Task };
        var keeper = new SnapshotKeeper(store);
        IndexSnapshot[] snapshots = [new(), new(), new(), new()];

        foreach (var snapshot in snapshots)
        {
            keeper.Keep(snapshot, "seeds");
        }
        saving.SetResult();
        await keeper.DisposeAsync();

        // The first may have been begun before the others came.
        Assert.Equal(snapshots[^1], store.Saved[^1]);
        Assert.InRange(store.Saved.Count, 1, 2);
    }

    [Fact]
    public async Task What_a_first_process_kept_answers_in_the_second_without_a_document_being_read()
    {
        using var folder = new TemporaryFolder();
        var document = folder.Write("seeds/policy.txt", "Customer records are kept for 7 years.\n");
        folder.Write("seeds/law.txt", "第五条 用户的资料会被备份9年。\n");
        var time = new DateTime(2024, 3, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(document, time);

        var first = await CommandLineRun.RunAsync(folder, ["ask", "How long are customer records kept?", "--json"]);
        Assert.Equal("", first.Error);
        Assert.Contains("7 years", Text(first), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder.Path, "data", "index.bin")));
        // As long and of the same time: who doesn't read it can't tell.
        File.WriteAllText(document, "Customer records are kept for 8 years.\n");
        File.SetLastWriteTimeUtc(document, time);
        var second = await CommandLineRun.RunAsync(folder, ["ask", "How long are customer records kept?", "--json"]);

        Assert.Equal("", second.Error);
        Assert.Equal(Text(first), Text(second));
        File.SetLastWriteTimeUtc(document, time.AddHours(1));
        Assert.Contains("8 years", Text(await CommandLineRun.RunAsync(folder, ["ask", "How long are customer records kept?", "--json"])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_file_costs_a_line_and_the_answer_is_the_same()
    {
        using var folder = new TemporaryFolder();
        folder.Write("seeds/policy.txt", "Customer records are kept for 7 years.\n");
        var first = await CommandLineRun.RunAsync(folder, ["ask", "How long are customer records kept?", "--json"]);
        var file = Path.Combine(folder.Path, "data", "index.bin");
        var content = await File.ReadAllBytesAsync(file);
        content[content.Length / 2] ^= 1;
        File.Delete(file);
        await File.WriteAllBytesAsync(file, content);

        var second = await CommandLineRun.RunAsync(folder, ["ask", "How long are customer records kept?", "--json"]);
        var third = await CommandLineRun.RunAsync(folder, ["ask", "How long are customer records kept?", "--json"]);

        Assert.Contains("index.bin can't be used: it is damaged", Assert.Single(second.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal(Text(first), Text(second));
        Assert.Equal("", third.Error);
        Assert.Equal(Text(first), Text(third));
    }

    [Fact]
    public async Task A_data_folder_that_cant_be_made_costs_a_line_and_no_answer()
    {
        using var folder = new TemporaryFolder();
        folder.Write("seeds/policy.txt", "Customer records are kept for 7 years.\n");
        folder.Write("data", "A file in its place.");

        var run = await CommandLineRun.RunAsync(folder, ["ask", "How long are customer records kept?", "--json"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("7 years", Text(run), StringComparison.Ordinal);
        Assert.Contains("couldn't be kept", run.Error, StringComparison.Ordinal);
    }

    private static string Text(CommandLineRun run) => Assert.Single(run.Objects).GetProperty("text").GetString()!;
}
