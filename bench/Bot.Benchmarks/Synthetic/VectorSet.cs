using System.Numerics.Tensors;

namespace Bot.Benchmarks.Synthetic;

/// <summary>Vectors of length 1 and questions about them, the same for the same seed.</summary>
internal sealed class VectorSet
{
    private const int Block = 256;

    private readonly Lazy<int[][]> _truth;

    private VectorSet(VectorShape shape, int dimensions, float[] vectors, float[][] questions)
    {
        (Shape, Dimensions, Vectors, Questions) = (shape, dimensions, vectors, questions);
        _truth = new(FindNearest);
    }

    public VectorShape Shape { get; }

    public int Dimensions { get; }

    public int Count => Vectors.Length / Dimensions;

    /// <summary>One after the other.</summary>
    public float[] Vectors { get; }

    public float[][] Questions { get; }

    /// <summary>For each question the numbers of the ten nearest vectors, nearest first, by comparing with all.</summary>
    public int[][] Truth => _truth.Value;

    public static VectorSet Create(VectorShape shape, int count, int dimensions, int questions)
    {
        var maker = new VectorMaker(shape, count, dimensions);
        var vectors = new float[(long)count * dimensions];
        Parallel.For(0, count, i => maker.Make(i, vectors.AsSpan(i * dimensions, dimensions)));
        var asked = new float[questions][];
        for (var i = 0; i < questions; i++)
        {
            maker.Make(count + i, asked[i] = new float[dimensions]);
        }
        return new(shape, dimensions, vectors, asked);
    }

    /// <summary>The share of the ten nearest that were found, over all questions.</summary>
    /// <param name="found">For each question the numbers found.</param>
    public double Recall(IReadOnlyList<IReadOnlyCollection<int>> found) =>
        found.Select((numbers, question) => Truth[question].Intersect(numbers).Count() / (double)Truth[question].Length).Average();

    public override string ToString() => $"{Count:N0} x {Dimensions} {Shape.Name}";

    // By blocks that stay in a cache while all questions look at them.
    private int[][] FindNearest()
    {
        var nearest = new int[Questions.Length][];
        var workers = Environment.ProcessorCount;
        Parallel.For(0, workers, worker =>
        {
            var mine = Enumerable.Range(0, Questions.Length).Where(question => question % workers == worker).ToArray();
            var best = mine.Select(_ => new Nearest(10)).ToArray();
            for (var start = 0; start < Count; start += Block)
            {
                for (var i = 0; i < mine.Length; i++)
                {
                    for (var number = start; number < Math.Min(Count, start + Block); number++)
                    {
                        best[i].Offer(number, TensorPrimitives.Dot(Questions[mine[i]], Vectors.AsSpan(number * Dimensions, Dimensions)));
                    }
                }
            }
            for (var i = 0; i < mine.Length; i++)
            {
                nearest[mine[i]] = best[i].InOrder();
            }
        });
        return nearest;
    }
}
