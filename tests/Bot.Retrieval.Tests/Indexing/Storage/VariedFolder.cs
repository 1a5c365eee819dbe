using Bot.Retrieval.Tests.Documents;

namespace Bot.Retrieval.Tests.Indexing.Storage;

/// <summary>A folder that has something of everything that a snapshot keeps.</summary>
internal static class VariedFolder
{
    /// <summary>All of them older than the clock's step, so that size and time say that they are unchanged.</summary>
    public static void Fill(TemporaryFolder folder)
    {
        folder.Write("法律/民法典.md", "---\ntitle: 中华人民共和国民法典\nauthor: 全国人大\ndate: 2020-05-28\nurl: https://example.org/民法典\n---\n# 第一编 总则\n\n## 第一章 基本规定\n\n第一条 为了保护民事主体的合法权益，制定本法。\n\n第二条 民法调整平等主体的自然人、法人和非法人组织之间的人身关系和财产关系。\n\n第五十四条 自然人从事工商业经营，经依法登记，为个体工商户。个体工商户可以起字号。\n");
        folder.Write("letters.md", "# Letters\r\n\r\nOpenAI wrote a letter to Scott Wiener about SB-1047, section 22603(b)(1).\r\n\r\n## Replies\r\n\r\nWiener answered; see Article 6(1)(f) GDPR and 17 U.S.C. § 107.\r\nCafe\u0301 comes last.\r\n");
        folder.Write("sb1047.txt", "SB-1047\n\n22603. (a) Before training, the developer shall:\n(1) Implement safeguards.\n(b) A developer shall report each incident.\n\n22604. (a) Records are kept for 7 years.\n");
        folder.Write("facts.jsonl", "{\"id\":\"q1\",\"title\":\"Kiwi\",\"text\":\"The kiwi grows on vines.\"}\nnot json\n{\"id\":\"q2\",\"text\":\"用户的资料会被备份7年。参见《民法典》第54条。\"}\n");
        folder.Write("page.html", "<html><head><title>Page &amp; more</title></head><body><h1>Top</h1><p>Fish swim.</p><h2>Below</h2><p>Birds fly. 第22604(a)条规定了资料。</p></body></html>");
        folder.Write("empty.txt", "");
        folder.Write("picture.png", [0x89, 0x50, 0x4E, 0x47]);
        folder.Write("glossary.yml", "- [民法典, Civil Code, PRC Civil Code]\n- [Andrew Ng, 吴恩达]\n- [alone]\n");
        foreach (var path in Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(path, new DateTime(2024, 3, 1, 12, 0, 0, DateTimeKind.Utc));
        }
    }
}
