namespace Bot.Retrieval.Indexing;

/// <summary>
/// The order of sections by what shows first that there are: own words before mentions, then by document and place. It is
/// the order in which reading all documents from the first would come upon them.
/// </summary>
internal sealed class ClauseOrder(IReadOnlyList<DocumentClauses> documents) : IComparer<ClauseSection>
{
    private readonly Dictionary<DocumentClauses, int> _places = Places(documents);

    /// <summary>Whether the document is among them.</summary>
    public bool Has(DocumentClauses document) => _places.ContainsKey(document);

    /// <summary>Whether those of the earlier documents that are still there stand in the same order.</summary>
    public bool Keeps(IEnumerable<DocumentClauses> earlier)
    {
        var last = -1;
        foreach (var document in earlier)
        {
            if (_places.TryGetValue(document, out var place))
            {
                if (place < last)
                {
                    return false;
                }
                last = place;
            }
        }
        return true;
    }

    public int PlaceOf(ClauseContribution contribution) => _places[contribution.From];

    public int Compare(ClauseSection? x, ClauseSection? y) => KeyOf(x!).CompareTo(KeyOf(y!));

    private (bool IsMention, int Document, int Order) KeyOf(ClauseSection section) =>
        (section.Proof is ClauseContribution.Mention, PlaceOf(section.Proof!), section.Proof!.Order);

    private static Dictionary<DocumentClauses, int> Places(IReadOnlyList<DocumentClauses> documents)
    {
        var places = new Dictionary<DocumentClauses, int>(documents.Count, ReferenceEqualityComparer.Instance);
        for (var i = 0; i < documents.Count; i++)
        {
            places.Add(documents[i], i);
        }
        return places;
    }
}
