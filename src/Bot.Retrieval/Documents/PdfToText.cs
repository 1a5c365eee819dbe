using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Options;

namespace Bot.Retrieval.Documents;

/// <summary>Runs poppler's <c>pdftotext</c>, from standard input to standard output.</summary>
internal sealed class PdfToText(IOptions<DocumentOptions> options, TimeProvider clock)
{
    // In characters; no real PDF within the size limit holds as much.
    private const int LongestOutput = 50_000_000;

    public async Task<PdfText> ExtractAsync(ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = StartInfo(options.Value.PdfToTextPath) };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return new PdfText.Failed(
                "PDF files are read with pdftotext, which could not be started: install poppler-utils (apt install poppler-utils, brew install poppler) or set its path.");
        }
        using var timeout = new CancellationTokenSource(options.Value.PdfTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var output = ReadAsync(process.StandardOutput, either.Token);
            var errors = ReadAsync(process.StandardError, either.Token);
            await WriteAsync(process.StandardInput, pdf, either.Token);
            var (text, error) = (await output, await errors);
            await process.WaitForExitAsync(either.Token);
            return Judge(process.ExitCode, text, error);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new PdfText.Failed($"pdftotext took longer than {options.Value.PdfTimeout.TotalSeconds:0.#} s: split the PDF or allow it more time.");
        }
        finally
        {
            Kill(process);
        }
    }

    private static ProcessStartInfo StartInfo(string path)
    {
        var start = new ProcessStartInfo(path)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        // In reading order rather than with -layout, which mixes the columns of a page line by line.
        foreach (var argument in (ReadOnlySpan<string>)["-enc", "UTF-8", "-eol", "unix", "-", "-"])
        {
            start.ArgumentList.Add(argument);
        }
        return start;
    }

    private static PdfText Judge(int exitCode, string? text, string? error) => (exitCode, text) switch
    {
        (0, null) => new PdfText.Failed("The PDF holds more text than can be one document: split it."),
        (0, _) => new PdfText.Extracted(text),
        _ when error?.Contains("password", StringComparison.OrdinalIgnoreCase) == true || exitCode == 3 =>
            new PdfText.Failed("The PDF is protected by a password or against copying: save it without protection."),
        _ => new PdfText.Failed("The PDF is damaged or no PDF at all: save or export it again."),
    };

    /// <summary><see langword="null"/> where there is too much.</summary>
    private static async Task<string?> ReadAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var buffer = new char[16 * 1024];
        while (await reader.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            // Read to the end all the same: the process would wait for ever.
            text.Append(buffer, 0, text.Length <= LongestOutput ? count : 0);
        }
        return text.Length <= LongestOutput ? text.ToString() : null;
    }

    private static async Task WriteAsync(StreamWriter writer, ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken)
    {
        try
        {
            await writer.BaseStream.WriteAsync(pdf, cancellationToken);
            writer.Close();
        }
        catch (IOException)
        {
            // It stopped reading: its exit code says why.
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
        catch (Exception ex) when (ex is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended by itself meanwhile.
        }
    }
}
