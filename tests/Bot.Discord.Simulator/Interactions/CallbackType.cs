namespace Bot.Discord.Simulator.Interactions;

/// <summary>Discord's numbers for the ways to answer an interaction.</summary>
public enum CallbackType
{
    Message = 4,
    DeferredMessage = 5,
    DeferredUpdate = 6,
    UpdateMessage = 7,
    Autocomplete = 8,
    Modal = 9,
}
