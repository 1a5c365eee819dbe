namespace Bot.Discord.Simulator.Rest;

/// <summary>Finds the route of a path.</summary>
internal sealed class RestRouter(IEnumerable<RestRoute> routes)
{
    private readonly ILookup<(string, int), RestRoute> _routes = routes.ToLookup(route => (route.Method, route.Segments.Length));

    /// <summary>The route, and the values in the path; null where there is none.</summary>
    /// <param name="path">Still escaped, without the version.</param>
    public (RestRoute Route, Dictionary<string, string> Values)? Find(string method, string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        foreach (var route in _routes[(method, segments.Length)])
        {
            if (route.Match(segments) is { } values)
            {
                return (route, values);
            }
        }
        return null;
    }
}
