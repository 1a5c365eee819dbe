using System.Globalization;

namespace Bot.Retrieval.Clauses;

/// <summary>Reads Chinese articles: 第五十四条第二款第（三）项, 38条2款3项, 第五条至第八条, 第120条之1.</summary>
internal static class ArticleReader
{
    private const int MostClauses = 400;

    /// <summary>How far behind a list of numbers its 条 may stand.</summary>
    private const int FurthestUnit = 160;

    /// <summary>From five digits on, 第22603条 counts as sections of codes do.</summary>
    private const int HighestArticle = 9999;

    /// <summary>Reads from 第 or the number on; false where no article stands there.</summary>
    public static bool TryRead(string text, int position, ReferenceList list, out int end)
    {
        var marked = Scan.At(text, position) == '第';
        if (!TryHeads(text, position, list, out end))
        {
            return false;
        }
        end = ReadBelow(text, end, list, marked);
        end = ReadList(text, end, list, marked);
        return true;
    }

    /// <summary>Reads one article without what is below it.</summary>
    public static bool TryHead(string text, int position, ReferenceList list, out int end) =>
        TryHeads(text, position, list, out end) && list.Count == 1;

    // 第五条, 第五、六条, 第五至八条, 第120条之1, 第120-1条
    private static bool TryHeads(string text, int position, ReferenceList list, out int end)
    {
        end = position;
        // Most numbers aren't an article's.
        if (!text.AsSpan(position, Math.Min(FurthestUnit, text.Length - position)).Contains('条'))
        {
            return false;
        }
        var at = Scan.At(text, position) == '第' ? Scan.Spaces(text, position + 1) : position;
        if (!TryNumber(text, at, out var value, out at))
        {
            return false;
        }
        var numbers = new List<(int Value, string? Inserted, bool Range)> { (value, null, false) };
        while (true)
        {
            var unit = Scan.Spaces(text, at);
            if (Scan.At(text, unit) == '条' && !IsOtherWord(text, unit))
            {
                // 第5条款
                end = Scan.At(text, unit + 1) == '款' ? unit + 2 : unit + 1;
                break;
            }
            if (numbers.Count > 50 || !TryAnother(text, at, numbers, out at))
            {
                return false;
            }
        }
        if (Inserted(text, end) is { } inserted && numbers[^1].Inserted is null)
        {
            (numbers[^1], end) = (numbers[^1] with { Inserted = inserted.Value }, inserted.End);
        }
        return AddHeads(numbers, list);
    }

    private static bool TryAnother(string text, int at, List<(int Value, string? Inserted, bool Range)> numbers, out int end)
    {
        end = at;
        // 第一百二十之一条
        if (Scan.At(text, at) == '之' && TryNumber(text, at + 1, out var inserted, out end))
        {
            numbers[^1] = numbers[^1] with { Inserted = inserted.ToString(CultureInfo.InvariantCulture) };
            return numbers[^1].Value > 0;
        }
        if (!Separator.TryRead(text, at, out var separator))
        {
            return false;
        }
        var next = Scan.At(text, separator.End) == '第' ? separator.End + 1 : separator.End;
        if (!TryNumber(text, Scan.Spaces(text, next), out var value, out end))
        {
            return false;
        }
        // 第120-1条 was inserted behind 第120条 (Taiwan); 第5-8条 are four.
        if (separator.IsRange && Scan.At(text, at) == '-' && value <= numbers[^1].Value)
        {
            numbers[^1] = numbers[^1] with { Inserted = value.ToString(CultureInfo.InvariantCulture) };
            return true;
        }
        numbers.Add((value, null, separator.IsRange));
        return true;
    }

    private static bool AddHeads(List<(int Value, string? Inserted, bool Range)> numbers, ReferenceList list)
    {
        foreach (var (value, inserted, range) in numbers)
        {
            var section = value.ToString(CultureInfo.InvariantCulture) + (inserted is null ? "" : "之" + inserted);
            if (range)
            {
                if (!list.TrySectionRange(section))
                {
                    return false;
                }
                continue;
            }
            list.Start(value > HighestArticle ? SectionStyle.Section : SectionStyle.ChineseArticle, section);
        }
        return true;
    }

    // 条之一
    private static (string Value, int End)? Inserted(string text, int position) =>
        Scan.At(text, position) == '之' && TryNumber(text, position + 1, out var value, out var end) && value < 100
        && Scan.At(text, end) is not ('条' or '个' or '种' or '次')
            ? (value.ToString(CultureInfo.InvariantCulture), end)
            : null;

    // 款, 项, 目; (b) turns the article into a section of a code that counts by letters.
    private static int ReadBelow(string text, int end, ReferenceList list, bool marked)
    {
        while (true)
        {
            var at = Scan.Spaces(text, end, 1);
            if (list.Style == SectionStyle.Section && Marker.TryRead(text, at, out var marker) && list.TryFollow(marker.Raw))
            {
                end = SkipUnit(text, SubdivisionReader.Read(text, marker.End, list, spaced: false));
                continue;
            }
            if (TryStep(text, at, marked, out var steps, out var stepEnd))
            {
                for (var i = 0; i < steps.Count; i++)
                {
                    if (!AddStep(list, steps[i].Step, steps[i].Range))
                    {
                        return end;
                    }
                }
                end = stepEnd;
                continue;
            }
            var latin = Scan.At(text, at) == '第' ? at + 1 : at;
            if (TryLatin(text, latin, out var raw, out var latinEnd) && Follow(list, raw))
            {
                end = SubdivisionReader.Read(text, latinEnd, list, spaced: false);
                end = SkipUnit(text, end);
                continue;
            }
            return end;
        }
    }

    private static bool Follow(ReferenceList list, string raw)
    {
        if (!list.TryFollow(raw))
        {
            return false;
        }
        // 第6条第1款(f)项 stays an article; 第22603条(b) is a section.
        if (list.Path.All(step => step.Kind is not (SubdivisionKind.Kuan or SubdivisionKind.Xiang)))
        {
            list.Restyle(SectionStyle.Section);
        }
        return true;
    }

    private static bool AddStep(ReferenceList list, Subdivision step, bool range) =>
        range ? list.TryRangeTo(step) : list.Add(step, nests: true);

    // (b), b款
    private static bool TryLatin(string text, int position, out string raw, out int end)
    {
        if (Marker.TryRead(text, position, out var marker) && marker.Chinese == 0 && char.IsAsciiLetter(marker.Raw[0]))
        {
            (raw, end) = (marker.Raw, marker.End);
            return true;
        }
        (raw, end) = ("", position + 1);
        if (char.IsAsciiLetterLower(Scan.At(text, position)) && Scan.At(text, position + 1) is '款' or '项')
        {
            raw = text[position..end];
        }
        return raw.Length > 0;
    }

    // 第二款, 第（三）项, 第一、二项, 第五至七项, （三）; 2款 and, where the article had no 第, 二款
    private static bool TryStep(string text, int position, bool marked, out List<(Subdivision Step, bool Range)> steps, out int end)
    {
        steps = [];
        end = position;
        var ordinal = Scan.At(text, position) == '第';
        var at = ordinal ? Scan.Spaces(text, position + 1, 1) : position;
        var values = new List<(int Value, bool Range)>();
        var range = false;
        while (values.Count < 50)
        {
            var enclosed = Marker.TryRead(text, at, out var marker) && MarkerValue(marker) > 0;
            if (!enclosed && !TryNumber(text, at, out _, out _))
            {
                return false;
            }
            var bareChinese = !enclosed && ChineseNumeral.IsNumeral(text[at]);
            if (!ordinal && (bareChinese && marked))
            {
                return false;
            }
            var value = enclosed ? MarkerValue(marker) : ReadNumber(text, ref at);
            at = enclosed ? marker.End : at;
            values.Add((value, range));
            var unit = Scan.Spaces(text, at, 1);
            var kind = KindOf(Scan.At(text, unit));
            if (kind is not null && !IsOtherWord(text, unit))
            {
                end = unit + 1;
                steps = [.. values.Select(entry => (Step(kind.Value, entry.Value), entry.Range))];
                return true;
            }
            if (enclosed && !ordinal && values.Count == 1)
            {
                // 第三十八条（三）
                end = at;
                steps = [(Step(SubdivisionKind.Xiang, value), false)];
                return true;
            }
            if (!ordinal || !Separator.TryRead(text, at, out var separator))
            {
                return false;
            }
            (at, range) = (separator.End, separator.IsRange);
        }
        return false;
    }

    // 、第二项 · 和第三款 · 至第十七项 · 、第四十条 · 、四十一条
    private static int ReadList(string text, int end, ReferenceList list, bool marked)
    {
        while (list.Count < MostClauses && Separator.TryRead(text, end, out var separator))
        {
            var next = separator.End;
            if (list.Path.Count > 0 && TryStep(text, next, marked: true, out var steps, out var stepEnd)
                && (Scan.At(text, next) == '第' || text[next] == '(')
                && (Scan.At(text, next) == '第' || IsSibling(list, steps[0].Step))
                && (separator.IsRange ? list.TryRangeTo(steps[0].Step) : list.Add(steps[0].Step, nests: false)))
            {
                foreach (var (step, range) in steps.Skip(1))
                {
                    AddStep(list, step, range);
                }
                end = ReadBelow(text, stepEnd, list, marked);
                continue;
            }
            if (!TryNextArticle(text, next, separator.IsRange, list, marked, out var articleEnd))
            {
                break;
            }
            end = articleEnd;
        }
        return end;
    }

    private static bool IsSibling(ReferenceList list, Subdivision step) => list.Path[^1].Kind == step.Kind;

    private static bool TryNextArticle(string text, int position, bool isRange, ReferenceList list, bool marked, out int end)
    {
        end = position;
        if (Scan.At(text, position) != '第' && !(marked && (ChineseNumeral.IsNumeral(Scan.At(text, position)) || char.IsAsciiDigit(Scan.At(text, position)))))
        {
            return false;
        }
        if (!isRange)
        {
            if (!TryHeads(text, position, list, out end))
            {
                return false;
            }
            end = ReadBelow(text, end, list, marked);
            return true;
        }
        var heads = new ReferenceList();
        if (!TryHeads(text, position, heads, out end) || heads.Count != 1 || !list.TrySectionRange(heads.Section))
        {
            return false;
        }
        end = ReadBelow(text, end, list, marked);
        return true;
    }

    private static int SkipUnit(string text, int end)
    {
        var unit = Scan.Spaces(text, end, 1);
        return Scan.At(text, unit) is '款' or '项' or '目' or '条' or '节' && !IsOtherWord(text, unit) ? unit + 1 : end;
    }

    private static Subdivision Step(SubdivisionKind kind, int value) => new(kind, value.ToString(CultureInfo.InvariantCulture));

    private static SubdivisionKind? KindOf(char unit) => unit switch
    {
        '款' => SubdivisionKind.Kuan,
        '项' => SubdivisionKind.Xiang,
        '目' => SubdivisionKind.Mu,
        _ => null,
    };

    private static int MarkerValue(Marker marker) =>
        marker.Chinese > 0 ? marker.Chinese : int.TryParse(marker.Raw, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value < 1000 ? value : 0;

    private static int ReadNumber(string text, ref int at)
    {
        TryNumber(text, at, out var value, out at);
        return value;
    }

    /// <summary>Reads an Arabic or Chinese number.</summary>
    public static bool TryNumber(string text, int position, out int value, out int end)
    {
        if (!char.IsAsciiDigit(Scan.At(text, position)))
        {
            return ChineseNumeral.TryRead(text, position, out end, out value);
        }
        end = Scan.Digits(text, position, 7);
        value = end - position < 7 ? int.Parse(text.AsSpan(position, end - position), CultureInfo.InvariantCulture) : 0;
        return value > 0;
    }

    // 条件, 条约, 款项, 项目, 目标: another word starts with the unit.
    private static bool IsOtherWord(string text, int unit) => (text[unit], Scan.At(text, unit + 1)) switch
    {
        ('条', '件' or '约' or '例' or '幅' or '纹' or '形' or '码' or '理' or '令') => true,
        ('款', '项' or '式' or '待' or '型' or '额') => true,
        ('项', '目' or '链' or '圈') => true,
        ('目', '的' or '标' or '录' or '前' or '光') => true,
        _ => false,
    };
}
