namespace Bot.Host.CommandLine;

/// <summary>What every command takes.</summary>
/// <param name="Documents">Folder of documents, in place of the configured seeds.</param>
/// <param name="Json">Whether programs read the output.</param>
internal readonly record struct CommonOptions(string? Documents, bool Json);
