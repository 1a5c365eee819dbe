using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Bot.Discord.Simulator.Rest;

/// <summary>Reads JSON and multipart bodies.</summary>
internal static class BodyReader
{
    /// <exception cref="ApiException">The body has another type, or isn't what its type says.</exception>
    public static async Task<RestBody> ReadAsync(HttpRequest request)
    {
        if (request.HasFormContentType)
        {
            return await ReadFormAsync(request);
        }
        using var memory = new MemoryStream();
        await request.Body.CopyToAsync(memory, request.HttpContext.RequestAborted);
        if (memory.Length == 0)
        {
            return RestBody.Empty;
        }
        if (!request.HasJsonContentType())
        {
            throw new ApiException(400, 50035, "Expected \"Content-Type\" header to be one of {'application/json'}.");
        }
        return new(Parse(memory.GetBuffer().AsSpan(0, (int)memory.Length)), []);
    }

    private static async Task<RestBody> ReadFormAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var files = ImmutableArray.CreateBuilder<UploadedFile>();
        foreach (var file in form.Files)
        {
            using var memory = new MemoryStream();
            await file.CopyToAsync(memory, request.HttpContext.RequestAborted);
            files.Add(new(IndexOf(file.Name), file.FileName, file.ContentType ?? "application/octet-stream", memory.ToArray()));
        }
        var json = form.TryGetValue("payload_json", out var text) ? Parse(Encoding.UTF8.GetBytes(text.ToString())) : Json.EmptyObject;
        return new(json, files.ToImmutable());
    }

    private static ulong IndexOf(string part) =>
        part.StartsWith("files[", StringComparison.Ordinal) && part.EndsWith(']')
            && ulong.TryParse(part.AsSpan("files[".Length, part.Length - "files[]".Length), CultureInfo.InvariantCulture, out var index)
            ? index
            : throw new ApiException(400, 50035, $"Unexpected file part {part}.");

    private static JsonElement Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return Json.Parse(utf8);
        }
        catch (JsonException)
        {
            throw new ApiException(400, 50109, "The request body contains invalid JSON.");
        }
    }
}
