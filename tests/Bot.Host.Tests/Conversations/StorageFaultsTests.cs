using Bot.Host.Conversations;
using Bot.Host.Conversations.Storage;
using Bot.Host.Settings;
using Bot.Host.Tests.Support;
using Bot.Host.Texts;
using Bot.Retrieval.Text;
using Bot.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Host.Tests.Conversations;

public sealed class StorageFaultsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakePlatform _chat = new();

    private string DatabaseFile => Path.Combine(_folder.Path, "data", "conversations.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_damaged_file_stops_the_start_with_what_to_do()
    {
        _folder.Write("data/conversations.db", string.Concat(Enumerable.Repeat("this is no database. ", 500)));

        var error = await Assert.ThrowsAsync<StorageException>(() => ConversationBot.StartAsync(_folder, _chat));

        Assert.Contains("is damaged: move it away", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_a_damaged_middle_stops_the_start_too()
    {
        await using (var bot = await ConversationBot.StartAsync(_folder, _chat))
        {
            await Task.WhenAll(Enumerable.Range(0, 200).Select(id => bot.ReceiveAsync(ConversationBot.Message($"{id}"))));
            await bot.IdleAsync();
        }
        using (var file = File.OpenWrite(DatabaseFile))
        {
            file.Position = 4096;
            file.Write(new byte[8192]);
        }

        var error = await Assert.ThrowsAsync<StorageException>(() => ConversationBot.StartAsync(_folder, _chat));

        Assert.Contains("is damaged", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_a_file_stops_the_start_with_what_to_do()
    {
        _folder.Write("data", "");

        var error = await Assert.ThrowsAsync<StorageException>(() => ConversationBot.StartAsync(_folder, _chat));

        Assert.Contains("can't be written", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_a_later_version_is_left_alone()
    {
        await using (var bot = await ConversationBot.StartAsync(_folder, _chat))
        {
            await bot.Database.WriteAsync(connection => connection.Run("PRAGMA user_version = 99"), CancellationToken.None);
        }

        var error = await Assert.ThrowsAsync<StorageException>(() => ConversationBot.StartAsync(_folder, _chat));

        Assert.Contains("later version", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_processes_do_not_share_one_file()
    {
        await using var bot = await ConversationBot.StartAsync(_folder, _chat);
        var clock = new ManualTimeProvider();
        await using var second = Database(clock);

        var opening = second.OpenAsync(CancellationToken.None);
        while (!opening.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        var error = await Assert.ThrowsAsync<StorageException>(() => opening);
        Assert.Contains("locked by another program", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_waits_for_the_one_before_it_to_end()
    {
        var bot = await ConversationBot.StartAsync(_folder, _chat);
        await using var second = Database(TimeProvider.System);

        var opening = second.OpenAsync(CancellationToken.None);
        Assert.False(opening.IsCompleted);
        await bot.DisposeAsync();

        await opening;
    }

    [Fact]
    public async Task A_full_disk_is_said_to_the_person_and_is_over_when_there_is_room()
    {
        await using var bot = await ConversationBot.StartAsync(_folder, _chat);
        // SQLite says the same at the end of the disk and at this limit.
        var full = await bot.Database.WriteAsync(connection => connection.Query("PRAGMA page_count", row => row.GetInt64(0))[0], CancellationToken.None);
        await bot.Database.WriteAsync(connection => connection.Run($"PRAGMA max_page_count = {full}"), CancellationToken.None);
        var large = new Request.Ask(new string('x', 200_000));
        string? problem = null;
        // Read while it is said: the next thing that fits is the end of the problem.
        _chat.BeforePost = (_, _, _) =>
        {
            problem ??= bot.Database.Problem;
            return Task.FromResult<Delivery?>(null);
        };

        var receipt = await bot.ReceiveAsync(ConversationBot.Message("1", large));
        await bot.Database.WriteAsync(connection => connection.Run("PRAGMA max_page_count = 1000000"), CancellationToken.None);
        var after = await bot.ReceiveAsync(ConversationBot.Message("2", large));

        Assert.Equal(Receipt.Refused, receipt);
        Assert.Equal(ConversationTexts.Of(TextLanguage.English).CannotKeep, (await _chat.NextAsync()).Reply.Text);
        Assert.Contains("is full: make room", problem, StringComparison.Ordinal);
        Assert.Equal(Receipt.Accepted, after);
        Assert.Null(bot.Database.Problem);
    }

    [Fact]
    public async Task Whatever_is_added_finished_and_crashed_between_only_the_unfinished_comes_back_and_in_order()
    {
        var random = new Random(4);
        var unfinished = new List<string>();
        for (var process = 0; process < 10; process++)
        {
            await using var database = Database(new ManualTimeProvider());
            await database.OpenAsync(CancellationToken.None);
            var inbox = new SqliteInbox(database, NullLogger<SqliteInbox>.Instance);
            var back = await inbox.TakeUpAsync(CancellationToken.None);
            Assert.Equal(unfinished.Order(StringComparer.Ordinal), back.Select(one => one.Message.Event.Id).Order(StringComparer.Ordinal));
            for (var step = 0; step < 50; step++)
            {
                var id = $"{random.Next(200):000}";
                if (random.Next(2) == 0 && unfinished.Remove(id))
                {
                    await inbox.FinishAsync(new EventKey("fake", id), CancellationToken.None);
                }
                else if (await inbox.AddAsync(ConversationBot.Message(id), CancellationToken.None))
                {
                    unfinished.Add(id);
                }
            }
        }
        Assert.NotEmpty(unfinished);
    }

    [Fact]
    public async Task A_message_comes_back_as_it_was_whatever_it_asks()
    {
        Request[] requests =
        [
            new Request.Ask("问 \"it\" 🙂"), new Request.Clause("22603(b)"), new Request.Sources(), new Request.Help(), new Request.Reload(), new Request.Status(),
            new Request.ShowPassage("abc", 2), new Request.Rate("abc", Helpful: true), new Request.Unreadable(),
        ];
        await using var database = Database(TimeProvider.System);
        await database.OpenAsync(CancellationToken.None);
        var inbox = new SqliteInbox(database, NullLogger<SqliteInbox>.Instance);
        var messages = requests.Select((request, id) => ConversationBot.Message($"{id}", request) with { IsAdmin = true, IsAwaited = true }).ToList();
        foreach (var message in messages)
        {
            await inbox.AddAsync(message, CancellationToken.None);
        }

        Assert.Equal(messages, (await inbox.TakeUpAsync(CancellationToken.None)).Select(one => one.Message));
    }

    [Fact]
    public async Task What_another_version_wrote_and_cannot_be_read_does_not_stop_the_start()
    {
        await using var database = Database(TimeProvider.System);
        await database.OpenAsync(CancellationToken.None);
        var inbox = new SqliteInbox(database, NullLogger<SqliteInbox>.Instance);
        await inbox.AddAsync(ConversationBot.Message("1"), CancellationToken.None);
        await inbox.AddAsync(ConversationBot.Message("2"), CancellationToken.None);
        await database.WriteAsync(connection => connection.Run("UPDATE inbox SET message = ?1 WHERE event = ?2", """{"Request":{"$type":"dance"}}""", "1"), CancellationToken.None);

        Assert.Equal("2", Assert.Single(await inbox.TakeUpAsync(CancellationToken.None)).Message.Event.Id);
    }

    [Fact]
    public async Task Where_neither_the_disk_nor_the_chat_works_the_chat_keeps_the_message()
    {
        await using var bot = await ConversationBot.StartAsync(_folder, _chat);
        _chat.BeforePost = (_, _, _) => Task.FromResult<Delivery?>(new Delivery.Later("away"));
        var full = await bot.Database.WriteAsync(connection => connection.Query("PRAGMA page_count", row => row.GetInt64(0))[0], CancellationToken.None);
        await bot.Database.WriteAsync(connection => connection.Run($"PRAGMA max_page_count = {full}"), CancellationToken.None);

        await Assert.ThrowsAsync<StorageException>(() => bot.ReceiveAsync(ConversationBot.Message("1", new Request.Ask(new string('x', 200_000)))));
    }

    private ConversationDatabase Database(TimeProvider clock) =>
        new(new BotHome(_folder.Path, _folder.Path), Options.Create(new IndexSettings()), clock, NullLogger<ConversationDatabase>.Instance);
}
