"""French."""

from reader.attribution.languages.table import Table, gendered, words

TABLE = Table(
    tag="fr",
    common=words("""
        le la les l un une des du de d et en à au aux ce cet cette ces il elle ils elles on nous vous je qui que qu
        dont où ne pas plus mais ou donc car si dans sur pour par avec sans sous est sont a ont été était son sa ses
        leur leurs notre nos votre vos mon ma mes se s c n y comme quand lorsque puisque après avant depuis pendant
        selon chez entre vers contre ainsi alors aussi enfin ensuite puis pourtant toutefois cependant tout tous toute
        toutes aujourd'hui hier demain lui eux deux trois quatre cinq six sept huit neuf dix parmi malgré face lors
        dès devant derrière même autre d'après ici là voilà cela ça celui celle ceux interrogé interrogée"""),
    said=words("""
        dit dits disait disent disant dire déclaré déclare déclarait déclarer affirmé affirme affirmait expliqué
        explique expliquait ajouté ajoute ajoutait assuré assure assurait indiqué indique indiquait estimé estime
        estimait précisé précise précisait souligné souligne soulignait rappelé rappelle rappelait annoncé annonce
        annonçait lancé lance lançait confié confie confiait raconté raconte racontait répondu répond répondait
        reconnu reconnaît reconnaissait admis admet admettait promis promet promettait dénoncé dénonce dénonçait
        regretté regrette regrettait déploré déplore déplorait insisté insiste insistait conclu conclut concluait
        écrit écrivait martelé martèle soupiré soupire sourit plaisanté plaisante prévenu prévient averti avertit
        résumé résume commenté commente témoigné témoigne confirmé confirme nié nie jugé juge jugeait qualifié
        qualifie qualifiait évoqué évoque réclamé réclame demandé demande demandait salué salue salua déclara expliqua
        ajouta affirma répondit parlé parle appelle appelé soutient soutenu réagi réagit poursuivi poursuit considère
        considéré accusé accuse critiqué critique observé observe noté note glisse glissé tranche tranché s'exclame
        exclame exclamé s'indigne indigne indigné s'inquiète inquiète félicite félicité détaille détaillé tempère
        nuance rétorque rétorqué ironise ironisé renchérit abonde souvient"""),
    helpers=words("a ont avait avaient aurait est était se s l y en lui leur"),
    according=gendered(n="selon") | {"d après": "", "aux dires": "", "aux yeux": "", "de l avis": ""},
    viewpoint=words("pour"),
    pronouns=gendered(m="il", f="elle", p="ils elles on"),
    objects=gendered(m="lui", f="elle", p="eux elles"),
    articles=gendered(m="le un ce cet", f="la une cette", p="les des ces", n="l son sa leur notre ses leurs"),
    indefinite=words("un une des"),
    demonstratives=words("ce cet cette ces"),
    prepositions=words("""
        de d à au aux du des en dans sur pour par avec sans sous chez entre vers contre après avant depuis devant
        derrière selon parmi malgré lors"""),
    joins=words("que qu qui dont où et mais ou car lorsque quand si comme puisque"),
    titles=gendered(m="m. mm. monsieur me", f="mme mlle madame", n="dr dr. pr pr."),
    roles=gendered(
        m="""
        président directeur préfet sénateur conseiller adjoint procureur avocat entraîneur chercheur enseignant
        instituteur ouvrier agriculteur éleveur commerçant boulanger restaurateur habitant voisin client patron
        délégué écrivain acteur chanteur réalisateur musicien dessinateur metteur pompier policier gendarme officier
        commandant capitaine lieutenant général colonel père fils frère mari époux candidat élu dirigeant fondateur
        coordinateur animateur gérant joueur gardien attaquant défenseur technicien ingénieur consultant expert
        étudiant artisan berger pêcheur viticulteur infirmier chirurgien romancier auteur homme roi prince évêque curé
        intéressé""",
        f="""
        présidente directrice préfète sénatrice conseillère adjointe procureure avocate entraîneuse entraîneure
        chercheuse enseignante institutrice professeure ouvrière agricultrice éleveuse commerçante boulangère
        restauratrice habitante voisine cliente patronne cheffe déléguée écrivaine actrice chanteuse réalisatrice
        musicienne dessinatrice metteuse pompière policière officière mère fille sœur femme épouse candidate élue
        dirigeante fondatrice coordinatrice animatrice gérante joueuse gardienne attaquante technicienne ingénieure
        consultante experte étudiante artisane bergère pêcheuse viticultrice infirmière chirurgienne romancière
        autrice auteure reine princesse intéressée""",
        n="""
        maire ministre porte-parole chef membre juge médecin professeur historien historienne sociologue économiste
        politologue biologiste géologue climatologue cardiologue journaliste secrétaire responsable syndicaliste
        libraire propriétaire locataire guide architecte artiste peintre poète député députée parlementaire
        vice-président vice-présidente premier-ministre capitaine bénévole retraité retraitée témoin collègue
        ex-ministre militant militante spécialiste notaire vétérinaire pharmacien pharmacienne""",
        p="habitants riverains syndicats salariés enquêteurs avocats experts chercheurs élus parents enseignants",
    ),
    role_endings=gendered(n="ologue"),
    bodies=words("""
        police gendarmerie ministère mairie préfecture gouvernement direction entreprise société groupe syndicat
        association opposition parquet tribunal cour commission conseil université institut hôpital fédération parti
        région département ville parlement ambassade agence banque collectif club comité élysée"""),
    works=words("""
        livre roman film ouvrage album chanson pièce spectacle série émission journal hebdomadaire magazine revue
        exposition collectif association groupe restaurant café bar bateau navire opération projet documentaire
        intitulé intitulée appelé appelée nommé nommée surnommé surnommée terme mot baptisé baptisée titre"""),
    not_names=words("""
        lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre
        octobre novembre décembre"""),
    particles=words("de du des d van von ben"),
    given_endings=gendered(f="a ette elle ine ie ée"),
    given=gendered(
        m="jérémie élie luca antoine ",
        f="""
        claire isabelle anne marie sophie julie nathalie catherine hélène alice louise jeanne charlotte camille agnès
        inès carole florence laurence solange simone yvonne élise denise françoise brigitte édith margaux manon fleur
        solène mathilde clotilde ségolène véronique monique dominique judith""",
    ),
    marks=("«»",),
    dashes="—–",
    asides="—–,",
    elided=words("l d qu n s j m t c jusqu lorsqu puisqu quoiqu presqu quelqu"),
    clitics=r"(?:-t)?-(ils?|elles?|on)$",
)
