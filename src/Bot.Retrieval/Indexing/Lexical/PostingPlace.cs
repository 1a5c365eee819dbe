namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>A posting, and where it stands in a <see cref="PostingList"/>.</summary>
internal readonly record struct PostingPlace(int Block, int Index, int Text, int Title);
