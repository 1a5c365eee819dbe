namespace Bot.Retrieval.Indexing.Storage;

/// <summary>Gives back what an <see cref="ISectionWriter"/> took.</summary>
internal interface ISectionReader
{
    /// <exception cref="InvalidDataException">There is no such section.</exception>
    Section Find(string name);
}
