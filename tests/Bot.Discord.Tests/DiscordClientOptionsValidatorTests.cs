namespace Bot.Discord.Tests;

public sealed class DiscordClientOptionsValidatorTests
{
    [Fact]
    public void Takes_the_defaults_with_a_token() => Assert.True(Validate(_ => { }).Succeeded);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("Bot abc")]
    [InlineData("abc\n")]
    public void Wants_a_token_of_one_word(string token) => Assert.Contains("Token must be", Validate(options => options.Token = token).FailureMessage, StringComparison.Ordinal);

    [Fact]
    public void Says_everything_that_is_wrong_at_once()
    {
        var result = Validate(options =>
        {
            options.Token = "";
            options.ApiBaseAddress = new("ftp://example.org");
            options.ShardCount = 2;
            options.ShardIds.Add(2);
            options.CallbackTimeout = TimeSpan.FromSeconds(5);
            options.QueueCapacity = 0;
            options.DrainTimeout = TimeSpan.Zero;
        });
        Assert.Equal(6, result.Failures!.Count());
        Assert.DoesNotContain(result.Failures!, failure => !failure.StartsWith("Discord: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Wants_a_count_with_shard_ids() =>
        Assert.Contains("ShardIds need a ShardCount", Validate(options => options.ShardIds.Add(0)).FailureMessage, StringComparison.Ordinal);

    private static Microsoft.Extensions.Options.ValidateOptionsResult Validate(Action<DiscordClientOptions> change)
    {
        var options = new DiscordClientOptions { Token = "a.b.c" };
        change(options);
        return new DiscordClientOptionsValidator().Validate(name: null, options);
    }
}
