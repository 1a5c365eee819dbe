namespace Bot.Retrieval.Evaluation;

/// <summary>How well a number tells two kinds apart.</summary>
internal static class RocCurve
{
    /// <summary>The chance that of a pair the positive has the higher number, a tie counting half; null where there is no pair.</summary>
    public static double? Area(IEnumerable<double> positives, IEnumerable<double> negatives)
    {
        var ascending = negatives.Order().ToArray();
        var (wins, count) = (0.0, 0);
        foreach (var positive in positives)
        {
            var below = CountBelow(ascending, positive, orEqual: false);
            wins += below + ((CountBelow(ascending, positive, orEqual: true) - below) / 2.0);
            count++;
        }
        return count == 0 || ascending.Length == 0 ? null : wins / ((double)count * ascending.Length);
    }

    private static int CountBelow(double[] ascending, double value, bool orEqual)
    {
        var (low, high) = (0, ascending.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ascending[middle] < value || (orEqual && ascending[middle] == value) ? (middle + 1, high) : (low, middle);
        }
        return low;
    }
}
