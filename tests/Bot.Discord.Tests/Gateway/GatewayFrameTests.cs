using System.Text;
using System.Text.Json;
using Bot.Discord.Gateway;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Discord.Tests.Gateway;

public sealed class GatewayFrameTests
{
    private static readonly string[] Events =
    [
        "READY", "RESUMED", "MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE", "INTERACTION_CREATE", "MESSAGE_REACTION_ADD",
        "MESSAGE_REACTION_REMOVE", "GUILD_CREATE", "GUILD_DELETE", "THREAD_CREATE", "THREAD_UPDATE", "THREAD_DELETE", "UNHEARD_OF",
    ];

    // Pieces that make near-payloads much more often than random characters would.
    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ",", ":", "null", "true", "0", "-1", "1e400", "18446744073709551616", "\"op\"", "\"d\"", "\"s\"", "\"t\"", "\"id\"", "\"channel_id\"",
        "\"author\"", "\"type\"", "\"\\ud800\"", "\"READY\"", "\"MESSAGE_CREATE\"", "\"5\"", "\"\"", " ",
    ];

    private static readonly string[] Fields =
    [
        "id", "channel_id", "guild_id", "author", "member", "content", "timestamp", "edited_timestamp", "type", "flags", "webhook_id", "mentions", "mention_roles",
        "attachments", "embeds", "components", "message_reference", "referenced_message", "thread", "nonce", "application_id", "token", "data", "user", "session_id",
        "resume_gateway_url", "guilds", "application", "message", "locale", "app_permissions", "options", "values", "emoji", "name", "unavailable", "channels", "bot",
    ];

    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "3.5", "\"5\"", "\"x\"", "[]", "{}", "[null]", "[5]", "[\"5\"]", "{\"id\":\"5\"}", "[{\"id\":null}]", "{\"user\":{\"id\":\"5\"}}",
        "\"2026-01-01T00:00:00Z\"", "99999999999999999999", "\"\\ud800\"", "[[[[[[]]]]]]",
    ];

    [Fact]
    public void Slices_the_data_out()
    {
        Assert.True(Read("""{"t":"X","s":42,"op":0,"d":{"a":[1,{"b":"}"}]},"extra":{"op":5}}""", out var frame));
        Assert.Equal((GatewayOpcode.Dispatch, 42L, "X"), (frame.Opcode, frame.Sequence, frame.Name));
        Assert.Equal("""{"a":[1,{"b":"}"}]}""", Encoding.UTF8.GetString(frame.Data.Span));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"op":"0"}""")]
    [InlineData("""{"op":1.5}""")]
    [InlineData("""{"op":0""")]
    [InlineData("""{"op":0}{"op":1}""")]
    public void Refuses_what_is_no_payload(string json) => Assert.False(Read(json, out _));

    [Fact]
    public void Never_throws_on_any_bytes() => Prop.ForAll<byte[]>(bytes => ReadAll(bytes)).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Never_throws_on_anything_like_a_payload() => Prop
        .ForAll(Gen.Elements(Pieces).ListOf().ToArbitrary(), pieces => ReadAll(Encoding.UTF8.GetBytes(string.Concat(pieces))))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Reads_every_event_or_says_that_it_cannot_whatever_its_fields_hold()
    {
        var field = from name in Gen.Elements(Fields) from value in Gen.Elements(Values) select $"\"{name}\":{value}";
        var payload = from name in Gen.Elements(Events)
                      from fields in field.ListOf()
                      select $$$"""{"op":0,"s":1,"t":"{{{name}}}","d":{ {{{string.Join(',', fields)}}} } }""";
        Prop.ForAll(payload.ToArbitrary(), text => ReadAll(Encoding.UTF8.GetBytes(text))).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
    }

    [Fact]
    public void Never_throws_on_a_payload_cut_off_or_damaged_anywhere()
    {
        var payload = Encoding.UTF8.GetBytes("""{"t":"MESSAGE_CREATE","s":3,"op":0,"d":{"id":"5","channel_id":"6","author":{"id":"7"},"content":"日本","mentions":[]}}""");
        for (var place = 0; place < payload.Length; place++)
        {
            ReadAll(payload[..place]);
            foreach (var damage in (byte[])[0, (byte)'"', (byte)'{', 0xFF])
            {
                var damaged = (byte[])payload.Clone();
                damaged[place] = damage;
                ReadAll(damaged);
            }
        }
    }

    private static bool Read(string json, out GatewayFrame frame) => GatewayFrame.TryRead(Encoding.UTF8.GetBytes(json), out frame);

    /// <summary>Everything the client does with bytes; a refusal by <see cref="JsonException"/> is what it expects.</summary>
    private static void ReadAll(byte[] bytes)
    {
        if (!GatewayFrame.TryRead(bytes, out var frame))
        {
            return;
        }
        Assert.NotNull(GatewayReaction.To(frame));
        try
        {
            EventReader.Read(frame);
            EventReader.Data(frame, Discord.Json.DiscordJson.Default.ReadyPayload);
        }
        catch (JsonException)
        {
            // The intake logs it and goes on.
        }
    }
}
