using Bot.Slack.WebApi;
using Bot.Slack.WebApi.Methods;
using Bot.Slack.WebApi.Streams;
using Bot.Testing;

namespace Bot.Slack.Tests.Support;

/// <summary>The Web API client over a fake network and a clock that tests move.</summary>
internal sealed class ApiFixture : IDisposable
{
    public const string BotToken = "xoxb-secret";
    public const string AppToken = "xapp-secret";

    private readonly HttpClient _client;

    public ApiFixture()
    {
        _client = new HttpClient(Http);
        Limits = new RateLimits(Clock);
        var logger = Logger.CreateLogger("");
        Api = new SlackApi(_client, Options, Limits, Metrics, new WarningLog(logger), Clock, () => 1, logger);
        var caller = new MethodCaller(Api, Options);
        Auth = new AuthMethods(Api, Options);
        Conversations = new ConversationMethods(caller);
        Chat = new ChatMethods(caller, Conversations, Options, Clock, () => 1);
        Views = new ViewMethods(caller);
        Members = new MemberMethods(caller);
        Assistant = new AssistantMethods(caller);
        Streams = new StreamMethods(caller, Clock);
        Responses = new ResponseSender(_client, Options, Metrics, Clock, () => 1);
    }

    public FakeHttp Http { get; } = new();

    public ManualTimeProvider Clock { get; } = new();

    public RecordingLoggerProvider Logger { get; } = new();

    public SlackMetrics Metrics { get; } = new();

    public SlackClientOptions Options { get; } = new() { BotToken = BotToken, AppToken = AppToken, ApiBaseAddress = new Uri("https://slack.test/api/") };

    public RateLimits Limits { get; }

    public SlackApi Api { get; }

    public AuthMethods Auth { get; }

    public ConversationMethods Conversations { get; }

    public ChatMethods Chat { get; }

    public ViewMethods Views { get; }

    public MemberMethods Members { get; }

    public AssistantMethods Assistant { get; }

    public StreamMethods Streams { get; }

    public ResponseSender Responses { get; }

    /// <summary>Moves the clock until the work is done, and gives the time that it took.</summary>
    public Task<TimeSpan> RunAsync(Task work) => ClockSteps.UntilDoneAsync(Clock, work);

    public async Task<T> RunAsync<T>(Task<T> work)
    {
        await RunAsync((Task)work);
        return await work;
    }

    public void Dispose()
    {
        _client.Dispose();
        Http.Dispose();
        Metrics.Dispose();
    }
}
