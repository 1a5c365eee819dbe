using Bot.Retrieval.Evaluation.Calibration;

namespace Bot.Retrieval.Tests.Evaluation.Calibration;

public sealed class LogisticRegressionTests
{
    [Fact]
    public void One_binary_feature_gives_the_log_odds_of_its_counts()
    {
        // Of 4 with the feature 3 are positive, of 4 without it 1 is.
        var fitted = Fit([(1, true, 3), (1, false, 1), (0, true, 1), (0, false, 3)], 0);
        Assert.Equal(2 * Math.Log(3), fitted[0], 6);
        Assert.Equal(-Math.Log(3), fitted[1], 6);
    }

    [Fact]
    public void A_weight_counts_like_as_many_samples()
    {
        var weighted = Fit([(1, true, 2), (1, false, 1), (0, true, 1), (0, false, 2)], 0.01);
        var repeated = Fit([(1, true, 1), (1, true, 1), (1, false, 1), (0, true, 1), (0, false, 1), (0, false, 1)], 0.01);
        Assert.Equal(weighted[0], repeated[0], 9);
        Assert.Equal(weighted[1], repeated[1], 9);
    }

    [Fact]
    public void The_penalty_keeps_coefficients_finite_where_samples_can_be_parted_without_error()
    {
        (double, bool, double)[] parted = [(0, false, 1), (1, false, 1), (2, true, 1), (3, true, 1)];
        var (loose, tight) = (Fit(parted, 0.001)[0], Fit(parted, 0.1)[0]);
        Assert.InRange(tight, 0.1, loose);
        Assert.True(double.IsFinite(loose));
    }

    [Fact]
    public void A_feature_that_never_varies_says_nothing()
    {
        var fitted = LogisticRegression.Fit([[1, 7], [0, 7], [1, 7], [0, 7]], [true, false, true, true], [1, 1, 1, 1], 0.01);
        Assert.Equal(0, fitted[1], 9);
        Assert.True(fitted[0] > 0);
    }

    private static double[] Fit((double Feature, bool IsPositive, double Weight)[] samples, double penalty) => LogisticRegression.Fit(
        [.. samples.Select(sample => (double[])[sample.Feature])], [.. samples.Select(sample => sample.IsPositive)], [.. samples.Select(sample => sample.Weight)], penalty);
}
