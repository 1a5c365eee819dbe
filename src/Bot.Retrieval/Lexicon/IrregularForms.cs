using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Bot.Retrieval.Lexicon;

/// <summary>English forms that no stemmer takes back to their lemma: kept, wrote, children.</summary>
public static class IrregularForms
{
    // A lemma, then its forms. Forms that are words of their own too (found, left, saw) are read both ways.
    private const string Table = """
        arise arose arisen|awake awoke awoken|be am is are was were been being|bear bore borne born|beat beaten|become became|begin began begun
        behold beheld|bend bent|bereave bereft|beseech besought|bet betted|bid bade bidden|bind bound|bite bit bitten|bleed bled|blow blew blown
        break broke broken|breed bred|bring brought|broadcast broadcasted|build built|burn burnt|buy bought|catch caught|choose chose chosen
        cling clung|come came|creep crept|deal dealt|dig dug|dive dove|do does did done|draw drew drawn|dream dreamt|drink drank drunk
        drive drove driven|dwell dwelt|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fling flung|fly flew flown
        forbid forbade forbidden|forecast forecasted|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|forgo forwent forgone
        forsake forsook forsaken|freeze froze frozen|get got gotten|give gave given|go goes went gone|grind ground|grow grew grown|hang hung
        have has had|hear heard|hide hid hidden|hold held|inlay inlaid|keep kept|kneel knelt|know knew known|lay laid|lead led|lean leant
        leap leapt|learn learnt|leave left|lend lent|let letting|lie lay lain lying|light lit|lose lost|make made|mean meant|meet met|mislead misled
        mistake mistook mistaken|misunderstand misunderstood|mow mown|outdo outdid outdone|outgrow outgrew outgrown|overcome overcame|overdo overdid overdone
        overhear overheard|oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown|overrun overran|override overrode overridden
        partake partook partaken|pay paid|plead pled|prove proven|quit quitted|read reads|rebuild rebuilt|redo redid redone|repay repaid|rend rent
        retell retold|rewrite rewrote rewritten|rid ridded|ride rode ridden|ring rang rung|rise rose risen|run ran|saw sawn|say said|see saw seen
        seek sought|sell sold|send sent|sew sewn|shake shook shaken|shave shaven|shed shedding|shine shone|shoe shod|shoot shot|show shown
        shrink shrank shrunk|sing sang sung|sink sank sunk sunken|sit sat|slay slew slain|sleep slept|slide slid|sling slung|slink slunk|smell smelt
        smite smote smitten|sow sown|speak spoke spoken|speed sped|spell spelt|spend spent|spill spilt|spin spun|spit spat|spoil spoilt|spring sprang sprung
        stand stood|steal stole stolen|stick stuck|sting stung|stink stank stunk|strew strewn|stride strode stridden|strike struck stricken|string strung
        strive strove striven|swear swore sworn|sweep swept|swell swollen|swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told
        think thought|thrive throve|throw threw thrown|tread trod trodden|undergo underwent undergone|understand understood|undertake undertook undertaken
        undo undid undone|unwind unwound|uphold upheld|upset upsetting|wake woke woken|wear wore worn|weave wove woven|weep wept|win won|wind wound
        withdraw withdrew withdrawn|withhold withheld|withstand withstood|wring wrung|write wrote written|can could|will would|shall should|may might
        man men|woman women|child children|person people persons|foot feet|tooth teeth|goose geese|mouse mice|louse lice|ox oxen|die dice|penny pence
        wife wives|life lives|knife knives|leaf leaves|half halves|wolf wolves|shelf shelves|self selves|calf calves|loaf loaves|thief thieves|elf elves
        hoof hooves|scarf scarves|wharf wharves|dwarf dwarves|sheaf sheaves|beef beeves|policeman policemen|policewoman policewomen|fireman firemen
        businessman businessmen|businesswoman businesswomen|chairman chairmen|spokesman spokesmen|fisherman fishermen|gentleman gentlemen|salesman salesmen
        sportsman sportsmen|statesman statesmen|freshman freshmen|congressman congressmen|nobleman noblemen|clergyman clergymen|craftsman craftsmen
        grandchild grandchildren|stepchild stepchildren|schoolchild schoolchildren|passerby passersby|mother-in-law mothers-in-law
        crisis crises|analysis analyses|basis bases|thesis theses|hypothesis hypotheses|diagnosis diagnoses|axis axes|oasis oases|parenthesis parentheses
        synthesis syntheses|emphasis emphases|neurosis neuroses|ellipsis ellipses|metamorphosis metamorphoses|prognosis prognoses|synopsis synopses
        criterion criteria|phenomenon phenomena|automaton automata|polyhedron polyhedra|bacterium bacteria|medium media|datum data|curriculum curricula
        memorandum memoranda|stratum strata|spectrum spectra|symposium symposia|millennium millennia|addendum addenda|erratum errata|ovum ova|quantum quanta
        referendum referenda|aquarium aquaria|stadium stadia|forum fora|consortium consortia|alumnus alumni|fungus fungi|nucleus nuclei|cactus cacti
        radius radii|stimulus stimuli|syllabus syllabi|focus foci|locus loci|bacillus bacilli|genius genii|hippopotamus hippopotami|octopus octopi
        corpus corpora|genus genera|opus opera|alumna alumnae|antenna antennae|formula formulae|larva larvae|nebula nebulae|vertebra vertebrae|alga algae
        index indices|appendix appendices|matrix matrices|vertex vertices|vortex vortices|codex codices|apex apices|helix helices|radix radices
        chateau chateaux|plateau plateaux|tableau tableaux|bureau bureaux|gateau gateaux|beau beaux|seraph seraphim|cherub cherubim|libretto libretti
        good better best|bad worse worst|far farther farthest further furthest|little less least|many more most|old elder eldest|well better best
        die dying|tie tying|lie lying|ski skis|sky skies
        """;

    private static readonly FrozenDictionary<string, ImmutableArray<string>> Lemmas = Table
        .Split(['|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .SelectMany(words => words[1..].Select(form => (Form: form, Lemma: words[0])))
        .Where(pair => pair.Form != pair.Lemma)
        .GroupBy(pair => pair.Form, pair => pair.Lemma)
        .ToFrozenDictionary(group => group.Key, group => group.Distinct().ToImmutableArray());

    private static readonly FrozenDictionary<string, ImmutableArray<string>> Forms = Lemmas
        .SelectMany(entry => entry.Value.Select(lemma => (Lemma: lemma, Form: entry.Key)))
        .GroupBy(pair => pair.Lemma, pair => pair.Form)
        .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());

    /// <summary>The irregular forms of a word in lower case; none for regular words.</summary>
    public static ImmutableArray<string> FormsOf(string lemma) => Forms.GetValueOrDefault(lemma, []);

    /// <summary>What a word in lower case may be an irregular form of; none for regular words.</summary>
    public static ImmutableArray<string> LemmasOf(string word) => Lemmas.GetValueOrDefault(word, []);
}
