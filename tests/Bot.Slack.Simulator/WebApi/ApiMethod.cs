namespace Bot.Slack.Simulator.WebApi;

/// <summary>A Web API method: the scope it needs (null for none; with several, any of them), how often it may be called, and what it does.</summary>
internal sealed record ApiMethod(string Name, string[] Scopes, RateTier Tier, Func<ApiCall, ApiResult> Run);
