namespace Bot.Retrieval.Tests.Analysis;

/// <summary>Words and their Porter2 stems, as Snowball's own implementation gives them: each rule, each exception.</summary>
internal static class Porter2Vocabulary
{
    public static IEnumerable<(string Word, string Stem)> Pairs =>
        Table.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split(' '))
            .Select(pair => (pair[0], pair[1]));

    private const string Table =
        """
        skis ski, skies sky, dying die, lying lie, tying tie, idly idl, gently gentl, ugly ugli, early earli, only onli
        singly singl, sky sky, news news, howe howe, atlas atlas, cosmos cosmos, bias bias, andes andes, inning inning
        innings inning, outing outing, outings outing, canning canning, cannings canning, herring herring, herrings herring
        earring earring, earrings earring, proceed proceed, proceeds proceed, exceed exceed, exceeds exceed, exceeded exceed
        succeed succeed, succeeds succeed, generate generat, generates generat, generated generat, generating generat
        general general, generally general, generic generic, generically generic, generous generous, generously generous
        generosity generos, communism communism, communist communist, community communiti, communities communiti
        arsenal arsenal, arsenals arsenal, a a, is is, at at, by by, us us, the the, was was, has has, his his, this this
        thus thus, gas gas, gaps gap, kiwis kiwi, bus bus, buses buse, cactus cactus, class class, glass glass, stress stress
        stresses stress, caresses caress, misses miss, ties tie, cries cri, tied tie, cried cri, flies fli, tries tri, dies die
        lies lie, applied appli, policies polici, parties parti, supplied suppli, allies alli, cat's cat, cats' cat, 'tis tis
        children's children, o'clock o'clock, boss's' boss, the' the, feed feed, freed freed, agreed agre, agreedly agre
        proceeded proceed, indeed inde, need need, speed speed, bleed bleed, exceedingly exceed, plastered plaster, bled bled
        motoring motor, sing sing, bring bring, string string, king king, thing thing, falling fall, hopping hop, hoped hope
        hoping hope, tanned tan, planned plan, filing file, failing fail, fizzed fizz, hissing hiss, controlled control
        occurred occur, luxuriate luxuri, luxuriated luxuri, conflated conflat, troubled troubl, sized size, disabling disabl
        authorizing author, realized realiz, stating state, repeatedly repeat, supposedly suppos, allegedly alleg, markedly mark
        knowingly know, accordingly accord, interestingly interest, bed bed, shed shed, red red, rap rap, trap trap
        entrap entrap, ow ow, on on, uproot uproot, bestow bestow, disturb disturb, hop hop, hopped hop, hope hope, bid bid
        bidding bid, bead bead, beading bead, embed emb, embedded embed, embedding embed, cry cri, say say, saying say
        enjoy enjoy, enjoyed enjoy, happy happi, happily happili, happiness happi, buy buy, buying buy, played play
        player player, yes yes, young young, youth youth, yellow yellow, boyish boyish, sayings say, toy toy, toying toy
        spying spi, syzygy syzygi, relational relat, conditional condit, rational ration, national nation, traditional tradit
        sectional section, fractional fraction, optionally option, valenci valenc, valency valenc, agency agenc, agencies agenc
        emergency emerg, urgency urgenc, hesitancy hesit, vacancy vacanc, infancy infanc, constancy constanc, radically radic
        comfortably comfort, reasonably reason, capably capabl, suitably suitabl, differently differ, apparently appar
        presently present, recently recent, digitizer digit, organizer organ, organization organ, organizations organ
        authorization author, realization realiz, civilization civil, vietnamization vietnam, predication predic, operation oper
        operator oper, operators oper, creator creator, moderation moder, feudalism feudal, nationalism nation, formality formal
        formalities formal, locally local, legally legal, vilely vile, decisiveness decis, effectiveness effect
        hopefulness hope, usefulness use, callousness callous, dangerously danger, seriously serious, consciousness conscious
        formaliti formal, sensitivity sensit, sensitiviti sensit, activity activ, productivity product, liability liabil
        responsibility respons, possibility possibl, sensibiliti sensibl, ability abil, possibly possibl, terribly terribl
        nobly nobli, ably abli, analogy analog, biology biolog, theology theolog, apology apolog, apologize apolog
        geology geolog, ogi ogi, logi logi, hopefully hope, carefully care, hopelessly hopeless, carelessly careless
        needlessly needless, faithfully faith, quickly quick, slowly slowli, badly bad, friendly friend, mostly most
        finally final, kindly kind, weekly week, yearly year, truly truli, newly newli, fully fulli, hourly hour, simply simpli
        triplicate triplic, formative format, formalize formal, electriciti electr, electrical electr, hopeful hope
        goodness good, duplicate duplic, indicative indic, alternative altern, negative negat, native nativ, electricity electr
        publicity public, legalize legal, normalize normal, specialized special, practical practic, political polit
        historical histor, logical logic, ethical ethic, careful care, careless careless, darkness dark, kindness kind
        fitness fit, harness har, useful use, beautiful beauti, revival reviv, allowance allow, inference infer, airliner airlin
        gyroscopic gyroscop, adjustable adjust, defensible defens, irritant irrit, replacement replac, adjustment adjust
        dependent depend, adoption adopt, homologou homologou, activate activ, angulariti angular, homologous homolog
        effective effect, bowdlerize bowdler, legal legal, federal feder, criminal crimin, civil civil, medical medic
        insurance insur, residence resid, evidence evid, violence violenc, offence offenc, offender offend, employer employ
        employee employe, employment employ, employed employ, employing employ, reliable reliabl, visible visibl
        responsible respons, tenant tenant, defendant defend, defendants defend, agreement agreement, agreements agreement
        payment payment, payments payment, government govern, governmental government, governments govern, management manag
        criticism critic, terrorism terror, certificate certif, certificates certif, obligate oblig, security secur
        securities secur, various various, previous previous, legislative legisl, executive execut, compensation compens
        provision provis, provisions provis, permission permiss, admission admiss, decision decis, position posit
        conclusion conclus, religion religion, union union, opinion opinion, region region, regional region, probate probat
        rate rate, cease ceas, controll control, roll roll, rolling roll, tell tell, all all, well well, full full, pull pull
        article articl, articles articl, statute statut, statutes statut, section section, sections section, clause claus
        clauses claus, regulation regul, regulations regul, regulatory regulatori, regulator regul, liable liabl
        liabilities liabil, consign consign, consigned consign, consigning consign, consignment consign, consist consist
        consisted consist, consistency consist, consistent consist, consistently consist, consisting consist, consists consist
        consolation consol, consolations consol, consolatory consolatori, console consol, consoled consol, consoles consol
        consolidate consolid, consolidated consolid, consolidating consolid, consoling consol, consolingly consol
        consols consol, consonant conson, consort consort, consorted consort, consorting consort, conspicuous conspicu
        conspicuously conspicu, conspiracy conspiraci, conspirator conspir, conspirators conspir, conspire conspir
        conspired conspir, conspiring conspir, constable constabl, constables constabl, constance constanc, constant constant
        knack knack, knackeries knackeri, knacks knack, knag knag, knave knave, knaves knave, knavish knavish, kneaded knead
        kneading knead, knee knee, kneel kneel, kneeled kneel, kneeling kneel, kneels kneel, knees knee, knell knell
        knelt knelt, knew knew, knick knick, knif knif, knife knife, knight knight, knightly knight, knights knight, knit knit
        knits knit, knitted knit, knitting knit, knives knive, knob knob, knobs knob, knock knock, knocked knock
        knocker knocker, knockers knocker, knocking knock, knocks knock, knopp knopp, knot knot, knots knot, model model
        models model, modelling model, modeled model, training train, trained train, developer develop, developers develop
        development develop, developing develop, open open, opened open, opening open, running run, runner runner, runs run
        run run, ran ran, swimming swim, winning win, beginning begin, planning plan, university univers, universities univers
        universe univers, universal univers, universally univers, create creat, created creat, creating creat, creation creation
        creative creativ, taxes tax, tax tax, taxation taxat, taxable taxabl, taxpayers taxpay, licence licenc, licensed licens
        licensing licens, license licens, licensee license, monitored monitor, monitoring monitor, hazardous hazard
        hazards hazard, artificial artifici, intelligence intellig, intelligent intellig, safety safeti, safeguards safeguard
        internal intern, international intern, internationally intern, intern intern, interned intern
        """;
}
