using System.Text;
using Bot.Discord.Interactions;
using Bot.Discord.Resources;
using Bot.Discord.Rest;
using Bot.Discord.Tests.Fakes;

namespace Bot.Discord.Tests.Rest;

/// <summary>What goes over the wire.</summary>
public sealed class RequestTests : IDisposable
{
    private const string Message = """{"id":"1","channel_id":"2"}""";

    private readonly RestBench _bench = new();

    [Fact]
    public async Task Introduces_itself_and_notifies_nobody()
    {
        var post = _bench.PostAsync();
        var call = await _bench.Discord.CallAsync();
        Assert.Equal((HttpMethod.Post, "channels/2/messages"), (call.Request.Method, call.Path));
        Assert.Equal("Bot secret-token", call.Request.Headers.Authorization!.ToString());
        Assert.StartsWith("DiscordBot (https://", call.Request.Headers.UserAgent.ToString(), StringComparison.Ordinal);
        Assert.Equal("""{"content":"hello","allowed_mentions":{"parse":[],"replied_user":false},"nonce":"n","enforce_nonce":true}""", call.Body);
        call.Answer(200, Message);
        await post;
    }

    [Fact]
    public async Task Writes_replies_embeds_components_and_flags()
    {
        var post = _bench.Messages.CreateAsync(
            new(2),
            new()
            {
                MessageReference = MessageReference.To(new(9)),
                AllowedMentions = AllowedMentions.RepliedUserOnly,
                Embeds = [new() { Title = "T", Color = 0xFF, Fields = [new("a", "b")] }],
                Components = [Component.Row(Component.Button("id", "Show passage", emoji: Emoji.Unicode("📖")), Component.LinkButton("https://example.org", "Open"))],
                Flags = MessageFlags.SuppressEmbeds,
            },
            CancellationToken.None);
        var call = await _bench.Discord.CallAsync();
        Assert.Equal(
            """
            {"embeds":[{"title":"T","color":255,"fields":[{"name":"a","value":"b","inline":false}]}],
            "components":[{"type":1,"components":[{"type":2,"custom_id":"id","style":2,"label":"Show passage","emoji":{"name":"\uD83D\uDCD6"}},{"type":2,"style":5,"label":"Open","url":"https://example.org"}]}],
            "allowed_mentions":{"parse":[],"replied_user":true},"message_reference":{"message_id":"9","fail_if_not_exists":false},"flags":4}
            """.ReplaceLineEndings(""),
            call.Body);
        call.Answer(200, Message);
        await post.Soon();
    }

    [Fact]
    public async Task Sends_files_beside_the_message()
    {
        var post = _bench.Messages.CreateAsync(
            new(2), new() { Content = "see", Files = [new("answer.md", Encoding.UTF8.GetBytes("# Long"), "text/markdown") { Description = "the rest" }] }, CancellationToken.None);
        var call = await _bench.Discord.CallAsync();
        Assert.Equal("multipart/form-data", call.Request.Content!.Headers.ContentType!.MediaType);
        Assert.Contains("name=payload_json", call.Body, StringComparison.Ordinal);
        Assert.Contains("\"attachments\":[{\"id\":\"0\",\"filename\":\"answer.md\",\"description\":\"the rest\"}]", call.Body, StringComparison.Ordinal);
        Assert.Contains("name=\"files[0]\"; filename=answer.md", call.Body, StringComparison.Ordinal);
        Assert.Contains("# Long", call.Body, StringComparison.Ordinal);
        call.Answer(200, Message);
        await post.Soon();
    }

    [Fact]
    public async Task Edits_only_what_is_given_and_takes_away_what_is_empty()
    {
        var edit = _bench.Messages.EditAsync(new(2), new(3), new() { Content = "", Components = [] }, CancellationToken.None);
        var call = await _bench.Discord.CallAsync();
        Assert.Equal((HttpMethod.Patch, "channels/2/messages/3"), (call.Request.Method, call.Path));
        Assert.Equal("""{"content":"","components":[],"allowed_mentions":{"parse":[],"replied_user":false}}""", call.Body);
        call.Answer(200, Message);
        await edit.Soon();
    }

    public static TheoryData<object, string> Responses => new()
    {
        { new InteractionResponse.Reply(new() { Content = "hi", Flags = MessageFlags.Ephemeral }), """{"type":4,"data":{"content":"hi","allowed_mentions":{"parse":[],"replied_user":false},"flags":64}}""" },
        { new InteractionResponse.DeferredReply(Ephemeral: false), """{"type":5}""" },
        { new InteractionResponse.DeferredUpdate(), """{"type":6}""" },
        { new InteractionResponse.UpdateMessage(new() { Content = "new" }), """{"type":7,"data":{"content":"new","allowed_mentions":{"parse":[],"replied_user":false}}}""" },
        { new InteractionResponse.Autocomplete([.. Enumerable.Range(0, 30).Select(_ => new CommandChoice("n", "v"))]), """{"type":8,"data":{"choices":[""" + string.Join(',', Enumerable.Repeat("""{"name":"n","value":"v"}""", 25)) + "]}}" },
        { new InteractionResponse.Modal("form", "Title", [Component.TextField("a", "Why")]), """{"type":9,"data":{"custom_id":"form","title":"Title","components":[{"type":18,"label":"Why","component":{"type":4,"custom_id":"a","style":1,"required":true}}]}}""" },
    };

    [Theory]
    [MemberData(nameof(Responses))]
    public async Task Writes_each_answer_to_an_interaction(object response, string body)
    {
        var answer = _bench.Interactions.RespondAsync(new(1), new("t/k"), (InteractionResponse)response, CancellationToken.None);
        var call = await _bench.Discord.CallAsync();
        Assert.Equal(("interactions/1/t%2Fk/callback", body), (call.Path, call.Body));
        call.Answer(204, "");
        await answer.Soon();
    }

    [Fact]
    public async Task Knows_its_endpoints()
    {
        await ExpectAsync(_bench.Messages.GetAsync(new(2), new(3), default), "GET channels/2/messages/3", Message);
        await ExpectAsync(_bench.Messages.DeleteAsync(new(2), new(3), default), "DELETE channels/2/messages/3", "");
        await ExpectAsync(_bench.Messages.AddReactionAsync(new(2), new(3), "👍", default), "PUT channels/2/messages/3/reactions/%F0%9F%91%8D/@me", "");
        await ExpectAsync(_bench.Messages.RemoveReactionAsync(new(2), new(3), "a:4", default), "DELETE channels/2/messages/3/reactions/a%3A4/@me", "");
        await ExpectAsync(_bench.Channels.TriggerTypingAsync(new(2), default), "POST channels/2/typing", "");
        await ExpectAsync(_bench.Interactions.GetOriginalAsync(new(1), new("t"), default), "GET webhooks/1/t/messages/@original", Message);
        await ExpectAsync(_bench.Interactions.DeleteOriginalAsync(new(1), new("t"), default), "DELETE webhooks/1/t/messages/@original", "");
        await ExpectAsync(_bench.Interactions.CreateFollowUpAsync(new(1), new("t"), new() { Content = "x" }, default), "POST webhooks/1/t?wait=true", Message);
        await ExpectAsync(_bench.Interactions.EditFollowUpAsync(new(1), new("t"), new(5), new() { Content = "x" }, default), "PATCH webhooks/1/t/messages/5", Message);
        await ExpectAsync(_bench.Interactions.DeleteFollowUpAsync(new(1), new("t"), new(5), default), "DELETE webhooks/1/t/messages/5", "");
        await ExpectAsync(_bench.Applications.GetGatewayBotAsync(default), "GET gateway/bot", """{"url":"wss://gateway.discord.gg","shards":1}""");
        await ExpectAsync(_bench.Applications.GetApplicationAsync(default), "GET applications/@me", """{"id":"1","flags":524288}""");
        await ExpectAsync(_bench.Applications.GetCommandsAsync(new(1), guildId: null, default), "GET applications/1/commands?with_localizations=true", "[]");
        await ExpectAsync(_bench.Applications.OverwriteCommandsAsync(new(1), new(9), [], default), "PUT applications/1/guilds/9/commands", "[]");
    }

    [Fact]
    public async Task Reads_commands_whose_choices_are_numbers()
    {
        var get = _bench.Applications.GetCommandsAsync(new(1), guildId: null, CancellationToken.None);
        (await _bench.Discord.CallAsync()).Answer(
            200, """[{"id":"2","type":1,"name":"dice","description":"Throws","options":[{"type":4,"name":"sides","description":"How many","choices":[{"name":"six","value":6}]}]}]""");
        Assert.Equal("6", Assert.Single(Assert.Single(Assert.Single(await get.Soon()).Options!).Choices!).Value);
    }

    public void Dispose() => _bench.Dispose();

    private async Task ExpectAsync(Task calling, string endpoint, string answer)
    {
        var call = await _bench.Discord.CallAsync();
        Assert.Equal(endpoint, $"{call.Request.Method} {call.Path}");
        call.Answer(200, answer);
        await calling.Soon();
    }
}
