using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Bot.Retrieval.Lexicon;

/// <summary>Reads the entries of one piece of YAML.</summary>
internal sealed class GlossaryYaml
{
    private const int DeepestNesting = 64;

    private readonly Parser _parser;
    private readonly int _linesBefore;
    private readonly GlossaryBuilder _builder;

    private GlossaryYaml(Parser parser, int linesBefore, GlossaryBuilder builder) =>
        (_parser, _linesBefore, _builder) = (parser, linesBefore, builder);

    private int Line => LineOf(_parser.Current?.Start.Line ?? 1);

    /// <summary>Hands the entries to the builder as far as the text is YAML; returns where it is none, and why.</summary>
    public static GlossaryProblem? Read(string text, int linesBefore, GlossaryBuilder builder)
    {
        using var reader = new StringReader(text);
        var yaml = new GlossaryYaml(new(reader), linesBefore, builder);
        try
        {
            yaml.ReadDocument();
            return null;
        }
        catch (YamlException exception)
        {
            return yaml.Problem(exception.Start.Line, exception.Message);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // YamlDotNet's scanner ends so on some broken plain scalars ("[: [").
            return yaml.Problem(1, exception.Message);
        }
    }

    private void ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _) || (_parser.TryConsume<Scalar>(out var scalar) && scalar.Value.Length == 0))
        {
            return;
        }
        if (!_parser.TryConsume<SequenceStart>(out _))
        {
            _builder.Report(
                scalar is null ? Line : LineOf(scalar.Start.Line), "A glossary is a list of groups: write \"- [Andrew Ng, 吴恩达]\" on a line for each.");
            return;
        }
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            ReadEntry();
        }
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
        {
            _builder.Report(LineOf(second.Start.Line), "Only the first document of the file is read: take out the line \"---\".");
        }
    }

    private void ReadEntry()
    {
        if (!_parser.TryConsume<SequenceStart>(out var start))
        {
            _builder.Report(Line, "An entry is a list of terms: [first, second]. This one is left out.");
            Skip();
            return;
        }
        var terms = ImmutableArray.CreateBuilder<string>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            if (_parser.TryConsume<Scalar>(out var scalar))
            {
                terms.Add(scalar.Value.Trim());
                continue;
            }
            _builder.Report(Line, "A term is a word or phrase, not a list or a mapping. It is left out.");
            Skip();
        }
        _builder.Add(LineOf(start.Start.Line), terms.DrainToImmutable());
    }

    // A value of any kind.
    private void Skip()
    {
        var depth = 0;
        do
        {
            if (_parser.Current is not { } current || depth > DeepestNesting)
            {
                throw new YamlException(_parser.Current?.Start ?? Mark.Empty, _parser.Current?.End ?? Mark.Empty, "nested too deep");
            }
            depth += current.NestingIncrease;
            _parser.MoveNext();
        }
        while (depth > 0);
    }

    private int LineOf(long line) => (int)Math.Max(1, line) + _linesBefore;

    private GlossaryProblem Problem(long line, string message)
    {
        var reason = message.ReplaceLineEndings(" ");
        return new(LineOf(line), $"This is not YAML and is left out: {(reason.Length > 200 ? reason[..200] + "…" : reason)}");
    }
}
