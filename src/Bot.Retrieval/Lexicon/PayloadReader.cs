using System.Runtime.CompilerServices;
using System.Text;

namespace Bot.Retrieval.Lexicon;

/// <summary>Reads what <c>tools/lexicon</c> writes: variable-length numbers (LEB128) and lines of UTF-8.</summary>
internal ref struct PayloadReader(ReadOnlySpan<byte> payload)
{
    private readonly ReadOnlySpan<byte> _payload = payload;
    private int _position;

    public readonly bool IsAtEnd => _position == _payload.Length;

    /// <summary>A number that must be below a limit: an index, or a count that can't pass what is left.</summary>
    public int Number(int limit)
    {
        Span<int> number = stackalloc int[1];
        Read(number, limit);
        return number[0];
    }

    public int Count() => Number(_payload.Length - _position + 1);

    public int[] Numbers(int count, int limit)
    {
        var numbers = new int[count];
        Read(numbers, limit);
        return numbers;
    }

    public byte[] Bytes(int count) => Array.ConvertAll(Numbers(count, byte.MaxValue + 1), static value => (byte)value);

    /// <summary>Lengths, as the starts that they add up to, with the end behind the last.</summary>
    public int[] Starts(int count, int total)
    {
        var starts = new int[count + 1];
        Read(starts.AsSpan(1), total + 1);
        for (var i = 0; i < count; i++)
        {
            starts[i + 1] += starts[i];
            if (starts[i + 1] > total)
            {
                throw Damaged();
            }
        }
        return starts[count] == total ? starts : throw Damaged();
    }

    public StringTable Lines()
    {
        var count = Count();
        var length = Count();
        var bytes = _payload.Slice(_position, length);
        _position += length;
        var characters = new char[Encoding.UTF8.GetCharCount(bytes)];
        Encoding.UTF8.GetChars(bytes, characters);
        var starts = new int[count + 1];
        var position = 0;
        for (var i = 0; i < count; i++)
        {
            var end = characters.AsSpan(position).IndexOf('\n');
            position += end < 0 ? throw Damaged() : end + 1;
            starts[i + 1] = position;
        }
        return new(characters, starts);
    }

    public static LexiconException Damaged() =>
        new("The dictionary file's content does not fit together: restore lexicon.bin from the release, or build it again with tools/lexicon.");

    // A million numbers at start can't wait for the compiler to find out that the loop is hot.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Read(scoped Span<int> numbers, int limit)
    {
        var bytes = _payload;
        var position = _position;
        for (var i = 0; i < numbers.Length; i++)
        {
            var value = 0;
            var shift = 0;
            int next;
            do
            {
                if (position >= bytes.Length || shift > 28)
                {
                    throw Damaged();
                }
                next = bytes[position++];
                value |= (next & 127) << shift;
                shift += 7;
            }
            while (next > 127);
            numbers[i] = (uint)value < (uint)limit ? value : throw Damaged();
        }
        _position = position;
    }
}
