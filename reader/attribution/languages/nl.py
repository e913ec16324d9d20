"""Dutch."""

from reader.attribution.languages.table import Table, gendered, words

TABLE = Table(
    tag="nl",
    common=words("""
        de het een en of maar want in op aan bij met naar van voor tot uit over onder door tegen zonder om als dan dat
        die dit deze der den hij zij ze wij we ik je jij jullie u men niet geen ook nog al wel zo er hier daar is zijn
        was waren wordt worden werd heeft hebben had hadden kan kunnen zal zullen moet moeten wil willen haar hun hem
        mijn onze ons toen nu na volgens tijdens sinds omdat terwijl wie wat waar hoe waarom te heel veel meer alle
        alles iedereen iemand niemand gisteren vandaag morgen eerst later echter daarom toch eindelijk twee drie vier
        vijf zes zeven acht negen tien ondanks tussen naast behalve vanaf dus zich iedere elke"""),
    said=words("""
        zei zegt zeiden zeggen gezegd vertelde vertelt vertellen verteld verklaarde verklaart verklaard benadrukte
        benadrukt benadrukken waarschuwde waarschuwt gewaarschuwd reageerde reageert gereageerd meldde meldt melden
        gemeld stelde stelt gesteld vindt vond vinden schreef schrijft schrijven geschreven antwoordde antwoordt
        noemde noemt noemen genoemd sprak spreekt gesproken beloofde belooft beloofd erkende erkent erkend voegde
        voegt toegevoegd legde legt uitgelegd liet laat laten gelaten vervolgde vervolgt concludeerde concludeert
        klaagde klaagt hoopt hoopte denkt dacht vraagt vroeg gevraagd riep roept aldus bevestigde bevestigt bevestigd
        ontkende ontkent lachte lacht grapte grapt beweerde beweert bekritiseerde bekritiseert eiste eist prees prijst
        omschreef omschrijft betoogde betoogt constateerde constateert schetste schetst verzuchtte verzucht
        onderstreepte onderstreept herhaalde herhaalt kondigde kondigt gaf geeft verwachtte verwacht licht lichtte
        toegelicht hekelde hekelt verwijt verweet zucht snapt gelooft vertrouwt bromt mompelt schampert vermoedt"""),
    helpers=words("heeft hebben had is zich er daar ook weten"),
    according=gendered(n="volgens aldus") | {"in de ogen van": "", "naar de mening van": ""},
    viewpoint=words("voor"),
    pronouns=gendered(m="hij", f="zij ze", p="men"),
    objects=gendered(m="hem", f="haar", p="hen hun"),
    articles=gendered(n="de het een deze dit die zijn haar hun onze ons"),
    indefinite=words("een"),
    demonstratives=words("deze dit die"),
    prepositions=words("""
        in op aan bij met naar van voor tot uit over onder door tegen zonder om na volgens tijdens sinds tussen naast
        ondanks tegenover namens"""),
    joins=words("dat die en of maar want omdat terwijl als dan toen wie wat zoals"),
    titles=gendered(m="meneer dhr. heer", f="mevrouw mevr. mw.", n="dr. prof. mr. drs. ir."),
    roles=gendered(
        m="koning prins vader zoon broer man echtgenoot buurman",
        f="""
        wethoudster voorzitster directrice woordvoerster leidster lerares onderzoekster actrice zangeres schrijfster
        regisseuse kokkin boerin eigenares bewoonster buurvrouw agente keepster verdedigster speelster leerlinge
        studente koningin prinses moeder dochter zus vrouw echtgenote oprichtster onderwijzeres""",
        n="""
        acteur agent architect arts auteur bakker beheerder bewoner bioloog bisschop boer burgemeester chauffeur chef
        coach directeur dominee econoom eigenaar handelaar historicus hoogleraar huisarts ingenieur keeper kenner kok
        kunstkenner leerling leider leraar minister museumdirecteur muzikant officier ondernemer onderwijzer
        onderzoeker oprichter opvolger politicus rechter regisseur schilder schipper schrijver secretaris senator
        socioloog soldaat speler spits student trainer verdediger visser voorganger voorzitter vrijwilliger
        wetenschapper wethouder winkelier woordvoerder zanger advocaat collega deskundige expert getuige patiënt lid
        kamerlid raadslid statenlid premier president baas hoofd activist journalist specialist analist socialist
        kunstenaar psycholoog viroloog inspecteur hoofdredacteur commissaris gouverneur gedeputeerde gids""",
        p="bewoners onderzoekers deskundigen ouders advocaten winkeliers boeren",
    ),
    role_endings=gendered(
        m="bewoner",
        f="ster vrouw",
        n="""
        minister woordvoerder directeur voorzitter leider meester expert kenner deskundige houder onderzoeker
        hoogleraar arts trainer coach eigenaar ondernemer advocaat specialist rechter redacteur oloog
        vertegenwoordiger""",
    ),
    bodies=words("""
        politie brandweer gemeente regering kabinet ministerie provincie partij vereniging bond vakbond bedrijf
        concern universiteit instituut ziekenhuis rechtbank dienst bank bureau coöperatie energiecoöperatie commissie
        stichting krant club museum actiegroep waterschap oppositie fractie"""),
    works=words("""
        boek roman film lied album café restaurant schip serie tentoonstelling project titel krant stuk schilderij
        documentaire genaamd getiteld heet heette"""),
    not_names=words("""
        maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus
        september oktober november december pasen kerst"""),
    particles=words("van de der den ten ter"),
    given_endings=gendered(f="a ke ie", m="rd"),
    given=gendered(
        m="""
        joost jan pieter bram pim sjoerd hans kees willem dirk henk gerrit tom lucas jonas luka bas ruud daan jeroen
        sven arie jelle eelke sietse""",
        f="saskia ineke marieke els ellen ingrid karin astrid liesbeth margriet ruth esther judith miriam inge floor",
    ),
    marks=("„”",),
    apostrophes=r"[stnmkr]\b",
    short_names=True,
    dashes="",
    asides="",
)
