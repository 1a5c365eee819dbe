namespace Bot.Benchmarks.Synthetic;

/// <summary>How the vectors of a set lie.</summary>
/// <param name="Name">For the tables.</param>
/// <param name="Latent">Dimensions that the meaning has, before it is spread over all.</param>
/// <param name="Decay">The deviation of latent dimension i is i to the power of minus this; 0 makes all alike.</param>
/// <param name="PerCluster">Vectors on one subject, on average; 0 for no subjects.</param>
/// <param name="Spread">How far a vector is from its subject's, as a share of the subject's length.</param>
/// <param name="Common">Length of what all vectors have in common, where the rest has length 1.</param>
/// <param name="Noise">Length of what none has in common with another.</param>
internal sealed record VectorShape(string Name, int Latent, double Decay, int PerCluster, double Spread, double Common, double Noise)
{
    /// <summary>As embeddings of texts lie: on subjects of many sizes, with some directions that matter more, around a common mean.</summary>
    public static VectorShape Clustered { get; } = new("clustered", Latent: 192, Decay: 0.4, PerCluster: 200, Spread: 0.8, Common: 0.6, Noise: 0.2);

    /// <summary>Hard: 128 directions that all matter alike, no subjects, and 60 % noise.</summary>
    public static VectorShape Hard { get; } = new("hard", Latent: 128, Decay: 0, PerCluster: 0, Spread: 0, Common: 0, Noise: 0.6);
}
