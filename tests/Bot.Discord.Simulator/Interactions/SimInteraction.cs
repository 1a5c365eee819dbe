using Bot.Discord.Simulator.State;

namespace Bot.Discord.Simulator.Interactions;

/// <summary>Something a user did that the bot must answer within three seconds.</summary>
public sealed class SimInteraction
{
    // Real time, whatever the test's clock: a test that waits in vain must say so.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TaskCompletionSource<InteractionResponse> _response = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal SimInteraction(ulong id, InteractionType type, SimUser user, SimChannel channel, DateTimeOffset createdAt, long timestamp) =>
        (Id, Type, User, Channel, CreatedAt, Timestamp) = (id, type, user, channel, createdAt, timestamp);

    public ulong Id { get; }

    public string Token { get; } = Convert.ToHexStringLower(Guid.NewGuid().ToByteArray()) + Convert.ToHexStringLower(Guid.NewGuid().ToByteArray());

    public InteractionType Type { get; }

    public SimUser User { get; }

    public SimChannel Channel { get; }

    public DateTimeOffset CreatedAt { get; }

    /// <summary>The message whose component was used.</summary>
    public ulong? SourceMessageId { get; internal init; }

    /// <summary>The type of the option that is being completed.</summary>
    internal Rest.Rules.OptionType? FocusedOption { get; init; }

    /// <summary>The message that <c>@original</c> means, once there is one.</summary>
    public ulong? OriginalMessageId { get; internal set; }

    /// <summary>The answer; null while there is none.</summary>
    public InteractionResponse? Response { get; private set; }

    internal long Timestamp { get; }

    /// <summary>Waits for the answer.</summary>
    /// <exception cref="TimeoutException">None came within a minute.</exception>
    public Task<InteractionResponse> ResponseAsync(CancellationToken cancellationToken = default) => _response.Task.WaitAsync(Patience, cancellationToken);

    internal void Answer(InteractionResponse response)
    {
        Response = response;
        _response.SetResult(response);
    }
}
