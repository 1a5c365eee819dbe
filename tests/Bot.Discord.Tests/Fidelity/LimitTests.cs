using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Discord.Simulator;
using Bot.Discord.Simulator.State;

namespace Bot.Discord.Tests.Fidelity;

public sealed class LimitTests
{
    private static readonly object[] ManyButtons = [.. Enumerable.Range(0, 6).Select(n => new { type = 2, style = 1, label = "x", custom_id = $"{n}" })];

    public static TheoryData<string, string> BadMessages => new()
    {
        { """{"content":"LONG2001"}""", "content" },
        { """{"embeds":[{"description":"LONG4097"}]}""", "embeds.0.description" },
        { """{"embeds":[{"description":"LONG4096"},{"description":"LONG2000"}]}""", "embeds" },
        { """{"embeds":[{"fields":[{"name":"n","value":"LONG1025"}]}]}""", "embeds.0.fields.0.value" },
        { """{"embeds":[{"footer":{"text":"LONG2049"}}]}""", "embeds.0.footer.text" },
        { """{"content":"x","nonce":"12345678901234567890123456"}""", "nonce" },
        { """{"content":"x","components":[{"type":2,"style":1,"label":"bare","custom_id":"x"}]}""", "components.0.type" },
        { """{"content":"x","components":[{"type":1,"components":[{"type":2,"style":1,"label":"x","custom_id":"LONG101"}]}]}""", "components.0.components.0.custom_id" },
        { """{"content":"x","components":[{"type":1,"components":[{"type":2,"style":1,"label":"x","custom_id":"a"},{"type":2,"style":1,"label":"y","custom_id":"a"}]}]}""", "components.0.components.1.custom_id" },
        { """{"content":"x","components":[{"type":1,"components":[{"type":2,"style":5,"label":"x","url":"LONG513"}]}]}""", "components.0.components.0.url" },
        { """{"content":"x","components":[{"type":1,"components":[{"type":2,"style":1,"label":"LONG81","custom_id":"a"}]}]}""", "components.0.components.0.label" },
        { """{"content":"x","allowed_mentions":{"parse":["users"],"users":["1"]}}""", "allowed_mentions" },
        { """{"content":"x","allowed_mentions":{"parse":["all"]}}""", "allowed_mentions.parse.0" },
        { """{"content":"x","flags":32768,"components":[{"type":10,"content":"v2"}]}""", "content" },
        { """{"content":"x","message_reference":{"message_id":"1"}}""", "message_reference" },
    };

    [Theory]
    [MemberData(nameof(BadMessages))]
    public async Task A_message_over_a_limit_gets_50035_and_the_place(string message, string place)
    {
        await using var discord = await DiscordSimulator.StartAsync();
        using var client = new RawClient(discord);

        var (status, answer) = await client.PostAsync(Fill(JsonNode.Parse(message)!));

        Assert.Equal((400, 50035), (status, (int)answer["code"]!));
        Assert.NotNull(place.Split('.').Aggregate(answer["errors"], (node, step) => node?[step])?["_errors"]);
        Assert.Empty(discord.Messages);
    }

    [Theory]
    [InlineData("""{"content":"LONG2000"}""")]
    [InlineData("""{"embeds":[{"description":"LONG4096"},{"description":"LONG1904"}]}""")]
    [InlineData("""{"flags":32768,"components":[{"type":17,"components":[{"type":10,"content":"v2"}]}]}""")]
    [InlineData("""{"content":"x","message_reference":{"message_id":"1","fail_if_not_exists":false}}""")]
    public async Task A_message_at_the_limit_is_posted(string message)
    {
        await using var discord = await DiscordSimulator.StartAsync();
        using var client = new RawClient(discord);

        Assert.Equal(200, (await client.PostAsync(Fill(JsonNode.Parse(message)!))).Status);
    }

    [Fact]
    public async Task A_row_takes_five_buttons()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        using var client = new RawClient(discord);

        Assert.Equal(200, (await client.PostAsync(new { content = "x", components = new[] { new { type = 1, components = ManyButtons[..5] } } })).Status);
        Assert.Equal(400, (await client.PostAsync(new { content = "x", components = new[] { new { type = 1, components = ManyButtons } } })).Status);
    }

    [Theory]
    [InlineData("""{"name":"Ask","description":"d"}""", "name")]
    [InlineData("""{"name":"ask me","description":"d"}""", "name")]
    [InlineData("""{"name":"ask"}""", "description")]
    [InlineData("""{"name":"ask","description":"LONG101"}""", "description")]
    [InlineData("""{"name":"ask","description":"d","description_localizations":{"zh-XX":"x"}}""", "description_localizations")]
    [InlineData("""{"name":"ask","description":"d","name_localizations":{"de":"Frag mich"}}""", "name_localizations.de")]
    [InlineData("""{"name":"ask","description":"d","options":[{"type":3,"name":"a","description":"d"},{"type":3,"name":"b","description":"d","required":true}]}""", "options.1.required")]
    [InlineData("""{"name":"ask","description":"d","options":[{"type":3,"name":"a","description":"d","autocomplete":true,"choices":[{"name":"x","value":"x"}]}]}""", "options.0.autocomplete")]
    [InlineData("""{"name":"ask","description":"d","options":[{"type":3,"name":"a","description":"d","max_length":6001}]}""", "options.0.max_length")]
    [InlineData("""{"name":"ask","description":"d","options":[{"type":12,"name":"a","description":"d"}]}""", "options.0.type")]
    [InlineData("""{"name":"ask","description":"d","default_member_permissions":"all"}""", "default_member_permissions")]
    public async Task A_bad_command_gets_50035_and_the_place(string command, string place)
    {
        await using var discord = await DiscordSimulator.StartAsync();
        using var client = new RawClient(discord);

        var (status, answer) = await client.CallAsync("PUT", $"applications/{discord.Bot.Id}/commands", new[] { Fill(JsonNode.Parse(command)!) });

        Assert.Equal((400, 50035), (status, (int)answer["code"]!));
        Assert.NotNull($"0.{place}".Split('.').Aggregate(answer["errors"], (node, step) => node?[step])?["_errors"]);
    }

    [Theory]
    [InlineData("""{"name":"询问","description":"d"}""")]
    [InlineData("""{"name":"ask","description":"d","description_localizations":{"zh-CN":"问","zh-TW":"問"},"default_member_permissions":"0","contexts":[0,1]}""")]
    public async Task A_good_command_is_registered(string command)
    {
        await using var discord = await DiscordSimulator.StartAsync();
        using var client = new RawClient(discord);

        Assert.Equal(200, (await client.CallAsync("PUT", $"applications/{discord.Bot.Id}/commands", new[] { JsonNode.Parse(command) })).Status);
        Assert.Single(discord.Commands);
    }

    [Fact]
    public async Task The_201st_new_command_of_a_day_gets_30034()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        using var client = new RawClient(discord);
        var path = $"applications/{discord.Bot.Id}/commands";
        for (var round = 0; round < 2; round++)
        {
            await client.CallAsync("PUT", path, Enumerable.Range(0, 100).Select(n => new { name = $"c{round}-{n}", description = "d" }));
        }

        Assert.Equal(30034, await client.CodeOfAsync("PUT", path, new[] { new { name = "one-more", description = "d" } }));
    }

    [Fact]
    public async Task What_the_bot_may_not_do_gets_50001_50013_or_50007()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        using var client = new RawClient(discord);
        discord.Deny(discord.Channel, discord.Bot, Permissions.SendMessages);
        var hidden = discord.AddChannel(discord.Guild, "hidden");
        discord.Deny(hidden, discord.Bot, Permissions.ViewChannel);
        discord.CloseDirectMessages(discord.User);

        Assert.Equal(50013, (int)(await client.PostAsync(new { content = "x" })).Body["code"]!);
        Assert.Equal(50001, await client.CodeOfAsync("POST", $"channels/{hidden.Id}/messages", new { content = "x" }));
        Assert.Equal(50007, await client.CodeOfAsync("POST", $"channels/{discord.Direct(discord.User).Id}/messages", new { content = "x" }));
    }

    [Fact]
    public async Task A_thread_starts_in_no_thread_and_no_direct_conversation_and_a_locked_one_takes_no_posts()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        using var client = new RawClient(discord);
        var thread = discord.StartThread(discord.User, discord.Ask("a question"), "thread");
        var inThread = discord.Post(discord.User, thread, "more");
        var direct = discord.Post(discord.User, discord.Direct(discord.User), "in private");

        Assert.Equal(50024, await client.CodeOfAsync("POST", $"channels/{thread.Id}/messages/{inThread.Id}/threads", new { name = "x" }));
        Assert.Equal(50024, await client.CodeOfAsync("POST", $"channels/{direct.ChannelId}/messages/{direct.Id}/threads", new { name = "x" }));
        discord.Archive(thread);
        Assert.Equal(0, await client.CodeOfAsync("POST", $"channels/{thread.Id}/messages", new { content = "wakes it up" }));
        Assert.False(discord.ChannelById(thread.Id)!.Archived);
        discord.Archive(thread, locked: true);
        Assert.Equal(50083, await client.CodeOfAsync("POST", $"channels/{thread.Id}/messages", new { content = "x" }));
    }

    [Theory]
    [InlineData("{}", true)]
    [InlineData("""{"allowed_mentions":{"parse":[]}}""", false)]
    [InlineData("""{"allowed_mentions":{"parse":["users"]}}""", true)]
    public async Task Allowed_mentions_decide_who_is_pinged(string rules, bool pinged)
    {
        await using var discord = await DiscordSimulator.StartAsync();
        using var client = new RawClient(discord);
        var message = JsonNode.Parse(rules)!.AsObject();
        message["content"] = $"{discord.User.Mention} @everyone";

        await client.PostAsync(message);

        var posted = Assert.Single(discord.Messages);
        Assert.Equal(pinged, posted.Pings.Users.Contains(discord.User.Id));
        Assert.False(posted.Pings.Everyone);
    }

    [Fact]
    public async Task A_call_that_Discord_does_not_know_fails_the_test()
    {
        var discord = await DiscordSimulator.StartAsync();
        using var client = new RawClient(discord);

        Assert.Equal(404, (await client.CallAsync("GET", "nowhere")).Status);

        Assert.Contains("GET /nowhere", (await Assert.ThrowsAsync<InvalidOperationException>(async () => await discord.DisposeAsync())).Message, StringComparison.Ordinal);
    }

    /// <summary>Replaces LONG followed by a number by that many letters, anywhere.</summary>
    private static JsonNode Fill(JsonNode node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members.ToArray())
                {
                    members[name] = value is null ? null : Fill(value).DeepClone();
                }
                return members;
            case JsonArray items:
                return new JsonArray([.. items.Select(item => item is null ? null : Fill(item).DeepClone())]);
            case JsonValue value when value.TryGetValue<string>(out var text) && text.StartsWith("LONG", StringComparison.Ordinal):
                return JsonValue.Create(new string('x', int.Parse(text.AsSpan(4), CultureInfo.InvariantCulture)));
            default:
                return node;
        }
    }
}
