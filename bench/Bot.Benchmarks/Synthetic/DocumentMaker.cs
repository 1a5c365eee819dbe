using System.Text;

namespace Bot.Benchmarks.Synthetic;

/// <summary>
/// Makes documents, half of them English and half Chinese, with passages as long as those of the evaluation sets. A
/// document has words of its own that come back in it, as texts on a subject do. Thread-safe.
/// </summary>
internal sealed class DocumentMaker(Vocabulary english, Vocabulary chinese)
{
    private const ulong Seed = 31;
    private const int SectionsPerDocument = 6;
    private const int SubjectWords = 40;
    private const double SubjectShare = 0.25;
    private const double ClauseShare = 0.04;

    public SyntheticDocument Make(int number)
    {
        var random = SeededRandom.For(Seed, number);
        var isChinese = number % 2 == 1;
        var vocabulary = isChinese ? chinese : english;
        var subject = new string[SubjectWords];
        for (var i = 0; i < subject.Length; i++)
        {
            subject[i] = vocabulary.DrawContent(ref random);
        }
        var sections = new (string, string)[SectionsPerDocument];
        for (var i = 0; i < sections.Length; i++)
        {
            sections[i] = (Name(ref random, subject, isChinese), Text(ref random, vocabulary, subject, isChinese));
        }
        return new(number, Name(ref random, subject, isChinese), sections);
    }

    private static string Name(ref SeededRandom random, string[] subject, bool isChinese)
    {
        var words = new string[2 + random.Below(3)];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = subject[random.Below(subject.Length)];
        }
        return isChinese ? string.Concat(words) : char.ToUpperInvariant(words[0][0]) + string.Join(' ', words)[1..];
    }

    // In words: about 100 English or 130 Chinese ones, a third or the triple now and then.
    private static string Text(ref SeededRandom random, Vocabulary vocabulary, string[] subject, bool isChinese)
    {
        const double Deviation = 0.45;
        var wanted = (isChinese ? 130 : 100) * Math.Exp(Deviation * random.Normal());
        var text = new StringBuilder();
        for (var words = 0; words < wanted;)
        {
            var length = 8 + random.Below(22);
            AppendSentence(text, ref random, vocabulary, subject, isChinese, length);
            words += length;
        }
        return text.ToString().TrimEnd();
    }

    private static void AppendSentence(StringBuilder text, ref SeededRandom random, Vocabulary vocabulary, string[] subject, bool isChinese, int length)
    {
        var start = text.Length;
        var comma = random.Below(length);
        for (var i = 0; i < length; i++)
        {
            text.Append(random.Share() < SubjectShare ? subject[random.Below(subject.Length)] : vocabulary.Draw(ref random));
            text.Append(i == comma && i + 1 < length ? isChinese ? "，" : ", " : isChinese ? "" : " ");
        }
        if (random.Share() < ClauseShare)
        {
            text.Append(isChinese ? $"见第{1 + random.Below(200)}条" : $"under Section {1 + random.Below(200)}({(char)('a' + random.Below(6))}) ");
        }
        if (isChinese)
        {
            text.Append('。');
            return;
        }
        text[start] = char.ToUpperInvariant(text[start]);
        text[^1] = '.';
        text.Append(' ');
    }
}
