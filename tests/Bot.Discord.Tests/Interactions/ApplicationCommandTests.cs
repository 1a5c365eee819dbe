using Bot.Discord.Interactions;
using Bot.Discord.Resources;

namespace Bot.Discord.Tests.Interactions;

public sealed class ApplicationCommandTests
{
    private static readonly ApplicationCommand Command = new()
    {
        Name = "clause",
        Description = "Shows a clause",
        NameLocalizations = new Dictionary<string, string> { ["de"] = "klausel" },
        Options = [new() { Type = CommandOptionType.String, Name = "reference", Description = "Which", Required = true, Choices = [new("a", "b")] }],
        DefaultMemberPermissions = Permissions.None,
    };

    [Fact]
    public void Is_the_same_with_what_Discord_fills_in()
    {
        var there = Command with
        {
            Id = new(5),
            DescriptionLocalizations = new Dictionary<string, string>(),
            Contexts = [InteractionContext.Guild],
            Options = [Command.Options![0] with { Autocomplete = false, Options = [] }],
        };
        Assert.True(Command.Describes(there));
        Assert.True(there.Describes(Command));
    }

    public static TheoryData<ApplicationCommand> Changes =>
    [
        Command with { Name = "other" },
        Command with { Description = "Other" },
        Command with { NameLocalizations = null },
        Command with { NameLocalizations = new Dictionary<string, string> { ["de"] = "andere" } },
        Command with { DefaultMemberPermissions = null },
        Command with { Type = CommandType.Message },
        Command with { Options = null },
        Command with { Options = [Command.Options![0] with { Required = false }] },
        Command with { Options = [Command.Options![0] with { Choices = [new("a", "c")] }] },
        Command with { Options = [Command.Options![0] with { MaxLength = 5 }] },
    ];

    [Theory]
    [MemberData(nameof(Changes))]
    public void Differs_by_each_thing_that_people_would_notice(ApplicationCommand changed)
    {
        Assert.False(Command.Describes(changed));
        Assert.False(changed.Describes(Command));
    }
}
