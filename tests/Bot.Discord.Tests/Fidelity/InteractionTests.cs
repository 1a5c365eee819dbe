using Bot.Discord.Simulator;
using Bot.Discord.Simulator.Interactions;
using Bot.Discord.Simulator.State;
using Bot.Testing;

namespace Bot.Discord.Tests.Fidelity;

public sealed class InteractionTests
{
    private static readonly Dictionary<string, object> Question = new(StringComparer.Ordinal) { ["question"] = "who?" };

    [Fact]
    public async Task After_three_seconds_the_callback_is_too_late()
    {
        var clock = new ManualTimeProvider();
        await using var discord = await DiscordSimulator.StartAsync(new() { Clock = clock });
        using var client = new RawClient(discord);
        var interaction = await RunAskAsync(discord, client);

        clock.Advance(TimeSpan.FromSeconds(3.01));

        Assert.Equal(10062, await client.CodeOfAsync("POST", CallbackOf(interaction), new { type = 5 }));
    }

    [Fact]
    public async Task After_fifteen_minutes_the_token_is_worth_nothing()
    {
        var clock = new ManualTimeProvider();
        await using var discord = await DiscordSimulator.StartAsync(new() { Clock = clock });
        using var client = new RawClient(discord);
        var interaction = await RunAskAsync(discord, client);
        await client.CallAsync("POST", CallbackOf(interaction), new { type = 5 });

        clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(0, await client.CodeOfAsync("PATCH", OriginalOf(discord, interaction), new { content = "in time" }));
        clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(50027, await client.CodeOfAsync("PATCH", OriginalOf(discord, interaction), new { content = "late" }));
    }

    [Fact]
    public async Task Nothing_can_be_edited_before_the_callback()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        using var client = new RawClient(discord);
        var interaction = await RunAskAsync(discord, client);

        Assert.Equal(10015, await client.CodeOfAsync("PATCH", OriginalOf(discord, interaction), new { content = "early" }));
    }

    [Fact]
    public async Task A_deferral_fixes_who_sees_the_answer()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        using var client = new RawClient(discord);
        var interaction = await RunAskAsync(discord, client);
        await client.CallAsync("POST", CallbackOf(interaction), new { type = 5 });

        await client.CallAsync("PATCH", OriginalOf(discord, interaction), new { content = "for all", flags = 64 });

        var message = discord.Message(interaction.OriginalMessageId!.Value)!;
        Assert.False(message.IsEphemeral);
        Assert.False(message.IsLoading);
        Assert.Equal("for all", message.Content);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(99)]
    public async Task A_command_takes_no_answer_that_is_meant_for_others(int type)
    {
        await using var discord = await DiscordSimulator.StartAsync();
        using var client = new RawClient(discord);
        var interaction = await RunAskAsync(discord, client);

        Assert.Equal(50035, await client.CodeOfAsync("POST", CallbackOf(interaction), new { type }));
        Assert.Null(interaction.Response);
    }

    [Fact]
    public async Task A_command_for_administrators_is_offered_to_nobody_else()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        using var client = new RawClient(discord);
        await client.CallAsync("PUT", $"applications/{discord.Bot.Id}/commands", new[] { new { name = "reload", description = "d", default_member_permissions = "0" } });
        var member = discord.AddUser("bob");
        var admin = discord.AddUser("carol");
        discord.Join(discord.Guild, admin, discord.AddRole(discord.Guild, "admin", Permissions.Administrator));

        Assert.Throws<InvalidOperationException>(() => discord.RunCommand(member, discord.Channel, "reload"));
        Assert.NotNull(discord.RunCommand(admin, discord.Channel, "reload"));
        Assert.NotNull(discord.RunCommand(member, discord.Channel, "reload", evenIfHidden: true));
    }

    [Fact]
    public async Task A_client_sends_no_options_that_the_command_does_not_take()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        using var client = new RawClient(discord);
        await RunAskAsync(discord, client);

        Assert.Throws<InvalidOperationException>(() => discord.RunCommand(discord.User, discord.Channel, "ask"));
        Assert.Throws<InvalidOperationException>(() => discord.RunCommand(discord.User, discord.Channel, "ask", new Dictionary<string, object>(StringComparer.Ordinal) { ["question"] = 1 }));
        Assert.Throws<InvalidOperationException>(() => discord.TypeOption(discord.User, discord.Channel, "ask", "question", "who"));
    }

    private static async Task<SimInteraction> RunAskAsync(DiscordSimulator discord, RawClient client)
    {
        var command = new { name = "ask", description = "Ask", options = new[] { new { type = 3, name = "question", description = "It", required = true } } };
        await client.CallAsync("PUT", $"applications/{discord.Bot.Id}/commands", new[] { command });
        return discord.RunCommand(discord.User, discord.Channel, "ask", Question);
    }

    private static string CallbackOf(SimInteraction interaction) => $"interactions/{interaction.Id}/{interaction.Token}/callback";

    private static string OriginalOf(DiscordSimulator discord, SimInteraction interaction) => $"webhooks/{discord.Bot.Id}/{interaction.Token}/messages/@original";
}
