namespace Bot.Discord.Simulator.Interactions;

/// <summary>Discord's numbers for interactions.</summary>
public enum InteractionType
{
    Command = 2,
    Component = 3,
    Autocomplete = 4,
    ModalSubmit = 5,
}
