using System.Collections.Immutable;
using Bot.Host.Conversations;
using Bot.Host.Conversations.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Discord;

/// <summary>An inbox out of which nothing is taken, as if the process died right after each post.</summary>
internal sealed class StuckInbox : IInbox
{
    private SqliteInbox? _real;

    public void Register(IServiceCollection services) => services.AddSingleton<IInbox>(provider =>
    {
        _real = ActivatorUtilities.CreateInstance<SqliteInbox>(provider);
        return this;
    });

    public Task<bool> AddAsync(IncomingMessage message, CancellationToken cancellationToken) => _real!.AddAsync(message, cancellationToken);

    public Task FinishAsync(EventKey key, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<ImmutableArray<UnfinishedMessage>> TakeUpAsync(CancellationToken cancellationToken) => _real!.TakeUpAsync(cancellationToken);
}
