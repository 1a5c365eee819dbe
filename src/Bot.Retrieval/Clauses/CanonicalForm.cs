using System.Text;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Clauses;

/// <summary>Prints references the way lawyers of their code write them.</summary>
internal static class CanonicalForm
{
    public static string Of(ClauseReference reference)
    {
        var text = new StringBuilder();
        text.Append(reference.Style switch
        {
            SectionStyle.ChineseArticle => Article(reference.Section),
            SectionStyle.Article => $"Article {reference.Section}",
            SectionStyle.UnitedStatesCode => $"{TitleOf(reference.Code)}§ {reference.Section}",
            _ => reference.Section,
        });
        foreach (var step in reference.Path)
        {
            text.Append(step.Kind switch
            {
                SubdivisionKind.Kuan => $"第{step.Value}款",
                SubdivisionKind.Xiang => $"第{step.Value}项",
                SubdivisionKind.Mu => $"第{step.Value}目",
                _ => $"({step.Value})",
            });
        }
        return text.ToString();
    }

    public static string WithCode(ClauseReference reference)
    {
        var canonical = Of(reference);
        if (reference.Code is null || reference.Style == SectionStyle.UnitedStatesCode)
        {
            return canonical;
        }
        var code = reference.CodeName ?? reference.Code;
        return code.Any(Characters.IsHan) && reference.Style == SectionStyle.ChineseArticle
            ? code + canonical
            : $"{code} {canonical}";
    }

    // The key of a federal code is its title and its short name: 17 usc, 45 cfr.
    private static string TitleOf(string? code) => code?.Split(' ') switch
    {
        [var title, "usc"] => $"{title} U.S.C. ",
        [var title, "cfr"] => $"{title} C.F.R. ",
        _ => "",
    };

    // 120之1 is written 第120条之1.
    private static string Article(string section)
    {
        var inserted = section.IndexOf('之');
        return inserted < 0 ? $"第{section}条" : $"第{section[..inserted]}条{section[inserted..]}";
    }
}
