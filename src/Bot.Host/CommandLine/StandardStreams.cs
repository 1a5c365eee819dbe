using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Bot.Host.CommandLine;

/// <summary>Standard input, output and error, always UTF-8 whatever the locale says.</summary>
internal sealed record StandardStreams(TextReader Input, TextWriter Output, TextWriter Error)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public bool InputIsTerminal { get; init; }

    public bool OutputIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    public static StandardStreams OfProcess() => new(
        new InputReader(new StreamReader(Console.OpenStandardInput(), Utf8)),
        new StreamWriter(new OutputStream(OpenOutput()), Utf8),
        new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true })
    {
        InputIsTerminal = !Console.IsInputRedirected,
        OutputIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
    };

    // The console's own stream hides that the reader of a pipe has gone, and a stream of questions would be answered
    // to nobody. A file keeps the console's stream: FileStream writes it by position, without moving the shared offset.
    private static Stream OpenOutput()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
        {
            return Console.OpenStandardOutput();
        }
        var pipe = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return pipe.CanSeek ? Console.OpenStandardOutput() : pipe;
    }
}
