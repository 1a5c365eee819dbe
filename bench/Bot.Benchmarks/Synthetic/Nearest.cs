namespace Bot.Benchmarks.Synthetic;

/// <summary>Keeps the numbers with the highest scores, in order: few are kept, so most are refused by one comparison.</summary>
internal sealed class Nearest(int limit)
{
    private readonly float[] _scores = new float[limit];
    private readonly int[] _numbers = new int[limit];
    private int _count;

    public void Offer(int number, float score)
    {
        if (_count == limit && score <= _scores[limit - 1])
        {
            return;
        }
        var place = _count < limit ? _count++ : limit - 1;
        for (; place > 0 && _scores[place - 1] < score; place--)
        {
            (_scores[place], _numbers[place]) = (_scores[place - 1], _numbers[place - 1]);
        }
        (_scores[place], _numbers[place]) = (score, number);
    }

    /// <summary>Highest score first.</summary>
    public int[] InOrder() => _numbers[.._count];

    public void Clear() => _count = 0;
}
