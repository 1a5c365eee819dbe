namespace Bot.Host.CommandLine;

/// <summary>A command was told what can't be; the message is for whoever typed it.</summary>
internal sealed class BadUsageException(string message, Exception? innerException = null) : Exception(message, innerException);
