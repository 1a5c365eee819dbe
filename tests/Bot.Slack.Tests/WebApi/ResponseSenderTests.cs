using System.Net;
using Bot.Slack.Tests.Support;
using Bot.Slack.WebApi;

namespace Bot.Slack.Tests.WebApi;

public sealed class ResponseSenderTests : IDisposable
{
    private readonly ApiFixture _slack = new();
    private readonly ResponseUrl _url = ResponseUrl.From("https://hooks.slack.test/commands/T1/secret")!;

    [Fact]
    public async Task A_response_goes_without_a_token()
    {
        _slack.Http.AnswerWith(() => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("ok") });

        await _slack.Responses.SendAsync(_url, ResponseMessage.Ephemeral("hi", blocks: null), CancellationToken.None);

        var sent = Assert.Single(_slack.Http.Sent);
        Assert.Equal("", sent.Authorization);
        Assert.Equal("""{"response_type":"ephemeral","text":"hi","replace_original":false,"delete_original":false,"unfurl_links":false,"unfurl_media":false}""", sent.Body);
    }

    [Theory]
    [InlineData(404, "expired_url")]
    [InlineData(410, "expired_url")]
    [InlineData(400, "http_400")]
    [InlineData(500, "server_error")]
    public async Task A_refusal_has_a_code_and_the_address_stays_secret(int status, string code)
    {
        _slack.Http.AnswerWith(() => new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent("used_url") });

        var failure = await Assert.ThrowsAsync<SlackApiException>(
            () => _slack.RunAsync(_slack.Responses.SendAsync(_url, ResponseMessage.Ephemeral("hi", blocks: null), CancellationToken.None)));

        Assert.Equal(code, failure.Code);
        Assert.DoesNotContain("secret", $"{failure} {_url}", StringComparison.Ordinal);
        Assert.Single(_slack.Http.Sent);
    }

    [Fact]
    public async Task What_replaces_a_message_may_be_sent_again()
    {
        _slack.Http.AnswerWith(
            () => throw new HttpRequestException("https://hooks.slack.test/commands/T1/secret"),
            () => FakeHttp.Limited(2),
            () => new HttpResponseMessage(HttpStatusCode.OK));

        await _slack.RunAsync(_slack.Responses.SendAsync(_url, ResponseMessage.Ephemeral("hi", blocks: null, replaceOriginal: true), CancellationToken.None));

        Assert.Equal(3, _slack.Http.Sent.Count);
    }

    public void Dispose() => _slack.Dispose();
}
