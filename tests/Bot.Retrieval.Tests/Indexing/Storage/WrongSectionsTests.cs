using System.Runtime.InteropServices;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Indexing.Storage;
using Bot.Retrieval.Tests.Builders;
using Bot.Retrieval.Tests.Documents;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Retrieval.Tests.Indexing.Storage;

/// <summary>Files whose checksum is right and whose content is wrong.</summary>
public sealed class WrongSectionsTests : IAsyncLifetime, IDisposable
{
    private static readonly int[] WrongNumbers = [-2, -1, 1, 7, 1000, int.MinValue, int.MaxValue];

    private readonly TemporaryFolder _documents = new();
    private readonly TemporaryFolder _data = new();
    private readonly TestRetrieval _retrieval;
    private SectionFile _file = null!;

    public WrongSectionsTests() => _retrieval = new(services => services.Configure<IndexOptions>(options => options.DataDirectory = _data.Path));

    private string File => Path.Combine(_data.Path, SnapshotStore.FileName);

    private ISnapshotStore Store => _retrieval.Get<ISnapshotStore>();

    public async Task InitializeAsync()
    {
        VariedFolder.Fill(_documents);
        await _retrieval.LoadAsync(_documents.Path);
        Store.Save(_retrieval.Live.Current, [_documents.Path]);
        _file = SectionFile.Open(File, SectionFile.ReadHeader(File));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _retrieval.Dispose();
        _data.Dispose();
        _documents.Dispose();
    }

    [Fact]
    public void A_section_that_is_missing_is_named()
    {
        foreach (var name in _file.Names)
        {
            Assert.Contains($"“{name}”", Refusal(name, _ => null), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_section_with_an_end_cut_off_is_refused_or_harmless()
    {
        foreach (var name in _file.Names)
        {
            await AssertRefusedOrHarmlessAsync(name, bytes => bytes.Length < 4 ? null : bytes[..^4]);
            await AssertRefusedOrHarmlessAsync(name, bytes => bytes.Length == 0 ? null : []);
        }
    }

    [Fact]
    public async Task A_section_with_any_number_wrong_is_refused_or_harmless()
    {
        foreach (var name in _file.Names)
        {
            var numbers = _file.Read<byte>(name).Length / sizeof(int);
            for (var i = 0; i < Math.Min(numbers, 120); i++)
            {
                // All of the small sections, and places all over the large ones.
                var place = numbers <= 120 ? i : (int)((long)numbers * i / 120);
                await AssertRefusedOrHarmlessAsync(name, bytes =>
                {
                    MemoryMarshal.Cast<byte, int>(bytes.AsSpan())[place] += WrongNumbers[(i + name.Length) % WrongNumbers.Length];
                    return bytes;
                });
            }
        }
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_vector_that_isnt_of_numbers_is_refused(float value) => Assert.Contains("“vectors”", Refusal("vectors/0/values", bytes =>
    {
        MemoryMarshal.Cast<byte, float>(bytes.AsSpan())[1000] = value;
        return bytes;
    }), StringComparison.Ordinal);

    [Fact]
    public void Postings_that_start_where_there_are_none_are_refused() => Assert.Contains("“lexical/0/posting-starts”", Refusal("lexical/0/posting-starts", bytes =>
    {
        MemoryMarshal.Cast<byte, int>(bytes.AsSpan())[^1] += 1_000_000;
        return bytes;
    }), StringComparison.Ordinal);

    [Fact]
    public void Vectors_of_another_dimension_are_refused() => Assert.NotEmpty(Refusal("vectors/0/dimensions", bytes =>
    {
        MemoryMarshal.Cast<byte, int>(bytes.AsSpan())[0] /= 2;
        return bytes;
    }));

    [Fact]
    public void Too_few_vectors_are_refused() => Assert.NotEmpty(Refusal("vectors/0/values", bytes => bytes[..(bytes.Length / 2)]));

    private string Refusal(string section, Func<byte[], byte[]?> change)
    {
        Rewrite(section, change);
        var before = _retrieval.Logger.Lines.Count;
        Assert.Same(IndexSnapshot.Empty, Store.Load([_documents.Path]));
        var (level, message) = Assert.Single(_retrieval.Logger.Lines.Skip(before));
        Assert.Equal(LogLevel.Warning, level);
        return message;
    }

    // What no check can tell from the right thing must at least be safe to use.
    private async Task AssertRefusedOrHarmlessAsync(string section, Func<byte[], byte[]?> change)
    {
        Rewrite(section, change);
        IndexSnapshot snapshot;
        try
        {
            snapshot = StoredSnapshot.Load(SectionFile.Open(File, SectionFile.ReadHeader(File)));
        }
        catch (InvalidDataException)
        {
            return;
        }
        try
        {
            Use(snapshot);
            // What the words' own code packs into bytes is told by the checksum only.
            if (!section.StartsWith("lexical/", StringComparison.Ordinal) || section.Contains("/terms/", StringComparison.Ordinal))
            {
                _retrieval.Live.Publish(snapshot);
                _ = await _retrieval.AskAsync("What does section 22603(b) say about an incident of Wiener?");
                _ = await _retrieval.AskAsync("资料备份几年？");
            }
        }
        catch (Exception ex)
        {
            throw new InvalidOperationException($"A wrong “{section}” was neither refused nor harmless.", ex);
        }
    }

    private static void Use(IndexSnapshot snapshot)
    {
        foreach (var document in snapshot.Documents)
        {
            _ = (document.Id, document.Title, document.Text, document.Revision, document.Author, document.Link, document.RecordId, document.Headings.Length);
            _ = document.Source.LineAt(document.Text.Length);
        }
        foreach (var passage in snapshot.Passages)
        {
            _ = (passage.Id, passage.Text, passage.HeadingPath.Length);
            Assert.All(passage.Sentences, sentence => Assert.True(sentence.In(passage.Document.Text).Length >= 0));
            Assert.All(passage.ClauseMentions, mention => Assert.NotNull(string.Concat(mention.References.Select(reference => reference.Canonical))));
        }
        Assert.All(snapshot.Clauses.All, clause => snapshot.Clauses.Find(clause.Canonical));
        Assert.All(snapshot.Sources.Values, source => Assert.NotNull(source.File.FullPath));
        _ = snapshot.Vectors.Search(new float[snapshot.Vectors.Dimensions], null, 3);
        _ = snapshot.Find(new("x"));
    }

    private void Rewrite(string section, Func<byte[], byte[]?> change)
    {
        using var stream = new MemoryStream();
        var writer = new SectionFileWriter(stream);
        foreach (var name in _file.Names)
        {
            if ((name == section ? change(_file.Read<byte>(name).ToArray()) : _file.Read<byte>(name).ToArray()) is { } bytes)
            {
                writer.Write<byte>(name, bytes);
            }
        }
        writer.Complete(SectionFile.ReadHeader(File).Stamp);
        System.IO.File.Delete(File);
        System.IO.File.WriteAllBytes(File, stream.ToArray());
    }
}
