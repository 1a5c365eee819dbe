using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Bot.Retrieval.Clauses;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Passages;
using Bot.Retrieval.Tests.Builders;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Retrieval.Tests.Indexing;

/// <summary>One wrong character in a reference shows the clause that it then names, or none: never the one that was meant.</summary>
public sealed class ClauseMutationTests
{
    private static readonly ClauseIndex Index = ClauseIndex.Build([.. Statute("民法典"), .. Statute("劳动合同法"), .. Sections()], []);

    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(4000);

    [Fact]
    public void A_mutated_article_never_shows_the_text_of_the_original() =>
        Prop.ForAll(Mutations(Articles, "0123456789一二三四五六七八九十百法典同劳民合条款").ToArbitrary(), Holds).Check(Many);

    [Fact]
    public void A_mutated_section_never_shows_the_text_of_the_original() =>
        Prop.ForAll(Mutations(SectionNames, "0123456789abcdefghixv").ToArbitrary(), Holds).Check(Many);

    private static bool Holds((string Original, string Mutated) pair)
    {
        if (Index.Find(pair.Original) is not ClauseLookupResult.Found original)
        {
            return false;
        }
        var own = original.Matches[0];
        return Index.Find(pair.Mutated) is not ClauseLookupResult.Found found
            || !found.Matches.Any(match => match.Passage == own.Passage && match.Quote == own.Quote)
            || SameClause(pair.Original, pair.Mutated);
    }

    // 22603(b) and 22603 b are one; so are 第十条 and 第一十条.
    private static bool SameClause(string original, string mutated) =>
        ClauseParser.Parse(original) is ClauseParse.Parsed left && ClauseParser.Parse(mutated) is ClauseParse.Parsed right && left.References.SequenceEqual(right.References);

    private static Gen<(string Original, string Mutated)> Mutations(Gen<string> originals, string characters) =>
        from original in originals
        from position in Gen.Choose(0, original.Length - 1).Where(position => characters.Contains(original[position], StringComparison.Ordinal))
        from character in Gen.Elements(characters.ToCharArray()).Where(character => character != original[position])
        select (original, original[..position] + character + original[(position + 1)..]);

    private static Gen<string> Articles =>
        from code in Gen.Elements("民法典", "劳动合同法", "《民法典》")
        from number in Gen.Choose(1, 120)
        from han in Gen.Elements(true, false)
        from paragraph in Gen.Choose(0, 3)
        select $"{code}第{(han ? ChineseNumeral.Print(number) : number.ToString(CultureInfo.InvariantCulture))}条" + (paragraph == 0 ? "" : $"第{(han ? ChineseNumeral.Print(paragraph) : paragraph.ToString(CultureInfo.InvariantCulture))}款");

    private static Gen<string> SectionNames =>
        from number in Gen.Choose(22600, 22630)
        from letter in Gen.Elements("a", "b", "c", "d")
        from item in Gen.Choose(0, 2)
        from form in Gen.Elements("{0}({1}){2}", "§ {0}({1}){2}", "section {0}({1}){2}", "第{0}({1}){2}条")
        select string.Format(CultureInfo.InvariantCulture, form, number, letter, item == 0 ? "" : $"({item})");

    private static IEnumerable<Passage> Statute(string code) =>
        Enumerable.Range(1, 120).Select(number => TestDocument.Record(
            $"{code}-{number}", $"中华人民共和国{code}第{ChineseNumeral.Print(number)}条", $"{code}之{number}甲。\n\n{code}之{number}乙。\n\n{code}之{number}丙。"));

    private static ImmutableArray<Passage> Sections()
    {
        var text = new StringBuilder();
        for (var number = 22600; number <= 22630; number++)
        {
            text.Append(CultureInfo.InvariantCulture, $"# Section {number}\n\n");
            foreach (var letter in "abcd")
            {
                text.Append(CultureInfo.InvariantCulture, $"({letter}) Text {number} {letter}.\n(1) Text {number} {letter} one.\n(2) Text {number} {letter} two.\n");
            }
            text.Append('\n');
        }
        return TestDocument.Passages("Frontier Models Code", text.ToString());
    }
}
