"""German."""

from reader.attribution.languages.table import Table, gendered, words

TABLE = Table(
    tag="de",
    common=words("""
        der die das den dem des ein eine einen einem einer eines und oder aber doch denn in im an am auf aus bei beim
        mit nach von vom vor zu zum zur über unter um für gegen ohne durch bis seit während wegen trotz er sie es wir
        ihr ich man sich nicht kein keine keinen auch noch schon nur so wie als wenn weil dass ob ist sind war waren
        wird werden wurde wurden hat haben hatte hatten kann können soll sollen muss müssen will wollen sein seine
        seinen seiner ihre ihren ihrer ihrem seinem dieser diese dieses diesen diesem jeder jede jetzt nun dann da
        hier dort damit dabei dafür dagegen daran darauf darin davon dazu außerdem allerdings zudem zunächst später
        gestern heute morgen immer mehr viele vielen alle allen zwei drei vier fünf sechs sieben acht neun zehn laut
        sowie selbst erst etwa bereits was wer wo warum welche welcher zwischen neben ab je trotzdem deshalb dennoch
        schließlich eröffnet jedoch"""),
    said=words("""
        sagte sagt sagten sagen gesagt erklärte erklärt erklärten betonte betont meinte meint berichtete berichtet
        berichteten ergänzte ergänzt kritisierte kritisiert warnte warnt gewarnt forderte fordert gefordert erzählte
        erzählt schrieb schreibt geschrieben antwortete antwortet versicherte versichert versprach verspricht
        versprochen kündigte angekündigt kündigt räumte räumt eingeräumt teilte teilt teilten mitgeteilt fügte fügt
        hinzugefügt nannte nennt genannt lobte lobt gelobt bezeichnete bezeichnet sprach spricht gesprochen
        äußern äußerte
        äußert geäußert behauptete behauptet bestätigte bestätigt wies weist zurückgewiesen verwies stellte klagte
        klagt beklagte beklagt scherzte fragte fragt rief ruft unterstrich unterstreicht bekräftigte bekräftigt
        widersprach widerspricht hieß heißt begründete begründet beschrieb beschreibt urteilte urteilt bilanzierte
        resümierte appellierte gestand gab gibt zitierte zitiert schilderte schildert prognostizierte erläuterte
        erläutert bedauerte bedauert entgegnete entgegnet erwiderte erwidert konterte kommentierte kommentiert
        erinnerte erinnert vermutet vermutete glaubt glaubte findet fand freute freut mahnte mahnt spottete seufzte
        lachte rechtfertigte verlangte verlangt plädierte"""),
    helpers=words("hat haben hatte hatten habe sich wird ist war dazu auch"),
    according=gendered(n="laut so")
    | dict.fromkeys(
        (
            "nach angaben",
            "nach worten",
            "nach den worten",
            "nach ansicht",
            "nach einschätzung",
            "nach meinung",
            "nach auffassung",
            "nach überzeugung",
            "aus sicht",
        ),
        "",
    ),
    reported=words("sei seien habe werde solle müsse könne dürfe wolle"),
    viewpoint=words("für"),
    pronouns=gendered(m="er", f="sie", p="man"),
    objects=gendered(m="ihm", f="ihr", p="ihnen"),
    articles=gendered(
        m="der ein",
        f="die eine",
        n="""
        das den dem des einem einer eines sein seine ihr ihre dessen deren unser unsere""",
    ),
    indefinite=words("ein eine einem einer eines"),
    prepositions=words("""
        in im an am auf aus bei beim mit nach von vom vor zu zum zur über unter um für gegen ohne durch bis seit
        während wegen trotz laut zwischen neben ab gegenüber des dem den"""),
    joins=words("dass ob weil wenn und oder aber als wie während damit sondern"),
    titles=gendered(m="herr herrn", f="frau", n="dr. dr prof. prof professor"),
    roles=gendered(
        m="""
        präsident kanzler minister bürgermeister sprecher chef leiter direktor trainer anwalt richter staatsanwalt
        lehrer arzt forscher professor gutachter kollege nachfolger vorgänger vorsitzender vorsitzende intendant
        schauspieler sänger autor schriftsteller regisseur musiker maler wirt bäcker landwirt bauer winzer händler
        unternehmer manager anwohner nachbar zeuge polizist soldat general pfarrer bischof kapitän torwart stürmer
        spieler schüler student experte historiker soziologe ökonom ingenieur architekt politiker abgeordneter senator
        landrat stadtrat dezernent könig prinz vater sohn bruder mann ehemann geschäftsführer vorstand betreiber
        besitzer gründer verteidiger ermittler beamter pilot fahrer mitarbeiter""",
        f="""
        präsidentin kanzlerin ministerin bürgermeisterin sprecherin chefin leiterin direktorin trainerin anwältin
        richterin staatsanwältin lehrerin ärztin forscherin professorin gutachterin kollegin nachfolgerin vorgängerin
        intendantin schauspielerin sängerin autorin schriftstellerin regisseurin musikerin malerin wirtin bäckerin
        landwirtin bäuerin winzerin händlerin unternehmerin managerin anwohnerin nachbarin zeugin polizistin soldatin
        pfarrerin bischöfin kapitänin torhüterin stürmerin spielerin schülerin studentin expertin historikerin
        soziologin ökonomin ingenieurin architektin politikerin abgeordnete senatorin landrätin stadträtin dezernentin
        königin mutter tochter schwester frau ehefrau geschäftsführerin betreiberin besitzerin gründerin verteidigerin
        ermittlerin pilotin fahrerin mitarbeiterin""",
        p="anwohner ermittler forscher experten eltern anwälte",
    ),
    role_endings=gendered(
        m="""
        minister sprecher leiter direktor meister präsident chef forscher trainer anwalt händler führer arzt wirt
        spieler vorstand vertreter berater besitzer inhaber gründer pfleger verkäufer kommissar professor politiker
        manager wissenschaftler richter lehrer ologe experte beamter""",
        f="""
        ministerin sprecherin leiterin direktorin meisterin präsidentin chefin forscherin trainerin anwältin händlerin
        führerin ärztin wirtin vorsitzende spielerin vertreterin beraterin besitzerin inhaberin gründerin pflegerin
        verkäuferin kommissarin professorin politikerin managerin wissenschaftlerin richterin lehrerin ologin
        expertin beamtin""",
    ),
    bodies=words("""
        polizei feuerwehr staatsanwaltschaft regierung ministerium stadt gemeinde verwaltung partei verein verband
        gewerkschaft unternehmen konzern firma universität institut krankenhaus klinik gericht behörde amt kirche bank
        agentur opposition fraktion kommission stiftung zeitung stadtwerke landestheater bundesregierung"""),
    works=words("buch roman film stück lied album lokal gasthaus zeitung schiff serie ausstellung projekt titel"),
    not_names=words("""
        montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz april mai juni juli
        august september oktober november dezember montagabend sommer winter herbst frühjahr frühling ostern
        weihnachten abend morgen wochenende uhr euro prozent"""),
    particles=words("von van zu zur"),
    given_endings=gendered(f="a e", m="o us rd"),
    given=gendered(
        m="uwe helge arne malte sascha luca hauke heine ole rené andré micha jonah noah joshua elia",
        f="ruth gudrun karin kathrin katrin astrid ingrid birgit doris iris miriam carmen ellen judith edith brigitt",
    ),
    marks=("„“", "»«"),
    dashes="",
    asides="",
    capital_nouns=True,
    short_names=True,
)
