using System.Text.Json.Nodes;
using Bot.Slack.Simulator;
using Bot.Slack.Simulator.Faults;

namespace Bot.Slack.Tests.Simulator;

public sealed class ChatMethodsTests
{
    [Fact]
    public async Task A_message_is_posted_edited_and_read_back_with_its_metadata()
    {
        await using var slack = await SlackSimulator.StartAsync();
        using var app = new RawSlackApp(slack);
        var ann = slack.AddUser("ann");
        var general = slack.AddChannel("general", ann);
        var question = ann.Mention(general, "hello?");

        var posted = await app.CallAsync("chat.postMessage", new()
        {
            ["channel"] = general.Id,
            ["thread_ts"] = question.RootTs,
            ["text"] = "One moment",
            ["metadata"] = new JsonObject { ["event_type"] = "answer", ["event_payload"] = new JsonObject { ["answer_id"] = "a1" } },
        });
        await app.CallAsync("chat.update", new() { ["channel"] = general.Id, ["ts"] = (string)posted["ts"]!, ["text"] = "The answer" });
        var thread = await app.CallAsync("conversations.replies", new() { ["channel"] = general.Id, ["ts"] = question.RootTs, ["include_all_metadata"] = true });

        var reply = await slack.ReplyAsync(question);
        Assert.Equal(["One moment", "The answer"], reply.Revisions.Select(revision => revision.Text));
        Assert.Equal("a1", (string?)thread["messages"]![1]!["metadata"]!["event_payload"]!["answer_id"]);
        Assert.Equal("The answer", (string?)thread["messages"]![1]!["text"]);
    }

    [Theory]
    [InlineData("chat.postMessage", """{"channel":"C0NOWHERE","text":"x"}""", "channel_not_found")]
    [InlineData("chat.postMessage", """{"channel":"GENERAL"}""", "no_text")]
    [InlineData("chat.postMessage", """{"channel":"GENERAL","text":"x","thread_ts":"1.000001"}""", "thread_not_found")]
    [InlineData("chat.postMessage", """{"channel":"GENERAL","text":"x","markdown_text":"x"}""", "markdown_text_conflict")]
    [InlineData("chat.update", """{"channel":"GENERAL","ts":"1.000001","text":"x"}""", "message_not_found")]
    [InlineData("chat.postWhatever", "{}", "unknown_method")]
    public async Task A_call_that_cannot_be_is_refused_with_the_code_of_Slack(string method, string arguments, string error)
    {
        await using var slack = await SlackSimulator.StartAsync();
        using var app = new RawSlackApp(slack);
        var general = slack.AddChannel("general");

        var answer = await app.CallAsync(method, JsonNode.Parse(arguments.Replace("GENERAL", general.Id, StringComparison.Ordinal))!.AsObject());

        Assert.Equal(error, (string?)answer["error"]);
        slack.TakeUnexpected();
    }

    [Fact]
    public async Task A_missing_scope_is_named_with_what_is_there()
    {
        await using var slack = await SlackSimulator.StartAsync();
        using var app = new RawSlackApp(slack);
        slack.Workspace.WithoutScope("chat:write");

        var answer = await app.CallAsync("chat.postMessage", new() { ["channel"] = slack.AddChannel("general").Id, ["text"] = "x" });

        Assert.Equal(("missing_scope", "chat:write"), ((string?)answer["error"], (string?)answer["needed"]));
        Assert.Contains("users:read", (string?)answer["provided"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_error_after_applying_leaves_the_message_posted()
    {
        await using var slack = await SlackSimulator.StartAsync();
        using var app = new RawSlackApp(slack);
        var general = slack.AddChannel("general");
        slack.Faults.Next("chat.postMessage", new ApiFault.Status(503), new ApiFault.Status(500, Applied: true));

        using var before = await app.SendAsync("chat.postMessage", slack.BotToken, new() { ["channel"] = general.Id, ["text"] = "never" });
        using var after = await app.SendAsync("chat.postMessage", slack.BotToken, new() { ["channel"] = general.Id, ["text"] = "posted" });

        Assert.Equal((503, 500), ((int)before.StatusCode, (int)after.StatusCode));
        Assert.Equal("posted", Assert.Single(general.Messages).Text);
    }

    [Fact]
    public async Task A_cut_answer_breaks_off()
    {
        await using var slack = await SlackSimulator.StartAsync();
        using var app = new RawSlackApp(slack);
        var general = slack.AddChannel("general");
        slack.Faults.Next("chat.postMessage", new ApiFault.CutAnswer());

        await Assert.ThrowsAsync<HttpRequestException>(() => app.CallAsync("chat.postMessage", new() { ["channel"] = general.Id, ["text"] = "posted" }));

        Assert.Equal("posted", Assert.Single(general.Messages).Text);
    }

    [Fact]
    public async Task Posting_too_often_in_a_channel_is_refused_with_a_wait()
    {
        await using var slack = await SlackSimulator.StartAsync();
        using var app = new RawSlackApp(slack);
        var general = slack.AddChannel("general");
        HttpResponseMessage? refused = null;
        for (var i = 0; i < 20 && refused is null; i++)
        {
            var answer = await app.SendAsync("chat.postMessage", slack.BotToken, new() { ["channel"] = general.Id, ["text"] = "x" });
            refused = (int)answer.StatusCode == 429 ? answer : null;
        }

        Assert.NotNull(refused);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 30);
        refused.Dispose();
    }

    [Fact]
    public async Task An_unexpected_call_fails_the_test_at_the_end()
    {
        var slack = await SlackSimulator.StartAsync();
        using var app = new RawSlackApp(slack);
        await app.CallAsync("chat.postWhatever");

        var exception = await Assert.ThrowsAsync<SlackSimulatorException>(async () => await slack.DisposeAsync());

        Assert.Contains("chat.postWhatever", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_app_token_is_not_taken_from_the_body()
    {
        await using var slack = await SlackSimulator.StartAsync();
        using var app = new RawSlackApp(slack);

        var answer = await app.CallAsync("apps.connections.open", token: null, new() { ["token"] = slack.AppToken });

        Assert.Equal("invalid_auth", (string?)answer["error"]);
    }

    [Fact]
    public async Task An_update_may_have_four_thousand_bytes_and_no_more()
    {
        await using var slack = await SlackSimulator.StartAsync();
        using var app = new RawSlackApp(slack);
        var general = slack.AddChannel("general");
        var ts = (string?)(await app.CallAsync("chat.postMessage", new() { ["channel"] = general.Id, ["text"] = "x" }))["ts"];

        // Three bytes each.
        var fits = await app.CallAsync("chat.update", new() { ["channel"] = general.Id, ["ts"] = ts, ["text"] = new string('法', 1333) });
        var tooLong = await app.CallAsync("chat.update", new() { ["channel"] = general.Id, ["ts"] = ts, ["text"] = new string('法', 1334) });

        Assert.Equal((null, "msg_too_long"), ((string?)fits["error"], (string?)tooLong["error"]));
        slack.TakeUnexpected();
    }

    [Fact]
    public async Task Json_without_a_character_set_is_warned_of()
    {
        await using var slack = await SlackSimulator.StartAsync();
        using var http = new HttpClient();
        using var content = new StringContent("{}", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        http.DefaultRequestHeaders.Authorization = new("Bearer", slack.BotToken);

        using var answer = await http.PostAsync(new Uri(slack.ApiBaseAddress, "auth.test"), content);

        Assert.Contains("\"warning\":\"missing_charset\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_named_as_a_thread_is_noted_as_a_mistake()
    {
        await using var slack = await SlackSimulator.StartAsync();
        using var app = new RawSlackApp(slack);
        var ann = slack.AddUser("ann");
        var general = slack.AddChannel("general", ann);
        var reply = ann.Reply(ann.Mention(general, "hello?").Message, "and?");

        await app.CallAsync("chat.postMessage", new() { ["channel"] = general.Id, ["thread_ts"] = reply.Message.Ts, ["text"] = "orphan" });

        Assert.Contains("a thread is named by its root", Assert.Single(slack.TakeUnexpected()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_by_chance_are_the_same_for_the_same_seed()
    {
        var runs = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            await using var slack = await SlackSimulator.StartAsync(new() { RateLimitFactor = 0 });
            using var app = new RawSlackApp(slack);
            slack.Faults.ByChance(seed: 11, share: 0.5, ["auth.test"], new ApiFault.Error("internal_error"));
            var answers = new List<bool>();
            for (var i = 0; i < 20; i++)
            {
                answers.Add((bool)(await app.CallAsync("auth.test"))["ok"]!);
            }
            runs.Add(string.Join(' ', answers));
        }

        Assert.Equal(runs[0], runs[1]);
        Assert.Contains("True", runs[0], StringComparison.Ordinal);
        Assert.Contains("False", runs[0], StringComparison.Ordinal);
    }
}
