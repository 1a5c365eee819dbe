namespace Bot.Discord.Interactions;

/// <summary>The kinds this client makes or reads; others arrive as their number.</summary>
public enum ComponentType
{
    ActionRow = 1,
    Button = 2,
    StringSelect = 3,
    TextInput = 4,
    TextDisplay = 10,

    /// <summary>Wraps an input of a modal.</summary>
    Label = 18,
}
