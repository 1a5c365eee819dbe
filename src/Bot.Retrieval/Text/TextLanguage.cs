namespace Bot.Retrieval.Text;

/// <summary>The language and script a text is written in, as far as the bot tells them apart.</summary>
public enum TextLanguage
{
    English,
    SimplifiedChinese,
    TraditionalChinese,
}
