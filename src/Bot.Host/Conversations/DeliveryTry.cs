namespace Bot.Host.Conversations;

/// <summary>One try to deliver a reply.</summary>
/// <param name="Id">The same for every try of this message: the key by which the chat recognises a second post of it.</param>
/// <param name="MayBeThere">An earlier try, perhaps of another process, may have succeeded unnoticed: look before posting.</param>
internal readonly record struct DeliveryTry(AnswerId Id, bool MayBeThere);
