using Bot.Retrieval.Answering;

namespace Bot.Retrieval.Tests.Answering;

public sealed class ConfidenceTableFileTests
{
    [Fact]
    public void The_table_that_ships_has_a_weight_for_every_signal()
    {
        var shipped = ConfidenceTableFile.ReadShipped();
        Assert.Equal(ConfidenceTable.OwnSignals, shipped.Own.Weights.Keys);
        Assert.Equal(ConfidenceTable.AcrossSignals, shipped.Across.Weights.Keys);
        Assert.All(shipped.Own.Weights.Concat(shipped.Across.Weights), entry => Assert.NotEqual(0, entry.Value));
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        var written = ConfidenceTableFile.Write(ConfidenceTableFile.ReadShipped(), ["where it comes from"]);
        Assert.StartsWith("# where it comes from\n", written, StringComparison.Ordinal);
        Assert.Equal(written, ConfidenceTableFile.Write(ConfidenceTableFile.Parse(written, "t"), ["where it comes from"]));
    }

    [Theory]
    [InlineData("own\twindow\t", "own\tpane\t", "own window is missing")]
    [InlineData("across\tinterceptEnglish\t", "# ", "across interceptEnglish is missing")]
    [InlineData("own\twindow\t", "own\twindow\tx", "line")]
    [InlineData("own\twindow\t", "own\twindow\tNaN\n#", "line")]
    [InlineData("own\twindow\t", "own window ", "line")]
    [InlineData("own\twindow\t", "own\twindow\t1\nown\twindow\t", "own window is there twice")]
    [InlineData("own\twindow\t", "own\tmore\t1\nown\twindow\t", "own more isn't known")]
    [InlineData("own\twindow\t", "other\twindow\t1\nown\twindow\t", "other window isn't known")]
    public void A_damaged_table_is_refused_with_what_is_wrong(string from, string to, string complaint)
    {
        var damaged = ConfidenceTableFile.Write(ConfidenceTableFile.ReadShipped(), []).Replace(from, to, StringComparison.Ordinal);
        Assert.Contains(complaint, Assert.Throws<InvalidDataException>(() => ConfidenceTableFile.Parse(damaged, "t.tsv")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_refused() => Assert.Throws<InvalidDataException>(() => ConfidenceTableFile.Parse("", "t.tsv"));
}
