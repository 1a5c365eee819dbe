using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Bot.Retrieval.Lexicon;

/// <summary>
/// Words of one family that share no stem: defend and defense, long and length. A dictionary writes one of them for a
/// Chinese word that stands for all.
/// </summary>
internal static class WordFamilies
{
    private const string Table = """
        high height|long length|strong strength|wide width|broad breadth|deep depth|warm warmth|young youth|true truth|hot heat|proud pride
        wise wisdom|free freedom|choose choice|lose loss|give gift|think thought|sell sale|live life|fly flight|die death dead|grow growth|bear birth
        weigh weight|see sight|speak speech|sing song|defend defense defence defensive|offend offense offence offensive|pretend pretense|respond response
        expand expansion expanse|extend extension extent|decide decision|divide division|conclude conclusion|explode explosion|invade invasion
        destroy destruction destructive|produce production product|reduce reduction|introduce introduction|receive reception receipt|perceive perception
        conceive conception|deceive deception|describe description|prescribe prescription|subscribe subscription|inscribe inscription|consume consumption
        assume assumption|presume presumption|resume resumption|redeem redemption|absorb absorption|permit permission|admit admission|submit submission
        transmit transmission|commit commission|omit omission|emit emission|convert conversion|revert reversion|invert inversion|acquire acquisition
        require requisition|inquire inquiry|compel compulsion|expel expulsion|repel repulsion|apply application applicant|imply implication
        multiply multiplication|supply supplier|vary variation variety|deny denial|try trial|arrive arrival|approve approval|remove removal|survive survival survivor
        refuse refusal|propose proposal|dispose disposal|withdraw withdrawal|renew renewal|bury burial|succeed success succession|proceed procedure
        exceed excess|concede concession|recede recession|persuade persuasion|provide provision provider|supervise supervision supervisor|revise revision
        collide collision|maintain maintenance|sustain sustenance|abstain abstention|retain retention|detain detention|attend attendance attention
        intend intention|appear appearance|perform performance|resist resistance|assist assistance assistant|exist existence|differ difference different
        refer reference|prefer preference|occur occurrence|obey obedience|believe belief|relieve relief|prove proof|save safe safety|advise advice
        practise practice|marry marriage|carry carriage|store storage|pass passage|press pressure|fail failure|close closure|expose exposure|please pleasure
        sign signature|depart departure|mix mixture|move motion|know knowledge|bind bond|feed food|bleed blood|fill full|tell tale|strike stroke|breathe breath
        solve solution|resolve resolution|dissolve dissolution|evolve evolution|revolve revolution|pronounce pronunciation|renounce renunciation|join joint
        compare comparison|suspect suspicion|justify justification|classify classification|identify identification|qualify qualification
        modify modification|notify notification|specify specification|verify verification|unify unification|clarify clarification|certify certification
        """;

    private static readonly FrozenDictionary<string, ImmutableArray<string>> Families = Table
        .Split(['|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .SelectMany(family => family.SelectMany(word => family.Where(other => other != word).Select(other => (Word: word, Other: other))))
        .GroupBy(pair => pair.Word, pair => pair.Other)
        .ToFrozenDictionary(group => group.Key, group => group.Distinct().ToImmutableArray());

    /// <summary>The others of a word's family; none for most words.</summary>
    public static ImmutableArray<string> RelativesOf(string word) => Families.GetValueOrDefault(word, []);
}
