using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Bot.Slack.Simulator.Faults;
using Bot.Slack.Simulator.Workspaces;
using Microsoft.AspNetCore.Http;

namespace Bot.Slack.Simulator.WebApi;

/// <summary>Answers <c>/api/METHOD</c>: faults first, then rate, token and scope, then the method itself.</summary>
internal sealed class ApiServer(SimulatorCore core)
{
    private const string OpenConnection = "apps.connections.open";

    private readonly FrozenDictionary<string, ApiMethod> _methods = ApiMethods.All(core).ToFrozenDictionary(method => method.Name, StringComparer.Ordinal);
    private readonly RateLimiter _limiter = new(core);

    public async Task AnswerAsync(string method, HttpContext context)
    {
        var call = await ApiCallReader.ReadAsync(method, context.Request);
        var fault = core.Faults.Take(method);
        if (fault is ApiFault.Delay delay)
        {
            await Task.Delay(delay.By, core.Clock, context.RequestAborted);
        }
        switch (fault)
        {
            case null or ApiFault.Delay:
                await RunAndAnswerAsync(call, context);
                break;
            case ApiFault.Error error:
                await WriteAsync(call, ApiResult.Fail(error.Code, error.Details?.DeepClone().AsObject()), context, isFault: true);
                break;
            case ApiFault.RateLimited limited:
                await RefuseAsync(call, limited.RetryAfter, context);
                break;
            default:
                Fail(fault, call);
                await FaultyAnswers.WriteAsync(fault, context);
                break;
        }
    }

    private void Fail(ApiFault fault, ApiCall call)
    {
        lock (core.Gate)
        {
            var error = FaultyAnswers.IsApplied(fault) ? Run(call).Error : null;
            Record(call, FaultyAnswers.StatusOf(fault), error ?? fault.GetType().Name);
        }
    }

    private async Task RunAndAnswerAsync(ApiCall call, HttpContext context)
    {
        ApiResult? result;
        TimeSpan? wait;
        lock (core.Gate)
        {
            wait = _methods.TryGetValue(call.Method, out var method) ? _limiter.Refuse(KeyOf(call, method), method.Tier) : null;
            result = wait is null ? Run(call) : null;
        }
        if (result is null)
        {
            await RefuseAsync(call, wait.GetValueOrDefault(), context);
        }
        else
        {
            await WriteAsync(call, result, context, isFault: false);
        }
    }

    private async Task RefuseAsync(ApiCall call, TimeSpan retryAfter, HttpContext context)
    {
        if (_methods.TryGetValue(call.Method, out var method))
        {
            lock (core.Gate)
            {
                _limiter.Hold(KeyOf(call, method), retryAfter);
            }
        }
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        FaultyAnswers.SetRetryAfter(context, retryAfter);
        await WriteAsync(call, ApiResult.Fail("ratelimited"), context, isFault: true);
    }

    private ApiResult Run(ApiCall call)
    {
        if (!_methods.TryGetValue(call.Method, out var method))
        {
            return ApiResult.Fail("unknown_method", new JsonObject { ["req_method"] = call.Method });
        }
        return Authorize(call, method) ?? method.Run(call);
    }

    private ApiResult? Authorize(ApiCall call, ApiMethod method)
    {
        if (string.IsNullOrEmpty(call.Token))
        {
            return ApiResult.Fail("not_authed");
        }
        var isAppToken = call.Token == core.AppToken;
        if (method.Name == OpenConnection)
        {
            // The app-level token is taken from the Authorization header only.
            return isAppToken && call.IsTokenInBody ? ApiResult.Fail("invalid_auth")
                : isAppToken ? AppTokenRefusal() : ApiResult.Fail(core.FindWorkspace(call.Token) is null ? "invalid_auth" : "not_allowed_token_type");
        }
        if (isAppToken)
        {
            return method.Name == "auth.test" ? null : ApiResult.Fail("not_allowed_token_type");
        }
        if (core.FindWorkspace(call.Token) is not { } workspace)
        {
            return ApiResult.Fail("invalid_auth");
        }
        call.Workspace = workspace;
        return Refusal(workspace.Token) ?? MissingScope(workspace, method);
    }

    private ApiResult? AppTokenRefusal() => Refusal(core.AppTokenState) ?? (core.AppTokenHasScope
        ? null
        : ApiResult.Fail("missing_scope", new JsonObject { ["needed"] = "connections:write", ["provided"] = "authorizations:read" }));

    private static ApiResult? Refusal(TokenState state) => state switch
    {
        TokenState.Revoked => ApiResult.Fail("token_revoked"),
        TokenState.Expired => ApiResult.Fail("token_expired"),
        TokenState.AccountInactive => ApiResult.Fail("account_inactive"),
        _ => null,
    };

    private static ApiResult? MissingScope(SlackWorkspace workspace, ApiMethod method) =>
        method.Scopes.Length == 0 || method.Scopes.Any(workspace.Scopes.Contains)
            ? null
            : ApiResult.Fail("missing_scope", new JsonObject
            {
                ["needed"] = string.Join(',', method.Scopes),
                ["provided"] = string.Join(',', workspace.Scopes.Order(StringComparer.Ordinal)),
            });

    private static string KeyOf(ApiCall call, ApiMethod method) =>
        method.Tier.ByChannel ? $"{call.Token}/{method.Name}/{call.Text("channel")}" : $"{call.Token}/{method.Name}";

    private async Task WriteAsync(ApiCall call, ApiResult result, HttpContext context, bool isFault)
    {
        if (!isFault && result.Error is { } error && ClientMistakes.Contains(error))
        {
            core.Unexpected.Add($"{call.Method} was answered with {result.Body.ToJsonString(Json.Options)}; the call was {call.Arguments.ToJsonString(Json.Options)}");
        }
        if (call.Warning is { } warning)
        {
            Warn(result.Body, warning);
        }
        if (core.FindWorkspace(call.Token) is { } workspace)
        {
            context.Response.Headers["x-oauth-scopes"] = string.Join(',', workspace.Scopes.Order(StringComparer.Ordinal));
        }
        Record(call, context.Response.StatusCode, result.Error);
        await FaultyAnswers.WriteTextAsync(context, context.Response.StatusCode, result.Body.ToJsonString(Json.Options), "application/json; charset=utf-8");
    }

    private static void Warn(JsonObject body, string warning)
    {
        body["warning"] = warning;
        var metadata = body["response_metadata"] as JsonObject ?? [];
        body["response_metadata"] = metadata.Parent is null ? metadata : body["response_metadata"];
        metadata["warnings"] = new JsonArray(warning);
    }

    private void Record(ApiCall call, int status, string? error)
    {
        lock (core.Gate)
        {
            core.Record(new(call.Method, call.Arguments, status, error, core.Clock.GetUtcNow()));
        }
    }
}
