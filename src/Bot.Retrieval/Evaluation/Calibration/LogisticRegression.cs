namespace Bot.Retrieval.Evaluation.Calibration;

/// <summary>
/// Weighted logistic regression by Newton's method. Features are standardised inside, and an L2 penalty on the standardised
/// coefficients keeps them small; the intercept isn't penalised.
/// </summary>
internal static class LogisticRegression
{
    private const int MostSteps = 50;
    private const double Converged = 1e-9;

    /// <summary>One coefficient a feature, and the intercept last.</summary>
    /// <param name="features">One row a sample, all of one length.</param>
    /// <param name="isPositive">What each sample is.</param>
    /// <param name="weights">Above 0, how much each sample counts.</param>
    /// <param name="penalty">Of the squared coefficients, as a share of all samples' weight.</param>
    public static double[] Fit(IReadOnlyList<double[]> features, IReadOnlyList<bool> isPositive, IReadOnlyList<double> weights, double penalty)
    {
        var size = features[0].Length;
        var total = weights.Sum();
        var (means, deviations) = Standardise(features, weights, total);
        var rows = features.Select(row => (double[])[.. row.Select((value, i) => (value - means[i]) / deviations[i]), 1]).ToArray();
        var coefficients = new double[size + 1];
        for (var step = 0; step < MostSteps; step++)
        {
            var change = Step(rows, isPositive, weights, coefficients, penalty * total);
            for (var i = 0; i <= size; i++)
            {
                coefficients[i] += change[i];
            }
            if (change.Max(Math.Abs) < Converged)
            {
                break;
            }
        }
        for (var i = 0; i < size; i++)
        {
            coefficients[i] /= deviations[i];
            coefficients[size] -= coefficients[i] * means[i];
        }
        return coefficients;
    }

    private static (double[] Means, double[] Deviations) Standardise(IReadOnlyList<double[]> features, IReadOnlyList<double> weights, double total)
    {
        var means = new double[features[0].Length];
        var deviations = new double[means.Length];
        for (var i = 0; i < means.Length; i++)
        {
            var feature = i;
            means[i] = features.Select((row, n) => weights[n] * row[feature]).Sum() / total;
            var variance = features.Select((row, n) => weights[n] * Math.Pow(row[feature] - means[feature], 2)).Sum() / total;
            // A feature that never varies says nothing, and gets the coefficient 0.
            deviations[i] = variance > 1e-18 ? Math.Sqrt(variance) : 1;
        }
        return (means, deviations);
    }

    private static double[] Step(double[][] rows, IReadOnlyList<bool> isPositive, IReadOnlyList<double> weights, double[] coefficients, double penalty)
    {
        var size = coefficients.Length;
        var gradient = new double[size];
        var hessian = new double[size, size];
        for (var n = 0; n < rows.Length; n++)
        {
            var row = rows[n];
            var score = 0.0;
            for (var i = 0; i < size; i++)
            {
                score += coefficients[i] * row[i];
            }
            var probability = 1 / (1 + Math.Exp(-score));
            var error = weights[n] * ((isPositive[n] ? 1 : 0) - probability);
            var curvature = weights[n] * probability * (1 - probability);
            for (var i = 0; i < size; i++)
            {
                gradient[i] += error * row[i];
                for (var j = 0; j <= i; j++)
                {
                    hessian[i, j] += curvature * row[i] * row[j];
                }
            }
        }
        for (var i = 0; i < size; i++)
        {
            var ridge = i < size - 1 ? penalty : 1e-9 * penalty;
            gradient[i] -= ridge * coefficients[i];
            hessian[i, i] += ridge;
        }
        return Solve(hessian, gradient);
    }

    // Cholesky: the penalised Hessian is symmetric and positive definite, its lower half is filled.
    private static double[] Solve(double[,] lower, double[] right)
    {
        var size = right.Length;
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = lower[i, j];
                for (var k = 0; k < j; k++)
                {
                    sum -= lower[i, k] * lower[j, k];
                }
                lower[i, j] = i == j ? Math.Sqrt(Math.Max(sum, double.Epsilon)) : sum / lower[j, j];
            }
        }
        var solved = (double[])right.Clone();
        for (var i = 0; i < size; i++)
        {
            for (var k = 0; k < i; k++)
            {
                solved[i] -= lower[i, k] * solved[k];
            }
            solved[i] /= lower[i, i];
        }
        for (var i = size - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < size; k++)
            {
                solved[i] -= lower[k, i] * solved[k];
            }
            solved[i] /= lower[i, i];
        }
        return solved;
    }
}
