using System.Globalization;
using System.Text;

namespace Bot.Retrieval.Documents;

/// <summary>Finds out the encoding of a text file: a byte order mark, strict UTF-8, UTF-16, then GB18030 or Big5.</summary>
internal static class TextDecoder
{
    // Of the characters beyond ASCII; real Chinese text has nine in ten, wrongly decoded text hardly any.
    private const double LeastCommonShare = 0.45;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding StrictUtf16 = new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding StrictUtf16BigEndian = new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    public static DecodedText Decode(ReadOnlySpan<byte> content) => Decode(content, declaredEncoding: null);

    /// <param name="content">The file's bytes.</param>
    /// <param name="declaredEncoding">The name that the file itself gives its encoding, if it does; believed where the bytes agree.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> content, string? declaredEncoding)
    {
        if (KnownBinary(content) is { } kind)
        {
            return new DecodedText.Undecodable($"The file is {kind}, not text: give it the right extension or remove it.");
        }
        if (content.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return TryDecode(StrictUtf8, content[3..]) is { } marked ? TextOrBinary(marked, "utf-8") : NotUtf8(content[3..]);
        }
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return MarkedUtf16(Encoding.Unicode, content[2..]);
        }
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return MarkedUtf16(Encoding.BigEndianUnicode, content[2..]);
        }
        var hasNul = content.Contains((byte)0);
        if (hasNul && BestUtf16(content) is { } wide)
        {
            return wide;
        }
        if (TryDecode(StrictUtf8, content) is { } text)
        {
            return TextOrBinary(text, "utf-8");
        }
        if (hasNul)
        {
            return Binary();
        }
        DecodedText? legacy = Declared(content, declaredEncoding) ?? BestLegacy(content);
        return legacy ?? NotUtf8(content);
    }

    private static DecodedText.Decoded? Declared(ReadOnlySpan<byte> content, string? name)
    {
        if (name is null || CodePagesEncodingProvider.Instance.GetEncoding(name.Trim()) is not { } encoding)
        {
            return null;
        }
        return TryDecode(CodePage(encoding.WebName), content) is { } text && LooksLikeText(text)
            ? new DecodedText.Decoded(text, encoding.WebName)
            : null;
    }

    private static DecodedText.Decoded? BestLegacy(ReadOnlySpan<byte> content)
    {
        (string Text, string Name, double Score)? best = null;
        foreach (var (encoding, name) in (ReadOnlySpan<(Encoding, string)>)
            [(CodePages.Gb18030, "gb18030"), (CodePages.Big5, "big5"), (StrictUtf16, "utf-16"), (StrictUtf16BigEndian, "utf-16BE")])
        {
            if (TryDecode(encoding, content) is { } text && LooksLikeText(text) && CommonShare(text) is var score && score > (best?.Score ?? 0))
            {
                best = (text, name, score);
            }
        }
        return best is { Score: >= LeastCommonShare } found ? new DecodedText.Decoded(found.Text, found.Name) : null;
    }

    private static DecodedText.Decoded? BestUtf16(ReadOnlySpan<byte> content)
    {
        // The wrong byte order turns spaces, digits and line ends into rare or unassigned characters.
        var little = TryDecode(StrictUtf16, content) is { } l && LooksLikeText(l) ? l : null;
        var big = TryDecode(StrictUtf16BigEndian, content) is { } b && LooksLikeText(b) ? b : null;
        return (little, big) switch
        {
            (null, null) => null,
            ({ }, null) => new DecodedText.Decoded(little, "utf-16"),
            (null, { }) => new DecodedText.Decoded(big, "utf-16BE"),
            _ => FamiliarCharacters(little) >= FamiliarCharacters(big)
                ? new DecodedText.Decoded(little, "utf-16")
                : new DecodedText.Decoded(big, "utf-16BE"),
        };
    }

    private static DecodedText MarkedUtf16(Encoding encoding, ReadOnlySpan<byte> content)
    {
        // A lone surrogate or a cut-off end spoils one character, not the file.
        var text = encoding.GetString(content);
        return TextOrBinary(text, encoding.WebName);
    }

    private static DecodedText TextOrBinary(string text, string encoding) =>
        HasManyControls(text) ? Binary() : new DecodedText.Decoded(text, encoding);

    private static DecodedText.Undecodable Binary() =>
        new("The file is binary, not text: convert it to UTF-8 text, give it the right extension or remove it.");

    private static DecodedText.Undecodable NotUtf8(ReadOnlySpan<byte> content)
    {
        var line = 1;
        while (!content.IsEmpty && Rune.DecodeFromUtf8(content, out var rune, out var length) == System.Buffers.OperationStatus.Done)
        {
            line += rune.Value == '\n' ? 1 : 0;
            content = content[length..];
        }
        return new($"The text is not valid UTF-8 (line {line}), nor UTF-16, GB18030 or Big5: save it as UTF-8.");
    }

    private static string? TryDecode(Encoding encoding, ReadOnlySpan<byte> content)
    {
        try
        {
            return encoding.GetString(content);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool LooksLikeText(string text)
    {
        var strange = 0;
        foreach (var character in text)
        {
            strange += IsStrange(character) ? 1 : 0;
        }
        return strange * 100 <= text.Length;
    }

    private static bool IsStrange(char character) =>
        IsStrayControl(character)
        || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse;

    private static bool HasManyControls(string text)
    {
        var controls = 0;
        foreach (var character in text)
        {
            controls += IsStrayControl(character) ? 1 : 0;
        }
        return controls > 4 && controls * 50 > text.Length;
    }

    private static bool IsStrayControl(char character) => char.IsControl(character) && character is not (>= '\t' and <= '\r') and not '\u0085';

    private static double CommonShare(string text)
    {
        var beyondAscii = 0;
        var common = 0;
        foreach (var character in text)
        {
            if (!char.IsAscii(character))
            {
                beyondAscii++;
                common += IsChinesePunctuation(character) || CommonHan.Contains(character) ? 1 : 0;
            }
        }
        return beyondAscii == 0 ? 0 : (double)common / beyondAscii;
    }

    private static int FamiliarCharacters(string text)
    {
        var familiar = 0;
        foreach (var character in text)
        {
            familiar += char.IsAscii(character) || IsChinesePunctuation(character) || CommonHan.Contains(character) ? 1 : 0;
        }
        return familiar;
    }

    private static bool IsChinesePunctuation(char character) =>
        character is (>= '\u3000' and <= '\u3011') or '，' or '：' or '；' or '！' or '？' or '（' or '）' or '“' or '”' or '—' or '…' or '·';

    private static string? KnownBinary(ReadOnlySpan<byte> content) => content switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => "a PDF",
        [(byte)'P', (byte)'K', 3, 4, ..] => "a ZIP archive or an Office document",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "an old Office document",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "an image",
        [0x1F, 0x8B, ..] => "a compressed archive",
        [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] or [(byte)'M', (byte)'Z', 0x90, 0, ..] => "a program",
        _ => null,
    };

    private static Encoding CodePage(string name) =>
        CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    // Loaded when a file that isn't UTF-8 asks for them: their tables would cost every start.
    private static class CodePages
    {
        public static readonly Encoding Gb18030 = CodePage("GB18030");
        public static readonly Encoding Big5 = CodePage("Big5");
    }
}
