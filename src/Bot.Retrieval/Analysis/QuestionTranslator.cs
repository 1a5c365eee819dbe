using Bot.Retrieval.Indexing;
using Bot.Retrieval.Lexicon;
using Bot.Retrieval.Searching;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Analysis;

/// <summary>Turns a question into concepts that can be found in the other language: glossary before dictionary, phrases before words.</summary>
internal sealed class QuestionTranslator(LexiconSource lexicon)
{
    private readonly NameSearch _names = new(lexicon);

    /// <summary>The question's concepts as a snapshot's index knows them; none where the dictionary is missing.</summary>
    public QueryTerm[] Resolve(string question, TextLanguage language, IndexSnapshot snapshot) =>
        new TranslationResolver(snapshot.Lexical, _names).Resolve(Translate(question, language, snapshot.Glossary));

    private List<QuestionConcept> Translate(string question, TextLanguage language, Glossary glossary)
    {
        if (lexicon.Lexicon.Count == 0)
        {
            return [];
        }
        var folded = TextFolder.Fold(question);
        var quantities = NumberNormalizer.FindAll(question);
        var translation = new TranslatedQuestion(lexicon.Lexicon, question, folded, quantities);
        foreach (var (piece, group) in Pieces(folded.Text, glossary))
        {
            if (group is not null)
            {
                translation.AddGlossary(piece, group);
            }
            else if (language == TextLanguage.English)
            {
                EnglishTranslation.Add(piece, translation);
            }
            else
            {
                ChineseTranslation.Add(piece, translation);
            }
        }
        foreach (var quantity in quantities)
        {
            translation.AddQuantity(quantity);
        }
        translation.AddRomanisedNames(_names.Matcher);
        return translation.Concepts;
    }

    // The glossary's terms, and what stands between them.
    private static IEnumerable<(TextSpan Piece, GlossaryGroup? Group)> Pieces(string folded, Glossary glossary)
    {
        var start = 0;
        foreach (var match in glossary.FindAll(folded))
        {
            yield return (TextSpan.FromBounds(start, match.Span.Start), null);
            yield return (match.Span, match.Group);
            start = match.Span.End;
        }
        yield return (TextSpan.FromBounds(start, folded.Length), null);
    }
}
