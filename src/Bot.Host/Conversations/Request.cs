using System.Text.Json.Serialization;

namespace Bot.Host.Conversations;

/// <summary>What somebody wants of the bot. The names below stand in the database.</summary>
[JsonDerivedType(typeof(Ask), "ask")]
[JsonDerivedType(typeof(Clause), "clause")]
[JsonDerivedType(typeof(Sources), "sources")]
[JsonDerivedType(typeof(Help), "help")]
[JsonDerivedType(typeof(Reload), "reload")]
[JsonDerivedType(typeof(Status), "status")]
[JsonDerivedType(typeof(ShowPassage), "passage")]
[JsonDerivedType(typeof(Rate), "rate")]
[JsonDerivedType(typeof(Unreadable), "unreadable")]
internal abstract record Request
{
    private Request() { }

    /// <summary>Whether only the asker sees the reply, where the chat can do that.</summary>
    [JsonIgnore]
    public virtual bool IsPrivate => true;

    /// <summary>Whether it counts against the limits.</summary>
    [JsonIgnore]
    public virtual bool IsLimited => false;

    /// <summary>Whether only admins may.</summary>
    [JsonIgnore]
    public virtual bool IsForAdmins => false;

    /// <summary>A question.</summary>
    public sealed record Ask(string Text) : Request
    {
        public override bool IsPrivate => false;

        public override bool IsLimited => true;
    }

    /// <summary>A clause by its reference.</summary>
    public sealed record Clause(string Reference) : Request
    {
        public override bool IsPrivate => false;

        public override bool IsLimited => true;
    }

    /// <summary>The documents.</summary>
    public sealed record Sources : Request;

    /// <summary>What the bot can do.</summary>
    public sealed record Help : Request;

    /// <summary>Read the documents again.</summary>
    public sealed record Reload : Request
    {
        public override bool IsForAdmins => true;
    }

    /// <summary>How the bot is doing.</summary>
    public sealed record Status : Request
    {
        public override bool IsForAdmins => true;
    }

    /// <summary>The whole passage behind a citation.</summary>
    public sealed record ShowPassage(string Answer, int Number) : Request;

    /// <summary>Somebody's opinion of an answer.</summary>
    public sealed record Rate(string Answer, bool Helpful) : Request;

    /// <summary>The chat kept the words from the bot.</summary>
    public sealed record Unreadable : Request
    {
        public override bool IsPrivate => false;

        public override bool IsLimited => true;
    }
}
