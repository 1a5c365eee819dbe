namespace Bot.Host.Tests.Discord;

/// <summary>Runs by itself: it takes all there is of the machine, and other tests' time limits would suffer.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class StormGroup
{
    public const string Name = "Storm";
}
