namespace Bot.Host.Texts;

internal sealed partial record ConversationTexts
{
    private static readonly ConversationTexts Simplified = new()
    {
        Help = """
            我根据本社区的文件回答问题，只引用可以核对的原文。
            提问方式：提及我、私信我，或使用 /ask。中文、英文都可以。
            在我开启的讨论串里，直接接着问就行。
            /clause 查看条款原文，例如 22603(b)。
            /sources 列出文件。
            回答下方的按钮可以查看完整段落，也可以告诉我们回答是否有用。
            """,
        Failed = "我这边出了问题，没能给出回答。管理者可以在日志中看到原因。请稍后再问。",
        Busy = "现在等待回答的问题太多，请过一分钟再问。",
        TooLate = "你提问时我不在线，现在已经过了太久。请再问一次。",
        CannotKeep = "我现在无法接收问题：存储出了故障。管理者可以在日志中看到原因。",
        NotAllowed = "只有管理员可以这样做。",
        Unreadable = "在这里，没有提及我的消息我看不到内容。提问时请提及我。",
        UserLimited = seconds => $"你的问题有点多，请过 {seconds} 秒再问。",
        AllLimited = seconds => $"大家的问题太多，我忙不过来，请过 {seconds} 秒再问。",
        Thanks = "谢谢，已记录。",
        AnswerForgotten = "这个回答太久了，段落已不再保存。请再问一次。",
        PassageChanged = "文件在此之后有改动。当时引用的是：",
        ShowPassage = number => $"段落 {number}",
        Helpful = "有用",
        NotHelpful = "没用",
        Progress = (what, done, total) => total > 0 ? $"{what}：{done} / {total}" : $"{what}……",
        More = left => $"……还有 {left} 项",
        RestInFile = "全文见附件。",
        Status = new StatusTexts
        {
            Index = (revision, documents, passages) => $"索引 {revision}：{documents} 份文件，{passages} 个段落",
            NoIndex = "还没有索引",
            Uptime = time => $"已运行 {(int)time.TotalDays} 天 {time.Hours} 小时 {time.Minutes} 分钟",
            Queue = (working, waiting) => $"处理中：{working}，等待中：{waiting}",
            Platform = (name, state) => $"{name}：{state}",
            Connected = "已连接",
            Connecting = "正在连接",
            Stopped = "已停止",
            Storage = problem => $"对话无法保存：{problem}",
        },
    };
}
