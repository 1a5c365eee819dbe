using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Bot.Slack.Simulator.WebApi;

/// <summary>Reads a call from a request, by the rules of Slack for tokens, bodies and character sets.</summary>
internal static class ApiCallReader
{
    private const string Bearer = "Bearer ";

    public static async Task<ApiCall> ReadAsync(string method, HttpRequest request)
    {
        var arguments = new JsonObject();
        Fill(arguments, QueryHelpers.ParseQuery(request.QueryString.Value).Select(pair => (pair.Key, pair.Value.ToString())));
        var warning = await ReadBodyAsync(request, arguments);
        var authorization = request.Headers.Authorization.ToString();
        var inHeader = authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization[Bearer.Length..].Trim() : null;
        var inBody = arguments.Text("token");
        arguments.Remove("token");
        return new(method, inHeader ?? inBody, inHeader is null && inBody is not null, arguments, warning);
    }

    private static async Task<string?> ReadBodyAsync(HttpRequest request, JsonObject arguments)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            return null;
        }
        switch (type.MediaType)
        {
            case "application/json":
                foreach (var (key, value) in Json.TryObject(await TextAsync(request))?.ToList() ?? [])
                {
                    arguments[key] = value?.DeepClone();
                }
                return type.CharSet is null ? "missing_charset" : null;
            case "application/x-www-form-urlencoded":
                using (var form = new FormReader(await TextAsync(request)))
                {
                    Fill(arguments, (await form.ReadFormAsync()).Select(pair => (pair.Key, pair.Value.ToString())));
                }
                return type.CharSet is null ? null : "superfluous_charset";
            case "multipart/form-data":
                Fill(arguments, (await request.ReadFormAsync()).Select(pair => (pair.Key, pair.Value.ToString())));
                return null;
            default:
                return null;
        }
    }

    private static async Task<string> TextAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    private static void Fill(JsonObject arguments, IEnumerable<(string Key, string Value)> pairs)
    {
        foreach (var (key, value) in pairs)
        {
            arguments[key] = value;
        }
    }
}
