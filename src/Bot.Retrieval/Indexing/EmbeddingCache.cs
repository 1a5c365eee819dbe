using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Bot.Retrieval.Indexing;

/// <summary>
/// Embeddings on disk, by model and hash of the text: one file a model, rewritten whole beside the old one and renamed. A
/// damaged file is thrown away with a log line, never trusted.
/// </summary>
internal sealed partial class EmbeddingCache(string directory, ILogger logger)
{
    private const int HashBytes = 16;
    private const int ChecksumBytes = 32;

    private static ReadOnlySpan<byte> Magic => "BOTEMB01"u8;

    /// <summary>The key of a text.</summary>
    public static Key KeyOf(string text) => new(SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan())).AsSpan(0, HashBytes));

    /// <summary>All vectors kept for a model; empty where there are none, or none that can be trusted.</summary>
    public Dictionary<Key, float[]> Load(string model)
    {
        var path = PathOf(model);
        try
        {
            return File.Exists(path) ? Parse(File.ReadAllBytes(path)) : [];
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Log.Unusable(logger, path, ex.Message);
            return [];
        }
    }

    /// <summary>Keeps exactly these vectors for a model. A disk that refuses costs the next start time, not this one its index.</summary>
    public void Save(string model, IReadOnlyDictionary<Key, float[]> vectors)
    {
        var path = PathOf(model);
        try
        {
            Directory.CreateDirectory(directory);
            var beside = path + ".new";
            File.WriteAllBytes(beside, Format(vectors));
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            Log.NotSaved(logger, path, ex.Message);
        }
    }

    private string PathOf(string model) =>
        Path.Combine(directory, $"embeddings-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(model)).AsSpan(0, 8))}.bin");

    private static byte[] Format(IReadOnlyDictionary<Key, float[]> vectors)
    {
        using var buffer = new MemoryStream();
        using var writer = new BinaryWriter(buffer);
        writer.Write(Magic);
        writer.Write(vectors.Count);
        writer.Write(vectors.Count == 0 ? 0 : vectors.Values.First().Length);
        foreach (var (key, vector) in vectors)
        {
            writer.Write(key.High);
            writer.Write(key.Low);
            writer.Write(MemoryMarshal.AsBytes(vector.AsSpan()));
        }
        writer.Write(SHA256.HashData(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)));
        return buffer.ToArray();
    }

    private static Dictionary<Key, float[]> Parse(byte[] content)
    {
        var header = Magic.Length + sizeof(int) + sizeof(int);
        if (content.Length < header + ChecksumBytes
            || !content.AsSpan(0, Magic.Length).SequenceEqual(Magic)
            || !SHA256.HashData(content.AsSpan(0, content.Length - ChecksumBytes)).AsSpan().SequenceEqual(content.AsSpan(content.Length - ChecksumBytes)))
        {
            throw new InvalidDataException("it is damaged or of another version");
        }
        using var reader = new BinaryReader(new MemoryStream(content, Magic.Length, content.Length - Magic.Length - ChecksumBytes));
        var count = reader.ReadInt32();
        var dimensions = reader.ReadInt32();
        var vectors = new Dictionary<Key, float[]>(count);
        for (var i = 0; i < count; i++)
        {
            var key = new Key(reader.ReadUInt64(), reader.ReadUInt64());
            var vector = new float[dimensions];
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(vector.AsSpan()));
            vectors[key] = vector;
        }
        return vectors;
    }

    /// <summary>The first 128 bits of a text's SHA-256.</summary>
    internal readonly record struct Key(ulong High, ulong Low)
    {
        public Key(ReadOnlySpan<byte> hash)
            : this(MemoryMarshal.Read<ulong>(hash), MemoryMarshal.Read<ulong>(hash[sizeof(ulong)..]))
        {
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The embedding cache {Path} can't be used ({Reason}); embeddings are made again")]
        public static partial void Unusable(ILogger logger, string path, string reason);

        [LoggerMessage(LogLevel.Warning, "The embedding cache {Path} couldn't be written ({Reason}); the next start makes the embeddings again")]
        public static partial void NotSaved(ILogger logger, string path, string reason);
    }
}
