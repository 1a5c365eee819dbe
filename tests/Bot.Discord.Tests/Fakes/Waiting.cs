namespace Bot.Discord.Tests.Fakes;

/// <summary>A limit on waits for signals: a test whose signal never comes fails with the line that waited.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static Task<T> Soon<T>(this Task<T> task) => task.WaitAsync(Limit);

    public static Task Soon(this Task task) => task.WaitAsync(Limit);
}
