namespace Bot.Host.Texts;

internal sealed partial record ConversationTexts
{
    private static readonly ConversationTexts Traditional = new()
    {
        Help = """
            我根據本社群的文件回答問題，只引用可以核對的原文。
            提問方式：提及我、私訊我，或使用 /ask。中文、英文都可以。
            在我開啟的討論串裡，直接接著問就行。
            /clause 查看條款原文，例如 22603(b)。
            /sources 列出文件。
            回答下方的按鈕可以查看完整段落，也可以告訴我們回答是否有用。
            """,
        Failed = "我這邊出了問題，沒能給出回答。管理者可以在記錄中看到原因。請稍後再問。",
        Busy = "現在等待回答的問題太多，請過一分鐘再問。",
        TooLate = "你提問時我不在線上，現在已經過了太久。請再問一次。",
        CannotKeep = "我現在無法接收問題：儲存出了故障。管理者可以在記錄中看到原因。",
        NotAllowed = "只有管理員可以這樣做。",
        Unreadable = "在這裡，沒有提及我的訊息我看不到內容。提問時請提及我。",
        UserLimited = seconds => $"你的問題有點多，請過 {seconds} 秒再問。",
        AllLimited = seconds => $"大家的問題太多，我忙不過來，請過 {seconds} 秒再問。",
        Thanks = "謝謝，已記錄。",
        AnswerForgotten = "這個回答太久了，段落已不再保存。請再問一次。",
        PassageChanged = "文件在此之後有改動。當時引用的是：",
        ShowPassage = number => $"段落 {number}",
        Helpful = "有用",
        NotHelpful = "沒用",
        Progress = (what, done, total) => total > 0 ? $"{what}：{done} / {total}" : $"{what}……",
        More = left => $"……還有 {left} 項",
        RestInFile = "全文見附件。",
        Status = new StatusTexts
        {
            Index = (revision, documents, passages) => $"索引 {revision}：{documents} 份文件，{passages} 個段落",
            NoIndex = "還沒有索引",
            Uptime = time => $"已執行 {(int)time.TotalDays} 天 {time.Hours} 小時 {time.Minutes} 分鐘",
            Queue = (working, waiting) => $"處理中：{working}，等待中：{waiting}",
            Platform = (name, state) => $"{name}：{state}",
            Connected = "已連線",
            Connecting = "正在連線",
            Stopped = "已停止",
            Storage = problem => $"對話無法保存：{problem}",
        },
    };
}
