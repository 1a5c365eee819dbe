namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>
/// What an occurrence counts in a passage: BM25 over two fields. A title occurrence counts <see cref="TitleWeight"/> text
/// occurrences, and each field is normalised by its own length (BM25F, Robertson and Zaragoza 2009). Parameters were chosen
/// on the open question sets. Immutable.
/// </summary>
internal sealed class FieldNorms
{
    /// <summary>No occurrence, however frequent, counts as much.</summary>
    public const double Most = Saturation + 1;

    // How soon further occurrences stop counting.
    private const double Saturation = 1.2;
    private const double LengthNormalisation = 0.7;
    private const double TitleWeight = 1.5;
    private const double TitleLengthNormalisation = 0.5;

    // Nearly all passages are shorter, and nearly all terms stand in a text so often and in no title.
    private const int TableLengths = 2048;
    private const int TableCounts = 4;

    private readonly double[] _text = new double[TableLengths];
    private readonly double[] _title = new double[TableLengths];
    private readonly double[] _saturated = new double[TableLengths * TableCounts];

    public FieldNorms(float averageText, float averageTitle)
    {
        (AverageText, AverageTitle) = (averageText, averageTitle);
        for (var length = 0; length < TableLengths; length++)
        {
            _text[length] = ComputeText(length);
            _title[length] = ComputeTitle(length);
            for (var count = 1; count <= TableCounts; count++)
            {
                _saturated[((count - 1) * TableLengths) + length] = Saturate(count * _text[length]);
            }
        }
    }

    public float AverageText { get; }

    public float AverageTitle { get; }

    /// <summary>The average of lengths, at least 1.</summary>
    public static float AverageOf(long sum, int passages) => Math.Max(1, passages == 0 ? 0 : (float)((double)sum / passages));

    /// <summary>Below <see cref="Most"/>; 0 where both counts are.</summary>
    public double Saturated(int text, int title, int textLength, int titleLength)
    {
        if (title == 0 && (uint)(text - 1) < TableCounts && textLength < TableLengths)
        {
            return _saturated[((text - 1) * TableLengths) + textLength];
        }
        var byText = textLength < TableLengths ? _text[textLength] : ComputeText(textLength);
        var byTitle = titleLength < TableLengths ? _title[titleLength] : ComputeTitle(titleLength);
        return Saturate((text * byText) + (TitleWeight * title * byTitle));
    }

    /// <summary>How much more an occurrence may count at most than by other averages.</summary>
    public double Over(FieldNorms other) => Math.Max(1, Math.Max((double)AverageText / other.AverageText, (double)AverageTitle / other.AverageTitle));

    private double ComputeText(int length) => 1 / (1 - LengthNormalisation + (LengthNormalisation * length / AverageText));

    private double ComputeTitle(int length) => 1 / (1 - TitleLengthNormalisation + (TitleLengthNormalisation * length / AverageTitle));

    private static double Saturate(double frequency) => frequency * Most / (frequency + Saturation);
}
