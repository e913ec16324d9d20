"""Italian."""

from reader.attribution.languages.table import Table, forms, gendered, words

TABLE = Table(
    tag="it",
    common=words("""
        il lo la i gli le l un uno una di del dello della dei degli delle d a al allo alla ai agli alle da dal dalla
        dai in nel nella nei nelle su sul sulla con per tra fra e ed o ma se che chi cui non è sono era ha hanno aveva
        avevano si ci vi ne mi ti suo sua suoi sue loro questo questa questi queste quello quella come quando dove
        perché anche ancora già più meno molto ieri oggi domani poi così dopo prima durante contro senza secondo
        mentre lui lei noi io tutto tutti tutte ogni altro altri intanto però quindi infine invece due tre quattro
        cinque sei sette otto nove dieci nessuno troppe troppi abbiamo dell all dall nell sull quest duro dura proprio
        solo"""),
    said=forms(
        "spieg afferm dichiar assicur sottoline ricord raccont comment annunci precis attacc denunci conferm",
        "a ato ava ano ò ata",
    )
    | forms("replic critic osserv rivel accus comunic not avvis neg", "a ato ava ano ò")
    | words("""
        detto dice diceva dicono disse aggiunto aggiunge aggiungeva aggiunse sostenuto sostiene sosteneva risposto
        risponde rispondeva rispose ammesso ammette ammise promesso promette promise scritto scrive scrisse concluso
        conclude concluse ribadito ribadisce riferito riferisce chiesto chiede chiese definito definisce definì
        chiamato chiama chiamò riconosciuto riconosce avvertito avverte insistito insiste parlato parla parlava
        lamentato lamenta esclamato esclama scherza scherzato lodato loda elogiato elogia giudicato giudica bollato
        bolla auspicato auspica garantito garantisce chiarito chiarisce descritto descrive invocato reagito reagisce
        sorride sospira confessa confessato confida confidato ironizza ironizzato incalza tuona tuonato chiosa
        chiosato puntualizza puntualizzato esulta conta racconta dichiarando aggiungendo spiegando ritiene pensa
        considera previsto prevede""")
    - words("nota noto conta"),
    helpers=words("ha hanno aveva avevano è si lo ci poi anche ieri oggi"),
    according=gendered(n="secondo") | {"a detta": "", "a giudizio": "", "a parere": "", "stando": "", "per bocca": ""},
    viewpoint=words("per"),
    pronouns=gendered(m="lui egli", f="lei ella", p="loro essi"),
    objects=gendered(m="lui", f="lei", p="loro"),
    articles=gendered(m="il lo un uno questo", f="la una questa", p="i gli le", n="l suo sua nostro nostra"),
    indefinite=words("un uno una"),
    demonstratives=words("questo questa"),
    prepositions=words("""
        di del dello della dei degli delle d dell a al allo alla ai agli alle all da dal dallo dalla dai dall in nel
        nella nei nelle nell su sul sulla sull con per tra fra dopo prima durante contro senza secondo"""),
    joins=words("che e ed ma o perché quando se mentre dove come cui né"),
    titles=gendered(m="signor dott. dottor don avv.", f="signora dott.ssa dottoressa", n="on. prof."),
    roles=gendered(
        m="""
        sindaco ministro assessore direttore segretario senatore deputato magistrato avvocato allenatore tecnico
        medico primario professore maestro ricercatore scienziato ingegnere architetto agricoltore allevatore
        pescatore panettiere commesso vicino operaio lavoratore imprenditore cantautore scrittore autore attore
        pittore fondatore figlio padre fratello marito uomo sacerdote vescovo re capitano portiere difensore
        calciatore poliziotto commissario ispettore storico sociologo biologo geologo psicologo infermiere candidato
        consigliere governatore vicesindaco procuratore nonno ristoratore oste libraio fornaio""",
        f="""
        sindaca ministra assessora direttrice segretaria senatrice deputata magistrata avvocata avvocatessa
        allenatrice tecnica professoressa maestra ricercatrice scienziata ingegnera architetta agricoltrice
        allevatrice pescatrice commessa vicina operaia lavoratrice imprenditrice cantautrice scrittrice autrice
        attrice pittrice fondatrice figlia madre sorella moglie donna suora regina calciatrice poliziotta commissaria
        ispettrice storica sociologa biologa geologa psicologa infermiera candidata consigliera governatrice
        vicesindaca procuratrice nonna ristoratrice ostessa libraia fornaia cardiologa""",
        n="""
        presidente presidentessa leader portavoce capogruppo giudice pm titolare dirigente rappresentante responsabile
        giornalista economista attivista sindacalista commerciante negoziante barista cantante artista agente
        testimone studente studentessa insegnante residente analista specialista cardiologo oncologo virologo
        esponente capo prefetto questore parlamentare regista musicista attaccante collega parroco erede""",
        p="cittadini residenti fonti sindacati agricoltori ricercatori esperti avvocati inquirenti genitori",
    ),
    role_endings=gendered(m="ologo", f="ologa"),
    bodies=words("""
        polizia carabinieri governo ministero comune regione provincia azienda società sindacato associazione
        opposizione procura tribunale commissione università istituto ospedale federazione partito giunta ambasciata
        agenzia banca club organizzazione fondazione comitato prefettura questura quirinale diocesi"""),
    works=words("""
        libro romanzo film opera canzone disco album serie programma giornale rivista mostra gruppo bar ristorante
        osteria trattoria nave operazione progetto documentario intitolato intitolata chiamato chiamata titolo"""),
    not_names=words("""
        lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno luglio
        agosto settembre ottobre novembre dicembre natale pasqua seicento settecento ottocento novecento"""),
    particles=words("di de del della dei da"),
    given_endings=gendered(f="a", m="o"),
    given=gendered(m="luca andrea nicola mattia elia tobia enea", f="beatrice irene alice adele agnese ester matilde"),
    marks=("«»",),
    dashes="—–",
    asides="—–-,",
    elided=words("l d un dell all dall nell sull c quest quell po s n tutt anch dov com coll"),
    drops=True,
)
