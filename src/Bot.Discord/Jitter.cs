using System.Security.Cryptography;

namespace Bot.Discord;

/// <summary>Chance from 0 to 1, thread-safe; tests pass their own.</summary>
internal static class Jitter
{
    public static double Next() => RandomNumberGenerator.GetInt32(int.MaxValue) / (double)int.MaxValue;
}
