using System.Collections.Immutable;
using Bot.Retrieval.Documents;
using Bot.Retrieval.Passages;
using Bot.Retrieval.Tests.Text;
using Bot.Retrieval.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Retrieval.Tests.Passages;

/// <summary>What holds for every splitter and any document.</summary>
public abstract class PassageSplitterContract
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(150);

    internal abstract IPassageSplitter CreateSplitter();

    [Fact]
    public void Passages_come_in_order_without_overlap() =>
        Check((_, passages) => passages.Zip(passages.Skip(1)).All(pair => pair.First.Span.End <= pair.Second.Span.Start));

    [Fact]
    public void A_passage_begins_with_its_first_sentence_and_ends_with_its_last() =>
        Check((_, passages) => passages.All(passage =>
            passage.Sentences[0].Start == passage.Span.Start && passage.Sentences[^1].End == passage.Span.End));

    [Fact]
    public void Sentences_come_in_order_without_overlap() =>
        Check((_, passages) => passages.All(passage => passage.Sentences.Zip(passage.Sentences.Skip(1)).All(pair => pair.First.End <= pair.Second.Start)));

    [Fact]
    public void Every_sentence_with_words_outside_headings_stands_in_one_passage() =>
        Check((document, passages) =>
        {
            var covered = passages.SelectMany(passage => passage.Sentences).ToHashSet();
            return BetweenHeadings(document)
                .SelectMany(part => SentenceSplitter.Split(document.Text, part))
                .Where(sentence => Markup.HasWords(sentence.In(document.Text)))
                .All(covered.Contains);
        });

    [Fact]
    public void No_passage_crosses_a_heading() =>
        Check((document, passages) => passages.All(passage => document.Headings.All(heading =>
            !passage.Span.Overlaps(heading.Span) || heading.Span.Contains(passage.Span))));

    [Fact]
    public void Ids_are_distinct_in_a_document_and_the_same_each_time() =>
        Check((document, passages) =>
            passages.Select(passage => passage.Id).Distinct().Count() == passages.Length
            && passages.Select(passage => passage.Id).SequenceEqual(CreateSplitter().Split(document).Select(passage => passage.Id)));

    [Fact]
    public void A_record_is_one_passage_however_long() =>
        Prop.ForAll(TextSamples.Arbitrary, text =>
        {
            var document = TestDocument.Of("法。" + text, recordId: "7");
            return CreateSplitter().Split(document) is [var passage] && passage.HeadingPath.IsEmpty;
        }).Check(Thorough);

    [Theory]
    [InlineData("")]
    [InlineData(" \n \n")]
    [InlineData("---\n***\n| --- | --- |\n![](picture.png)\n")]
    public void A_document_without_words_has_no_passages(string text) => Assert.Empty(CreateSplitter().Split(TestDocument.Of(text)));

    private static IEnumerable<TextSpan> BetweenHeadings(Document document)
    {
        var start = 0;
        foreach (var heading in document.Headings)
        {
            yield return TextSpan.FromBounds(start, heading.Span.Start);
            start = heading.Span.End;
        }
        yield return TextSpan.FromBounds(start, document.Text.Length);
    }

    private void Check(Func<Document, ImmutableArray<Passage>, bool> holds) =>
        Prop.ForAll(TextSamples.Arbitrary, text =>
        {
            var document = TestDocument.Of(text);
            return holds(document, CreateSplitter().Split(document));
        }).Check(Thorough);
}
