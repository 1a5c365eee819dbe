using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Host.Conversations.Storage;

/// <summary>Derives answers' ids from events.</summary>
internal sealed class AnswerIds(ConversationDatabase database)
{
    private const int Bytes = 12;

    public AnswerId Of(EventKey key)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(database.Secret, Encoding.UTF8.GetBytes(key.ToString()), hash);
        return new(Base64Url.EncodeToString(hash[..Bytes]));
    }
}
