using System.Text.Json.Nodes;
using Bot.Slack.Simulator;
using Bot.Slack.Simulator.Workspaces;
using Bot.Testing;

namespace Bot.Slack.Tests.Simulator;

public sealed class InteractionTests
{
    private const string PickerView = """
        {"type":"modal","callback_id":"clause","title":{"type":"plain_text","text":"Clause"},"submit":{"type":"plain_text","text":"Show"},
         "blocks":[{"type":"input","block_id":"which","label":{"type":"plain_text","text":"Clause"},"element":{"type":"external_select","action_id":"clause","min_query_length":1}}]}
        """;

    [Fact]
    public async Task A_command_comes_once_and_its_acknowledgement_is_shown_to_the_asker_alone()
    {
        var clock = new ManualTimeProvider();
        await using var slack = await SlackSimulator.StartAsync(new() { Clock = clock });
        using var app = new RawSlackApp(slack);
        var ann = slack.AddUser("ann");
        var general = slack.AddChannel("general", ann);
        using var socket = await app.ConnectAndGreetAsync();

        var answered = ann.Command(general, "/ask", "what?");
        await socket.AcknowledgeAsync(await socket.ReceiveAsync(), new() { ["text"] = "This." });
        await answered.Acknowledged;
        var ignored = ann.Command(general, "/ask", "what?");
        await socket.ReceiveAsync();
        clock.Advance(TimeSpan.FromSeconds(3));

        await Assert.ThrowsAsync<Bot.Slack.Simulator.SocketMode.DeliveryLostException>(() => ignored.Acknowledged);
        Assert.Single(ignored.Delivery.Attempts);
        Assert.Equal(("This.", ann.Id), ((await slack.EphemeralAsync(ann)).Text, slack.Ephemerals.Single().UserId));
    }

    [Fact]
    public async Task A_response_url_works_five_times()
    {
        await using var slack = await SlackSimulator.StartAsync();
        using var app = new RawSlackApp(slack);
        var ann = slack.AddUser("ann");
        using var socket = await app.ConnectAndGreetAsync();
        var command = ann.Command(slack.AddChannel("general", ann), "/ask", "what?");
        await socket.AcknowledgeAsync(await socket.ReceiveAsync());
        var statuses = new List<int>();

        for (var i = 0; i < 6; i++)
        {
            using var answer = await app.PostAsync(command.ResponseUrl.ToString(), new() { ["text"] = $"{i}", ["replace_original"] = true });
            statuses.Add((int)answer.StatusCode);
        }

        Assert.Equal([200, 200, 200, 200, 200, 404], statuses);
        Assert.Equal(["0", "1", "2", "3", "4"], slack.Ephemerals.Single().Revisions.Select(revision => revision.Text));
        Assert.Contains("more than five times", Assert.Single(slack.TakeUnexpected()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_response_url_works_for_thirty_minutes()
    {
        var clock = new ManualTimeProvider();
        await using var slack = await SlackSimulator.StartAsync(new() { Clock = clock });
        using var app = new RawSlackApp(slack);
        var ann = slack.AddUser("ann");
        using var socket = await app.ConnectAndGreetAsync();
        var command = ann.Command(slack.AddChannel("general", ann), "/ask", "what?");
        await socket.AcknowledgeAsync(await socket.ReceiveAsync());

        clock.Advance(TimeSpan.FromMinutes(31));
        using var answer = await app.PostAsync(command.ResponseUrl.ToString(), new() { ["text"] = "late" });

        Assert.Equal(404, (int)answer.StatusCode);
        slack.TakeUnexpected();
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(4, "expired_trigger_id")]
    public async Task A_trigger_opens_a_view_within_three_seconds(int seconds, string? error)
    {
        var clock = new ManualTimeProvider();
        await using var slack = await SlackSimulator.StartAsync(new() { Clock = clock });
        using var app = new RawSlackApp(slack);
        var ann = slack.AddUser("ann");
        using var socket = await app.ConnectAndGreetAsync();
        var command = ann.Command(slack.AddChannel("general", ann), "/clause");
        await socket.AcknowledgeAsync(await socket.ReceiveAsync());

        clock.Advance(TimeSpan.FromSeconds(seconds));
        var opened = await app.CallAsync("views.open", new() { ["trigger_id"] = command.TriggerId, ["view"] = JsonNode.Parse(PickerView) });

        Assert.Equal(error, (string?)opened["error"]);
    }

    [Fact]
    public async Task A_trigger_opens_one_view()
    {
        await using var slack = await SlackSimulator.StartAsync();
        using var app = new RawSlackApp(slack);
        var ann = slack.AddUser("ann");
        using var socket = await app.ConnectAndGreetAsync();
        var command = ann.Command(slack.AddChannel("general", ann), "/clause");
        await app.CallAsync("views.open", new() { ["trigger_id"] = command.TriggerId, ["view"] = JsonNode.Parse(PickerView) });

        var again = await app.CallAsync("views.open", new() { ["trigger_id"] = command.TriggerId, ["view"] = JsonNode.Parse(PickerView) });

        Assert.Equal("exchanged_trigger_id", (string?)again["error"]);
        slack.TakeUnexpected();
    }

    [Fact]
    public async Task A_picker_shows_what_the_app_suggests_and_its_choice_is_submitted()
    {
        await using var slack = await SlackSimulator.StartAsync();
        using var app = new RawSlackApp(slack);
        var ann = slack.AddUser("ann");
        using var socket = await app.ConnectAndGreetAsync();
        var command = ann.Command(slack.AddChannel("general", ann), "/clause");
        await socket.AcknowledgeAsync(await socket.ReceiveAsync());
        await app.CallAsync("views.open", new() { ["trigger_id"] = command.TriggerId, ["view"] = JsonNode.Parse(PickerView) });
        var modal = await slack.ModalAsync(ann);

        var suggesting = ann.SuggestAsync(modal, "clause", "22603");
        var suggestion = await socket.ReceiveAsync();
        await socket.AcknowledgeAsync(suggestion, JsonNode.Parse("""{"options":[{"text":{"type":"plain_text","text":"22603(b)"},"value":"22603b"}]}""")!.AsObject());
        var option = Assert.Single(await suggesting);
        ann.Pick(modal, "clause", option);
        var submission = ann.Submit(modal);
        var envelope = await socket.ReceiveAsync();
        await socket.AcknowledgeAsync(envelope, JsonNode.Parse("""{"response_action":"errors","errors":{"which":"no such clause"}}""")!.AsObject());
        await submission.Acknowledged;

        Assert.Equal("22603", (string?)suggestion["payload"]!["value"]);
        Assert.Equal("22603b", (string?)envelope["payload"]!["view"]!["state"]!["values"]!["which"]!["clause"]!["selected_option"]!["value"]);
        Assert.Equal("no such clause", modal.Errors["which"]);
        Assert.True(modal.IsOpen);
    }

    [Fact]
    public async Task A_click_names_the_button_and_its_response_url_replaces_the_message()
    {
        await using var slack = await SlackSimulator.StartAsync();
        using var app = new RawSlackApp(slack);
        var ann = slack.AddUser("ann");
        var general = slack.AddChannel("general", ann);
        using var socket = await app.ConnectAndGreetAsync();
        var posted = await app.CallAsync("chat.postMessage", new()
        {
            ["channel"] = general.Id,
            ["text"] = "answer",
            ["blocks"] = JsonNode.Parse("""[{"type":"actions","elements":[{"type":"button","action_id":"helpful","value":"a1","text":{"type":"plain_text","text":"Helpful"}}]}]"""),
        });
        var message = await slack.BotMessageAsync(general, found => found.Ts == (string?)posted["ts"]);

        var click = ann.Click(message, "helpful");
        var envelope = await socket.ReceiveAsync();
        await socket.AcknowledgeAsync(envelope);
        using var replaced = await app.PostAsync(click.ResponseUrl!.ToString(), new() { ["text"] = "thanks", ["replace_original"] = true });

        Assert.Equal(("helpful", "a1"), ((string?)envelope["payload"]!["actions"]![0]!["action_id"], (string?)envelope["payload"]!["actions"]![0]!["value"]));
        Assert.Equal("thanks", message.Text);
    }

    [Fact]
    public async Task A_stream_grows_until_it_is_stopped()
    {
        await using var slack = await SlackSimulator.StartAsync();
        using var app = new RawSlackApp(slack);
        var question = slack.AddUser("ann").Message("what?");
        var started = await app.CallAsync("chat.startStream", new() { ["channel"] = question.Channel.Id, ["thread_ts"] = question.RootTs, ["markdown_text"] = "One" });
        var stream = new JsonObject { ["channel"] = question.Channel.Id, ["ts"] = (string)started["ts"]!, ["markdown_text"] = ", two" };

        await app.CallAsync("chat.appendStream", stream);
        var edited = await app.CallAsync("chat.update", new() { ["channel"] = question.Channel.Id, ["ts"] = (string)started["ts"]!, ["text"] = "no" });
        await app.CallAsync("chat.stopStream", stream);
        var late = await app.CallAsync("chat.appendStream", stream);

        var reply = await slack.ReplyAsync(question);
        Assert.Equal(("One, two, two", StreamState.Stopped), (reply.Text, reply.Stream));
        Assert.Equal(("streaming_state_conflict", "message_not_in_streaming_state"), ((string?)edited["error"], (string?)late["error"]));
    }

    [Fact]
    public async Task A_stream_that_a_person_stops_refuses_more_and_tells_the_app()
    {
        await using var slack = await SlackSimulator.StartAsync();
        using var app = new RawSlackApp(slack);
        var ann = slack.AddUser("ann");
        var question = ann.Message("what?");
        var started = await app.CallAsync("chat.startStream", new() { ["channel"] = question.Channel.Id, ["thread_ts"] = question.RootTs, ["is_stoppable"] = true });

        var told = ann.StopStream(await slack.ReplyAsync(question));
        var late = await app.CallAsync("chat.appendStream", new() { ["channel"] = question.Channel.Id, ["ts"] = (string)started["ts"]!, ["markdown_text"] = "x" });

        Assert.Equal(("message_stream_stopped", "stopped_by_user"), (told!.Type, (string?)late["error"]));
    }

    [Fact]
    public async Task A_status_shows_until_the_bot_posts()
    {
        await using var slack = await SlackSimulator.StartAsync();
        using var app = new RawSlackApp(slack);
        var question = slack.AddUser("ann").Message("what?");

        await app.CallAsync("assistant.threads.setStatus", new() { ["channel_id"] = question.Channel.Id, ["thread_ts"] = question.RootTs, ["status"] = "is reading" });
        var during = slack.AssistantThread(question.Channel, question.RootTs).Status;
        await app.CallAsync("chat.postMessage", new() { ["channel"] = question.Channel.Id, ["thread_ts"] = question.RootTs, ["text"] = "This." });

        Assert.Equal(("is reading", ""), (during, slack.AssistantThread(question.Channel, question.RootTs).Status));
    }

    [Theory]
    [InlineData("""[{"type":"section","text":{"type":"mrkdwn","text":""}}]""", "must be more than 0 characters [json-pointer:/blocks/0/text/text]")]
    [InlineData("""[{"type":"header","text":{"type":"mrkdwn","text":"x"}}]""", "must be plain_text [json-pointer:/blocks/0/text/type]")]
    [InlineData("""[{"type":"carpet"}]""", "unsupported type [json-pointer:/blocks/0/type]")]
    [InlineData("""[{"type":"actions","elements":[]}]""", "must contain at least 1 items [json-pointer:/blocks/0/elements]")]
    public async Task Blocks_that_break_a_rule_are_refused_with_the_place(string blocks, string problem)
    {
        await using var slack = await SlackSimulator.StartAsync();
        using var app = new RawSlackApp(slack);

        var answer = await app.CallAsync("chat.postMessage", new() { ["channel"] = slack.AddChannel("general").Id, ["text"] = "x", ["blocks"] = JsonNode.Parse(blocks) });

        Assert.Equal("invalid_blocks", (string?)answer["error"]);
        Assert.Contains(problem, (string?)answer["response_metadata"]!["messages"]![0], StringComparison.Ordinal);
        slack.TakeUnexpected();
    }

    [Fact]
    public async Task A_home_tab_is_published_for_one_person()
    {
        await using var slack = await SlackSimulator.StartAsync();
        using var app = new RawSlackApp(slack);
        var ann = slack.AddUser("ann");
        var opened = ann.OpenHome();

        await app.CallAsync("views.publish", new() { ["user_id"] = ann.Id, ["view"] = JsonNode.Parse("""{"type":"home","blocks":[{"type":"divider"}]}""") });

        Assert.Equal("app_home_opened", opened!.Type);
        Assert.Single((await slack.HomeAsync(ann)).Blocks!);
    }
}
