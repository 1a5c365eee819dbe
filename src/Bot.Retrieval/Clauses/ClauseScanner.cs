using System.Collections.Immutable;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Clauses;

/// <summary>Goes once over a text and collects the clauses that it speaks of.</summary>
internal sealed class ClauseScanner(string source, bool command)
{
    private static readonly bool[] Starts = BuildStarts();

    private readonly string _text = EvenText.Of(source);
    private readonly List<ClauseMention> _mentions = [];
    private int _taken;

    public ImmutableArray<ClauseMention> Run()
    {
        var position = 0;
        while (position < _text.Length)
        {
            var character = _text[position];
            if (!Starts[character])
            {
                position++;
                continue;
            }
            position = Visit(position, character);
        }
        return [.. _mentions];
    }

    // Where to go on.
    private int Visit(int position, char character)
    {
        if (character == '第')
        {
            return TryOrdinal(position) ?? position + 1;
        }
        if (char.IsAsciiDigit(character))
        {
            return TryNumber(position) ?? Scan.Digits(_text, position, 1000);
        }
        if (character == '§' || char.IsAsciiLetter(character))
        {
            var end = Math.Max(position + 1, EndOfWord(position));
            return (Surroundings.MayFollowCue(_text, end) ? TryCue(position) : null) ?? end;
        }
        return TryChineseNumber(position) ?? position + 1;
    }

    // 第22603(b)条, 第12.3.4节, 第五十四条
    private int? TryOrdinal(int position)
    {
        var list = new ReferenceList();
        var number = Scan.Spaces(_text, position + 1);
        if (char.IsAsciiDigit(Scan.At(_text, number))
            && SectionReader.TryRead(_text, number, SectionStyle.Section, cued: true, plural: false, list, out var read)
            && (read.HasMarkers || read.Dots > 0 || read.GluedLetter))
        {
            var unit = Scan.Spaces(_text, read.End);
            var hasUnit = Scan.At(_text, unit) is '条' or '款' or '节' or '项';
            if (hasUnit || read.HasMarkers)
            {
                return Add(position, hasUnit ? AfterUnit(unit) : read.End, list);
            }
        }
        list = new();
        if (!ArticleReader.TryRead(_text, position, list, out var end))
        {
            return null;
        }
        var context = ContextOf(position, end, cued: true);
        var certain = context.Scope != CodeScope.None
            || list.Count > 1
            || list.Path.Count > 0
            || command
            || list.Section.Length > 1
            || Surroundings.LeadsToArticle(_text, position)
            || Surroundings.FollowsClause(_text, end);
        return context.Scope == CodeScope.None && Surroundings.CountsSomething(_text, end)
            ? end
            : Add(position, end, list, !certain, context);
    }

    private int AfterUnit(int unit) => Scan.At(_text, unit + 1) == '款' ? unit + 2 : unit + 1;

    private int? TryNumber(int position)
    {
        if (!Surroundings.IsFree(_text, position))
        {
            return null;
        }
        // Most numbers in prose are followed by nothing that a clause's would be.
        var after = Scan.Spaces(_text, Scan.Digits(_text, position));
        if (!command && !Surroundings.MayFollowNumber(Scan.At(_text, after)) && !Surroundings.MayPrecedeBareNumber(_text, position))
        {
            return null;
        }
        var list = new ReferenceList();
        if (FederalReader.TryRead(_text, position, list, out var title, out var federalEnd))
        {
            var name = title.EndsWith("usc", StringComparison.Ordinal) ? title.Replace("usc", "U.S.C.", StringComparison.Ordinal) : title.Replace("cfr", "C.F.R.", StringComparison.Ordinal);
            return Add(position, federalEnd, list, tentative: false, new(CodeScope.Named, title, name, null, position));
        }
        return TryUnmarkedArticle(position) ?? TrySection(position);
    }

    // 54条, 38条2款3项
    private int? TryUnmarkedArticle(int position)
    {
        var list = new ReferenceList();
        if (!ArticleReader.TryRead(_text, position, list, out var end))
        {
            return null;
        }
        var context = ContextOf(position, end, cued: true);
        var follows = Surroundings.FollowsClause(_text, end) && !Surroundings.CountsSomething(_text, end);
        if (context.Scope == CodeScope.None && list.Path.Count == 0 && !(follows && Surroundings.MayStartArticle(_text, position)) && !command)
        {
            return end;
        }
        var certain = context.Scope != CodeScope.None || list.Path.Count > 0 || command || (list.Section.Length > 2 && Scan.StartsWith(_text, end, "规定"));
        return Add(position, end, list, !certain, context);
    }

    // 22603(b), 22603b, 12.3.4
    private int? TrySection(int position)
    {
        var list = new ReferenceList();
        if (!SectionReader.TryRead(_text, position, SectionStyle.Section, command, command, list, out var read))
        {
            return null;
        }
        var unit = Scan.Spaces(_text, read.End, 1);
        var hasUnit = Scan.At(_text, unit) is '条' or '款' or '节';
        if (hasUnit && (read.HasMarkers || read.GluedLetter || read.Dots > 1))
        {
            return Add(position, AfterUnit(unit), list);
        }
        var context = ContextOf(position, read.End, cued: false);
        var named = context.Scope == CodeScope.Named;
        var bare = !read.HasMarkers && !read.GluedLetter && read.Dots < 2;
        if (bare && !command && !(named && IsNumberOfCode(context, position)))
        {
            return null;
        }
        if (!command && !named && (Surroundings.IsNumberedThing(_text, position) || IsMeasure(list, read)))
        {
            return read.End;
        }
        if (command)
        {
            // Kept only where nothing clearer is typed: the year in 劳动合同法（2012年）第38条 isn't meant.
            return Add(position, read.End, list, bare, context);
        }
        return Add(position, read.End, list, !named && IsDoubtful(list, read), context);
    }

    // Civil Code 1798.100, SB-1047 22603: but the Privacy Act 1974 is a year.
    private bool IsNumberOfCode(CodeContext context, int position) =>
        context.Edge < position
        && context.Name is { } name
        && (name.Contains("code", StringComparison.OrdinalIgnoreCase) || BillId.In(name) is not null)
        && !Surroundings.IsYear(_text.AsSpan(position, Math.Min(4, _text.Length - position)));

    // 880s, 30m, 1080p, 127.0.0.1
    private static bool IsMeasure(ReferenceList list, SectionRead read) =>
        (read.GluedLetter && list.Section.Length < 5 && list.Path[0].Value is "s" or "m" or "g" or "k" or "x" or "h" or "w" or "v" or "l" or "p" or "t" or "n")
        || (read.GluedLetter && read.Dots > 0)
        || (!read.HasMarkers && list.Section.Split('.').Any(level => level.StartsWith('0')))
        || (!read.HasMarkers && read.Dots > 4);

    private static bool IsDoubtful(ReferenceList list, SectionRead read)
    {
        var year = Surroundings.IsYear(list.Section);
        if ((!read.IsAdjacent && (year || list.Section.Length < 4)) || list.Path is not [var first, ..] || read.GluedLetter)
        {
            return true;
        }
        // f(x), two item(s), vol. 45(3): not by themselves.
        return year
            || (list.Path.All(step => step.Kind == SubdivisionKind.Number))
            || (list.Section.Length < 4 && list.Path.Count == 1 && first.Value is "m" or "s" or "x" or "y" or "z" or "n" or "l" or "g");
    }

    private int? TryCue(int position)
    {
        if (Scan.IsWord(Scan.At(_text, position - 1)) || Scan.At(_text, position - 1) is '\'' or '@' || !Cue.TryRead(_text, position, out var cue))
        {
            return null;
        }
        var list = new ReferenceList();
        if ((cue.Kind == CueKind.Below || cue.Kind == CueKind.Weak) && InvertedReader.TryRead(_text, cue, list, out var invertedEnd))
        {
            return Add(position, invertedEnd, list);
        }
        var number = Scan.SpacesOrLineEnd(_text, cue.End);
        if (Scan.At(_text, number - 1) == '\n' && Scan.At(_text, Scan.Digits(_text, number)) is '.' or ')')
        {
            // The next line is an item of a list.
            return null;
        }
        if (cue.Kind == CueKind.Below || !IsAfterCue(position, cue, number))
        {
            return null;
        }
        list = new();
        var style = cue.Kind == CueKind.Article ? SectionStyle.Article : SectionStyle.Section;
        if (!SectionReader.TryRead(_text, number, style, cued: true, cue.Plural, list, out var read) || Scan.At(_text, read.End) is '%' or '条')
        {
            return null;
        }
        if (style == SectionStyle.Article && char.IsAsciiLetter(Scan.At(_text, number)) && !IsRoman(position, cue, number, read.End))
        {
            return null;
        }
        var context = ContextOf(position, read.End, cued: true);
        var certain = command || context.Scope != CodeScope.None || IsClear(position, cue, read, list);
        return Add(position, read.End, list, !certain, context);
    }

    private bool IsAfterCue(int position, Cue cue, int number) =>
        (number > cue.End || _text[cue.End - 1] is '.' or '§' || char.IsAsciiDigit(Scan.At(_text, number)))
        // 30 sec. 5
        && !(cue.End - position <= 5 && char.IsAsciiLetterLower(_text[position]) && cue.Kind == CueKind.Section && _text[position] == 's'
            && !Scan.StartsWith(_text, position, "sect") && char.IsAsciiDigit(Scan.At(_text, position - 2))
            && !(position > 5 && Surroundings.IsYear(_text.AsSpan(position - 5, 4)) && !char.IsAsciiDigit(Scan.At(_text, position - 6))));

    private bool IsClear(int position, Cue cue, SectionRead read, ReferenceList list)
    {
        if (read.HasMarkers)
        {
            return true;
        }
        if (!cue.Clear)
        {
            return cue.Kind == CueKind.Weak && !list.Section.All(char.IsAsciiDigit);
        }
        return cue.Kind != CueKind.Article || char.IsAsciiLetterUpper(_text[position]) || Surroundings.FollowsArticle(_text, read.End);
    }

    // "Article I wrote" isn't the first one.
    private bool IsRoman(int position, Cue cue, int number, int end) =>
        (char.IsAsciiLetterUpper(_text[position]) || _text[cue.End - 1] == '.')
        && (end - number > 1 || Surroundings.FollowsArticle(_text, end) || Scan.At(_text, end) == '§');

    // 民法典五十四条
    private int? TryChineseNumber(int position)
    {
        var before = Scan.At(_text, position - 1);
        if (ChineseNumeral.IsNumeral(before))
        {
            return null;
        }
        if (!command && before is not ('法' or '典' or '例' or '定' or '释' or '则' or '案' or '》' or '约' or ' '))
        {
            return null;
        }
        var list = new ReferenceList();
        if (!ArticleReader.TryRead(_text, position, list, out var end))
        {
            return command ? TryBareChinese(position) : null;
        }
        var context = ContextOf(position, end, cued: true);
        return context.Scope is CodeScope.None && !command ? null : Add(position, end, list, tentative: false, context);
    }

    // 民法典 五十四, in a command
    private int? TryBareChinese(int position)
    {
        if (!ChineseNumeral.TryRead(_text, position, out var end, out var value) || end < _text.TrimEnd().Length)
        {
            return null;
        }
        var list = new ReferenceList();
        list.Start(SectionStyle.ChineseArticle, value.ToString());
        return Add(position, end, list);
    }

    private CodeContext ContextOf(int start, int end, bool cued)
    {
        var chinese = ChineseCodeFinder.Before(source, _text, start);
        if (chinese.Scope != CodeScope.None)
        {
            return chinese;
        }
        var english = EnglishCodeFinder.Before(source, _text, start, cued);
        if (english.Scope != CodeScope.None)
        {
            return english;
        }
        var after = EnglishCodeFinder.After(source, _text, end);
        return after.Scope == CodeScope.None
            ? CodeContext.Nothing(start, chinese.Candidate ?? english.Candidate)
            : after with { Candidate = chinese.Candidate ?? english.Candidate };
    }

    private int Add(int start, int end, ReferenceList list) =>
        Add(start, end, list, tentative: false, ContextOf(start, end, cued: true));

    private int Add(int start, int end, ReferenceList list, bool tentative, CodeContext context)
    {
        if (list.Style == SectionStyle.Section && context.Key?.EndsWith(" usc", StringComparison.Ordinal) == true)
        {
            list.Restyle(SectionStyle.UnitedStatesCode);
        }
        var from = Math.Max(_taken, Math.Min(start, context.Edge));
        var to = Math.Max(end, context.Edge);
        _taken = to;
        _mentions.Add(new(TextSpan.FromBounds(from, to), list.ToReferences(context.Key, context.Name))
        {
            IsTentative = tentative,
            Scope = context.Scope,
            CodeCandidate = context.Candidate,
        });
        return to;
    }

    private int EndOfWord(int position)
    {
        var end = position;
        while (end < _text.Length && char.IsAsciiLetter(_text[end]))
        {
            end++;
        }
        return end;
    }

    private static bool[] BuildStarts()
    {
        var starts = new bool[char.MaxValue + 1];
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = char.IsAsciiLetterOrDigit((char)i) || i is '§' or '第' || ChineseNumeral.IsNumeral((char)i);
        }
        return starts;
    }
}
