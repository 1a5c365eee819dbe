namespace Bot.Slack.WebApi;

/// <summary>What an error of the Web API ends.</summary>
public enum SlackErrorKind
{
    /// <summary>Nothing: the same call may succeed later.</summary>
    Transient,

    /// <summary>This attempt: the same call would fail again.</summary>
    Attempt,

    /// <summary>All work for the workspace: the token is no good any more.</summary>
    Workspace,
}
