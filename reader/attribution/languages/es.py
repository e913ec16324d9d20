"""Spanish."""

from reader.attribution.languages.table import Table, forms, gendered, words

_STEMS = """
    afirm explic asegur señal declar coment indic record destac subray calific critic denunci lament anunci confirm
    apunt recalc aclar reclam contest opin acus adelant precis manifest matiz zanj celebr apel pregunt relat brome
    tild detall puntualiz ironiz expres valor sentenci comunic exclam"""

TABLE = Table(
    tag="es",
    common=words("""
        el la los las lo un una unos unas de del al a en y e o u que se no su sus por para con sin sobre entre hasta
        desde es son ha han fue era eran ser está están como más pero si cuando donde quien quienes este esta estos
        estas ese esa eso esto aquel aquella ya también muy ante tras según durante mientras porque pues aunque sino
        ni me te le les nos mi tu él ella ellos ellas yo nosotros todo todos toda todas otro otra otros otras hoy ayer
        mañana así entonces ahora después antes además sin embargo cada dos tres cuatro cinco seis siete ocho nueve
        diez nadie nada algo alguien algunos algunas muchos muchas poco qué quién cómo hay había tampoco luego"""),
    said=forms(_STEMS, "ó a aba ado aron an ando")
    | forms("respond reconoc promet", "ió e ía ido ieron en iendo")
    | words("""
        añadió añade añadía añadido añaden dijo dice decía dicho dijeron dicen diciendo advirtió advierte advertido
        sostuvo sostiene sostenido defendió defiende pidió pide pedido insistió insiste insistido admitió admite
        admitido escribió escribe escrito concluyó concluye concluido agregó agrega agregado bromeó bromea negó niega
        negado desmintió cree creía considera consideró considerado relató relata relatado narró reiteró reitera
        reiterado exigió exige exigido describió describe habló habla hablado puntualizó replicó replica ironizó
        expresó expresa informó informa informado detalló detalla sentenció valoró valora valorado tildó tacha tachó
        cuenta recuerda niegan comunicó explicaba sonríe suspira rió ríe prometen aventura resumió resume exclamó
        exclama gritó grita"""),
    helpers=words("ha han había habían se le les lo nos me hoy ayer también"),
    according=gendered(n="según") | {"de acuerdo con": "", "a juicio": "", "en palabras": "", "en opinión": ""},
    viewpoint=words("para"),
    pronouns=gendered(m="él", f="ella", p="ellos ellas"),
    objects=gendered(m="él", f="ella", p="ellos ellas"),
    articles=gendered(m="el un este", f="la una esta", p="los las unos unas", n="su sus nuestro nuestra"),
    indefinite=words("un una unos unas"),
    demonstratives=words("este esta ese esa"),
    prepositions=words("""
        de del al a en por para con sin sobre entre hasta desde ante tras según durante contra hacia bajo"""),
    joins=words("que y e o pero porque cuando si aunque quien como donde mientras ni"),
    titles=gendered(m="sr. don d. señor", f="sra. doña dña. señora", n="dr. dra."),
    roles=gendered(
        m="""
        alcalde ministro consejero director secretario senador diputado magistrado abogado entrenador técnico médico
        profesor maestro investigador científico ingeniero arquitecto agricultor ganadero pescador panadero dueño
        vecino obrero trabajador empresario músico cantautor escritor autor actor pintor fundador hijo padre hermano
        marido esposo hombre sacerdote obispo rey capitán portero delantero defensa central jugador subinspector
        comisario inspector bombero sociólogo hidrólogo biólogo geólogo historiador politólogo psicólogo enfermero
        candidato presidente vicepresidente consultor abuelo nieto""",
        f="""
        alcaldesa ministra consejera directora secretaria senadora diputada jueza magistrada abogada entrenadora
        técnica médica profesora maestra investigadora científica ingeniera arquitecta agricultora ganadera pescadora
        panadera dueña vecina obrera trabajadora empresaria cantautora escritora autora actriz pintora fundadora hija
        madre hermana mujer esposa monja reina capitana portera delantera jugadora comisaria inspectora bombera
        socióloga hidróloga bióloga geóloga historiadora politóloga psicóloga enfermera candidata presidenta
        vicepresidenta consultora abuela nieta""",
        n="""
        portavoz líder jefe jefa juez fiscal concejal dirigente representante responsable gerente periodista
        economista activista sindicalista comerciante cantante artista testigo estudiante residente
        analista especialista atleta futbolista habitante cliente gobernador gobernadora edil""",
        p="vecinos fuentes sindicatos agricultores investigadores expertos abogados trabajadores padres autoridades",
    ),
    role_endings=gendered(m="ólogo", f="óloga"),
    bodies=words("""
        policía gobierno ministerio ayuntamiento empresa compañía sindicato asociación oposición fiscalía tribunal
        juzgado comisión universidad instituto hospital federación partido junta diputación consejería embajada
        agencia banco club organización guardia fundación aduana plataforma"""),
    works=words("""
        libro novela película obra canción disco álbum serie programa diario revista exposición grupo bar restaurante
        barco buque operación proyecto documental titulado titulada llamado llamada apodado"""),
    not_names=words("""
        lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto
        septiembre octubre noviembre diciembre navidad"""),
    particles=words("de del"),
    given_endings=gendered(f="a", m="o"),
    given=gendered(
        m="borja luca josé",
        f="""
        inés carmen pilar isabel raquel beatriz mercedes dolores rosario consuelo amparo rocío ester esther ruth
        soledad belén irene""",
    ),
    marks=("«»",),
    dashes="—–",
    asides="—–,",
    clitics=r"-(me|le|les|nos)$",
    drops=True,
)
