using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Retrieval.Clauses;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Passages;
using Bot.Retrieval.Tests.Builders;
using Xunit.Abstractions;

namespace Bot.Retrieval.Tests.Indexing;

/// <summary>Real law: every article of the open set <c>stard</c>, looked up in the ways people write it.</summary>
public sealed partial class StatuteClausesTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_article_is_found_however_it_is_written_and_none_is_taken_for_another()
    {
        if (SharedSets.Folder() is not { } folder)
        {
            output.WriteLine("NOT CHECKED: there is no shared/eval above the tests and BOT_SHARED_DIR isn't set.");
            return;
        }
        var passages = SharedSets.Passages(folder, "stard");
        var index = ClauseIndex.Build(passages, []);
        var articles = passages.Select(passage => Article.Of(passage)).ToList();
        var codesByNumber = articles.GroupBy(article => article.Number).ToDictionary(group => group.Key, group => group.Select(article => article.Code).Distinct().Count());
        var (lookups, wrong) = (0, new List<string>());
        foreach (var article in articles)
        {
            foreach (var written in article.Variants())
            {
                lookups++;
                if (!(index.Find(written) is ClauseLookupResult.Found found && found.Matches[0].Passage == article.Passage && found.Matches[0].IsOwnText))
                {
                    wrong.Add($"{written}: {index.Find(written)}");
                }
                else if (found.Matches.Any(match => match.IsOwnText && match.Passage != article.Passage))
                {
                    wrong.Add($"{written}: shows another article too");
                }
            }
            foreach (var written in article.Codeless())
            {
                lookups++;
                var result = index.Find(written);
                var right = codesByNumber[article.Number] > 1
                    ? result is ClauseLookupResult.Ambiguous ambiguous && ambiguous.Choices.Length == codesByNumber[article.Number]
                    : result is ClauseLookupResult.Found found && found.Matches[0].Passage == article.Passage;
                if (!right)
                {
                    wrong.Add($"{written} without its code: {result}");
                }
            }
            foreach (var (written, words) in article.Paragraphs())
            {
                lookups++;
                if (!(index.Find(written) is ClauseLookupResult.Found found && found.Matches[0].Passage == article.Passage && found.Matches[0].Text.StartsWith(words, StringComparison.Ordinal)))
                {
                    wrong.Add($"{written}: not its paragraph");
                }
            }
        }
        output.WriteLine($"{articles.Count} articles, {lookups} lookups, {wrong.Count} not as they should be");
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {lookups}:\n{string.Join('\n', wrong.Take(40))}");
    }

    [Fact]
    public void An_article_that_isnt_there_is_not_found()
    {
        if (SharedSets.Folder() is not { } folder)
        {
            output.WriteLine("NOT CHECKED: there is no shared/eval above the tests and BOT_SHARED_DIR isn't set.");
            return;
        }
        var passages = SharedSets.Passages(folder, "stard");
        var index = ClauseIndex.Build(passages, []);
        var articles = passages.Select(passage => Article.Of(passage)).ToList();
        var there = articles.Select(article => (article.Code, article.Number)).ToHashSet();
        foreach (var article in articles)
        {
            foreach (var number in new[] { article.Value + 1, article.Value - 1, article.Value * 10, article.Value + 3000 }.Where(number => number > 0 && !there.Contains((article.Code, $"{number}"))))
            {
                // Another passage may speak of it, but nothing is it.
                var result = index.Find($"{article.Code}第{number}条");
                Assert.False(result is ClauseLookupResult.Found { Matches: var matches } && matches.Any(match => match.IsOwnText), $"{article.Code}第{number}条");
                Assert.True(result is not ClauseLookupResult.Ambiguous, $"{article.Code}第{number}条");
            }
            // Where a court's name starts is plain; elsewhere more words in front are another code.
            Assert.True(article.Code.StartsWith("最高人民", StringComparison.Ordinal) || article.Code.StartsWith("关于", StringComparison.Ordinal)
                || index.Find($"虚构{article.Code}第{article.Value}条") is ClauseLookupResult.NotFound, article.Code);
            Assert.IsType<ClauseLookupResult.NotFound>(index.Find($"外星人权益保障法第{article.Value}条"));
        }
    }

    private sealed partial record Article(Passage Passage, string LongCode, string Code, string Numeral, int Value, int? Inserted)
    {
        public string Number => Inserted is null ? $"{Value}" : $"{Value}之{Inserted}";

        public static Article Of(Passage passage)
        {
            var match = Title().Match(passage.Document.Title);
            var code = match.Groups["code"].Value;
            Assert.True(ChineseNumeral.TryRead(match.Groups["number"].Value, 0, out _, out var value));
            int? inserted = match.Groups["inserted"].Success && ChineseNumeral.TryRead(match.Groups["inserted"].Value, 0, out _, out var number) ? number : null;
            return new(passage, code, code.Replace("中华人民共和国", "", StringComparison.Ordinal), match.Groups["article"].Value, value, inserted);
        }

        public IEnumerable<string> Variants()
        {
            var arabic = $"第{Value}条{(Inserted is null ? "" : $"之{Inserted}")}";
            yield return LongCode + Numeral;
            yield return Code + Numeral;
            yield return Code + arabic;
            yield return Code + arabic[1..];
            yield return $"{Code} {Value}{(Inserted is null ? "" : $"之{Inserted}条")}";
            yield return $"《{Code}》{Numeral}";
            yield return $"《{LongCode}》 第 {Value} 条{(Inserted is null ? "" : $"之{Inserted}")}";
            yield return $"《中华人民共和国{Code}》{arabic}";
            yield return TraditionalScript.Of(LongCode + Numeral);
            yield return TraditionalScript.Of($"《{Code}》{arabic}");
            yield return Code + TraditionalScript.FullWidth(arabic);
            yield return $"根据{Code}的{Numeral}";
            yield return $"请问{Code}{arabic}";
        }

        public IEnumerable<string> Codeless()
        {
            yield return Numeral;
            yield return TraditionalScript.Of(Numeral);
            yield return TraditionalScript.FullWidth($"第{Value}条{(Inserted is null ? "" : $"之{Inserted}")}");
        }

        public IEnumerable<(string Written, string Words)> Paragraphs()
        {
            var paragraphs = Passage.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] is not ('（' or '(') && !Chapter().IsMatch(line)).ToList();
            for (var i = 0; i < paragraphs.Count; i++)
            {
                yield return ($"{Code}{Numeral}第{ChineseNumeral.Print(i + 1)}款", paragraphs[i]);
                yield return (TraditionalScript.Of($"《{LongCode}》第{Value}条{(Inserted is null ? "" : $"之{Inserted}")}第{(i + 1).ToString(CultureInfo.InvariantCulture)}款"), paragraphs[i]);
            }
        }

        [GeneratedRegex("^(?<code>.+)(?<article>第(?<number>[零一二三四五六七八九十百千]+)条(之(?<inserted>.+))?)$", RegexOptions.ExplicitCapture)]
        private static partial Regex Title();

        [GeneratedRegex("^([一二三四五六七八九十]+、|第.+[章节编])[^。；]*$", RegexOptions.ExplicitCapture)]
        private static partial Regex Chapter();
    }
}
