using Bot.Retrieval.Text;

namespace Bot.Retrieval.Answering.Generated;

/// <summary>What people are told when an answer isn't the model's, in one line and their language.</summary>
internal static class FallbackNotes
{
    public static string Of(TextLanguage language, ModelFailure failure) => (language, failure == ModelFailure.Unsupported) switch
    {
        (TextLanguage.SimplifiedChinese, false) => "语言模型暂时不可用，以上直接引自文件。",
        (TextLanguage.SimplifiedChinese, true) => "语言模型的回答没有得到文件支持，以上直接引自文件。",
        (TextLanguage.TraditionalChinese, false) => "語言模型暫時無法使用，以上直接引自文件。",
        (TextLanguage.TraditionalChinese, true) => "語言模型的回答沒有得到文件支持，以上直接引自文件。",
        (_, false) => "The language model is not available just now, so this is quoted from the documents.",
        _ => "The documents didn't bear out what the language model said, so this is quoted from them.",
    };
}
