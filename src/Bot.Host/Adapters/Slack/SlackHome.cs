using Bot.Host.Conversations.Responding;
using Bot.Host.Ingestion;
using Bot.Host.Settings;
using Bot.Host.Texts;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Text;
using Bot.Slack.Blocks;
using Bot.Slack.WebApi;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Host.Adapters.Slack;

/// <summary>What people see of the app before they ask: the home tab, and the questions that the agent view suggests.</summary>
internal sealed partial class SlackHome(
    IViews views, IAssistant assistant, SourcesResponder sources, SlackMembers members, IndexRefresher refresher, LiveIndex index, IOptions<SlackSettings> settings, ILogger<SlackHome> logger)
{
    private const int MostSuggestions = 4;

    /// <summary>Shows help and documents in somebody's home tab.</summary>
    public async Task PublishAsync(string user, CancellationToken cancellationToken)
    {
        await refresher.Loaded.WaitAsync(cancellationToken);
        var language = await members.LanguageAsync(user, cancellationToken) ?? TextLanguage.English;
        Block[] blocks =
        [
            .. SlackRenderer.Text(ConversationTexts.Of(language).Help),
            new DividerBlock(),
            new HeaderBlock(TextObject.Plain(SlackTexts.Of(language).Documents)),
            .. SlackRenderer.Text(sources.Respond(language).Text),
        ];
        await TryAsync(views.PublishAsync(user, View.Home([.. blocks.Take(BlockLimits.ViewBlocks)]), cancellationToken));
    }

    /// <summary>Suggests questions to somebody who has opened the conversation with the bot.</summary>
    /// <param name="thread">In the older assistant view only.</param>
    public async Task SuggestAsync(string user, string channel, string? thread, CancellationToken cancellationToken)
    {
        await refresher.Loaded.WaitAsync(cancellationToken);
        var clauses = index.Current.Clauses.Suggest("", MostSuggestions);
        if (clauses.IsEmpty || settings.Value.View.Equals(SlackSettings.None, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }
        var texts = SlackTexts.Of(await members.LanguageAsync(user, cancellationToken) ?? TextLanguage.English);
        var prompts = clauses.Select(clause => texts.ClauseQuestion(clause.FullName)).Select(question => new SuggestedPrompt(question, question));
        await TryAsync(assistant.SetSuggestedPromptsAsync(channel, thread, texts.Suggestions, [.. prompts], cancellationToken));
    }

    private async Task TryAsync(Task call)
    {
        try
        {
            await call;
        }
        catch (SlackApiException ex)
        {
            // Nobody waits for it, and the next opening tries again.
            Log.NotShown(logger, ex.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The app's own pages stay as they were: {Reason}")]
        public static partial void NotShown(ILogger logger, string reason);
    }
}
