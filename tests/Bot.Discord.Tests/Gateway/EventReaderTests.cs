using System.Text;
using System.Text.Json;
using Bot.Discord.Gateway;
using Bot.Discord.Interactions;
using Bot.Discord.Resources;

namespace Bot.Discord.Tests.Gateway;

public sealed class EventReaderTests
{
    [Fact]
    public void Reads_a_message()
    {
        var message = Read<GatewayEvent.MessageCreated>("MESSAGE_CREATE", """
            {"id":"1100000000000000001","channel_id":"2","guild_id":"3","author":{"id":"4","username":"ann","global_name":"Ann"},
             "member":{"roles":["7","8"],"nick":null},"content":"<@9> what is 22603(b)?","timestamp":"2026-01-01T00:00:00.000000+00:00","edited_timestamp":null,
             "type":19,"flags":0,"mentions":[{"id":"9","bot":true}],"message_reference":{"type":0,"message_id":"5"},"nonce":12345,
             "referenced_message":{"id":"5","channel_id":"2","content":"before","author":{"id":"9","bot":true}},"poll":{"unknown":1}}
            """).Message;
        Assert.Equal((1100000000000000001UL, "<@9> what is 22603(b)?", MessageType.Reply, "12345"), (message.Id.Value, message.Content, message.Type, message.Nonce));
        Assert.Equal("Ann", message.Author!.GlobalName);
        Assert.Equal([new(7), new(8)], message.Member!.Roles);
        Assert.Equal("before", message.ReferencedMessage!.Content);
        Assert.True(message.MentionsUser(new(9)));
        Assert.True(message.IsFromPerson);
    }

    [Fact]
    public void Takes_null_everywhere()
    {
        var message = Read<GatewayEvent.MessageCreated>("MESSAGE_CREATE", """
            {"id":"1","channel_id":"2","guild_id":null,"author":null,"member":null,"content":null,"timestamp":null,"edited_timestamp":null,"type":null,"flags":null,
             "webhook_id":null,"mention_everyone":null,"mentions":null,"mention_roles":null,"attachments":null,"embeds":null,"components":null,
             "message_reference":null,"referenced_message":null,"thread":null,"nonce":null,"application_id":null}
            """).Message;
        Assert.Equal(("", 0), (message.Content, message.Mentions.Count + message.Embeds.Count + message.Components.Count + message.MentionRoles.Count + message.Attachments.Count));
        Assert.False(message.IsFromPerson);
    }

    [Theory]
    [InlineData("""{"author":{"id":"4","bot":true},"type":0}""")]
    [InlineData("""{"author":{"id":"4"},"type":0,"webhook_id":"5"}""")]
    [InlineData("""{"author":{"id":"4"},"type":7}""")]
    [InlineData("""{"author":{"id":"4"},"type":20}""")]
    public void Tells_what_no_person_wrote(string fields)
    {
        var json = """{"id":"1","channel_id":"2",""" + fields[1..];
        Assert.False(Read<GatewayEvent.MessageCreated>("MESSAGE_CREATE", json).Message.IsFromPerson);
    }

    [Fact]
    public void Reads_a_command_interaction()
    {
        var interaction = Read<GatewayEvent.InteractionCreated>("INTERACTION_CREATE", """
            {"id":"1","application_id":"2","type":4,"token":"aW50ZXJhY3Rpb24","guild_id":"3","channel_id":"4","locale":"zh-TW","context":0,"app_permissions":"2048","attachment_size_limit":10485760,
             "member":{"user":{"id":"5","username":"ann"},"roles":[],"permissions":"32"},"message":{"id":"6","channel_id":"4","thread":null},
             "data":{"id":"7","name":"clause","type":1,"options":[{"name":"sub","type":1,"options":[{"name":"reference","type":3,"value":"2260","focused":true},{"name":"count","type":4,"value":3}]}]}}
            """).Interaction;
        Assert.Equal((InteractionType.Autocomplete, "zh-TW", 10_485_760), (interaction.Type, interaction.Locale, interaction.AttachmentSizeLimit));
        Assert.Equal("ann", interaction.Invoker!.Username);
        Assert.Equal(Permissions.ManageGuild, interaction.Member!.Permissions);
        Assert.Equal("2260", interaction.Data!.Focused!.Text);
        Assert.Equal("3", interaction.Data.Option("count")!.Text);
        Assert.Null(interaction.Data.Option("absent"));
        Assert.DoesNotContain("aW50ZXJhY3Rpb24", interaction.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_a_submitted_form()
    {
        var interaction = Read<GatewayEvent.InteractionCreated>("INTERACTION_CREATE", """
            {"id":"1","application_id":"2","type":5,"token":"tok","user":{"id":"5"},
             "data":{"custom_id":"form","components":[{"type":18,"component":{"type":4,"custom_id":"a","value":"first"}},{"type":1,"components":[{"type":4,"custom_id":"b","value":"second"}]}]}}
            """).Interaction;
        Assert.Equal(5UL, interaction.Invoker!.Id.Value);
        Assert.Equal(("first", "second"), (interaction.Data!.InputValue("a"), interaction.Data.InputValue("b")));
    }

    [Fact]
    public void Reads_guilds_and_threads()
    {
        var guild = Read<GatewayEvent.GuildAvailable>("GUILD_CREATE", """{"id":"1","name":"Law","channels":[{"id":"2","type":0}],"threads":[{"id":"3","type":11,"parent_id":"2"}],"members":[{}]}""").Guild;
        Assert.True(guild.Threads.Single().IsThread);
        Assert.Equal(new(new(1), Unavailable: true), Read<GatewayEvent.GuildGone>("GUILD_DELETE", """{"id":"1","unavailable":true}"""));
        Assert.Equal(new(new(1), Unavailable: false), Read<GatewayEvent.GuildGone>("GUILD_DELETE", """{"id":"1"}"""));
        Assert.Equal(new Snowflake(3), Read<GatewayEvent.ThreadCreated>("THREAD_CREATE", """{"id":"3","type":11,"parent_id":"2","newly_created":true}""").Thread.Id);
        Assert.Equal(ChannelType.PublicThread, Read<GatewayEvent.ThreadUpdated>("THREAD_UPDATE", """{"id":"3","type":11}""").Thread.Type);
        Assert.Equal(new Snowflake(2), Read<GatewayEvent.ThreadDeleted>("THREAD_DELETE", """{"id":"3","type":11,"parent_id":"2"}""").Thread.ParentId);
    }

    [Fact]
    public void Reads_reactions_and_deletions()
    {
        Assert.Equal("👍", Read<GatewayEvent.ReactionAdded>("MESSAGE_REACTION_ADD", """{"user_id":"1","channel_id":"2","message_id":"3","emoji":{"id":null,"name":"👍"}}""").Emoji!.Name);
        Assert.Equal(new Snowflake(3), Read<GatewayEvent.ReactionRemoved>("MESSAGE_REACTION_REMOVE", """{"user_id":"1","channel_id":"2","message_id":"3"}""").MessageId);
        Assert.Equal(new(new(1), new(2), GuildId: null), Read<GatewayEvent.MessageDeleted>("MESSAGE_DELETE", """{"id":"1","channel_id":"2"}"""));
    }

    [Theory]
    [InlineData("MESSAGE_CREATE", """{"channel_id":"2"}""")]
    [InlineData("MESSAGE_CREATE", """{"id":"0","channel_id":"2"}""")]
    [InlineData("MESSAGE_CREATE", "null")]
    [InlineData("MESSAGE_DELETE", """{"id":"1"}""")]
    [InlineData("INTERACTION_CREATE", """{"id":"1","application_id":"2","type":2,"token":null}""")]
    [InlineData("GUILD_CREATE", "{}")]
    [InlineData("THREAD_CREATE", "[]")]
    public void Refuses_events_about_nothing(string name, string data) => Assert.Throws<JsonException>(() => EventReader.Read(Frame(name, data)));

    private static T Read<T>(string name, string data)
        where T : GatewayEvent => Assert.IsType<T>(EventReader.Read(Frame(name, data)));

    private static GatewayFrame Frame(string name, string data) => new(GatewayOpcode.Dispatch, Encoding.UTF8.GetBytes(data), 1, name);
}
