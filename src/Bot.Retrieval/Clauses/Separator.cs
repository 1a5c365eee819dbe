namespace Bot.Retrieval.Clauses;

/// <summary>What joins two clauses of a list or range.</summary>
/// <param name="IsRange">"to", 至, a dash.</param>
/// <param name="End">Where the next clause starts.</param>
internal readonly record struct Separator(bool IsRange, int End)
{
    private static readonly string[] Ranges = ["through", "thru", "to", "bis"];
    private static readonly string[] Joins = ["and", "or", "und"];
    private static readonly string[] ChineseJoins = ["以及", "或者", "和", "及", "与", "或", "暨"];

    public static bool TryRead(string text, int position, out Separator separator)
    {
        separator = default;
        var start = Scan.SpacesOrLineEnd(text, position);
        var first = Scan.At(text, start);
        if (first == '-')
        {
            separator = new(true, Scan.Spaces(text, start + 1));
            return Scan.At(text, start + 1) != '-';
        }
        if (first is '至' or '到')
        {
            separator = new(true, Scan.Spaces(text, start + 1));
            return true;
        }
        if (start > position && Word(text, start, Ranges) is > 0 and var to)
        {
            separator = new(true, Scan.SpacesOrLineEnd(text, to));
            return true;
        }
        var end = start;
        if (first is ',' or '、' or ';')
        {
            end = Scan.SpacesOrLineEnd(text, start + 1);
        }
        else if (first == '&')
        {
            end = Scan.Spaces(text, start + 1);
        }
        if ((end > start || start > position) && Word(text, end, Joins) is > 0 and var word)
        {
            end = Scan.SpacesOrLineEnd(text, word);
        }
        foreach (var join in ChineseJoins)
        {
            if (Scan.StartsWith(text, end, join))
            {
                end = Scan.Spaces(text, end + join.Length);
                break;
            }
        }
        separator = new(false, end);
        return end > start;
    }

    private static int Word(string text, int position, string[] words)
    {
        foreach (var word in words)
        {
            if (Scan.Word(text, position, word))
            {
                return position + word.Length;
            }
        }
        return 0;
    }
}
