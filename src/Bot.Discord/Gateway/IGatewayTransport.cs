namespace Bot.Discord.Gateway;

/// <summary>One connection that carries messages. Receiving and sending may go on side by side, but one of each at a time.</summary>
internal interface IGatewayTransport : IAsyncDisposable
{
    Task ConnectAsync(Uri address, CancellationToken cancellationToken);

    /// <summary>The next whole message. Cancelling breaks the connection. Throws when it breaks off.</summary>
    ValueTask<TransportMessage> ReceiveAsync(CancellationToken cancellationToken);

    /// <summary>Sends one text message. Cancelling breaks the connection.</summary>
    ValueTask SendAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken);

    /// <summary>Says goodbye with that code, without waiting for an answer.</summary>
    Task CloseAsync(int code, CancellationToken cancellationToken);

    /// <summary>Breaks the connection at once; whatever is pending throws. May be called at any time, from any thread.</summary>
    void Abort();
}
