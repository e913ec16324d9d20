"""Portuguese, of Europe and of Brazil."""

from reader.attribution.languages.table import Table, forms, gendered, words

TABLE = Table(
    tag="pt",
    common=words("""
        o a os as um uma uns umas de do da dos das em no na nos nas num numa por pelo pela pelos pelas para ao à aos
        às com sem sobre entre até desde e ou que se não seu sua seus suas lhe lhes me nos te mas como quando onde
        quem é são foi foram era está estão tem têm ter há este esta estes estas esse essa isso isto aquele aquela já
        também muito mais menos segundo durante porque pois ele ela eles elas eu nós você vocês a gente todo todos
        toda todas outro outra outros ontem hoje amanhã assim então agora depois antes ainda só cada dois duas três
        quatro cinco seis sete oito nove dez ninguém nada algum alguma após ante contra porém minha meu nem logo"""),
    said=forms(
        "afirm explic ressalt declar coment record lembr critic lament anunci confirm acrescent assegur revel sublinh "
        "alert salient realç reclam detalh relat reiter enfatiz destac observ argument conden justific",
        "ou a ava ado aram am ando",
    )
    | forms("respond reconhec promet defend garant admit desment", "eu e ia ido eram em iu")
    | words("""
        disse diz dizia dito disseram dizem dizendo acrescentou concluiu conclui insistiu insiste pediu pede escreveu
        escreve considerou considera acredita contou conta negou nega falou fala chamou chama chamava brincou brinca
        avisou avisa advertiu adverte exigiu exige descreveu descreve classificou classifica apontou aponta referiu
        refere informou informa questionou pergunta perguntou sugeriu sugere ironizou ironiza resumiu resume desabafou
        desabafa frisou frisa rebateu rebate retrucou retruca contrapôs opinou opina vincou vinca notou esclareceu
        esclarece adiantou adianta confessou confessa gritou sorriu ri protestou protesta elogiou elogia acusou acusa
        defendeu garantiu garante lembrou""")
    - words("revela"),
    helpers=words("tem têm tinha tinham foi se lhe lhes me nos ontem hoje também ainda"),
    according=gendered(n="segundo conforme") | {"de acordo com": "", "na opinião": "", "nas palavras": ""},
    viewpoint=words("para"),
    pronouns=gendered(m="ele", f="ela", p="eles elas"),
    objects=gendered(m="ele", f="ela", p="eles elas"),
    articles=gendered(m="o um este esse", f="a uma esta essa", p="os as uns umas", n="seu sua nosso nossa"),
    indefinite=words("um uma uns umas"),
    demonstratives=words("este esta esse essa"),
    prepositions=words("""
        de do da dos das em no na nos nas num numa por pelo pela pelos pelas para ao à aos às com sem sobre entre até
        desde segundo durante após contra perante"""),
    joins=words("que e ou mas porque quando se embora como onde enquanto pois nem quem"),
    titles=gendered(m="sr. senhor dom d.", f="sra. senhora dona", n="dr. dra. prof. profa."),
    roles=gendered(
        m="""
        prefeito ministro vereador diretor director secretário senador deputado juiz magistrado advogado treinador
        técnico médico professor pesquisador investigador engenheiro arquiteto agricultor pecuarista pescador padeiro
        dono vizinho operário trabalhador empresário músico cantor escritor autor ator pintor fundador filho pai irmão
        marido homem padre bispo rei goleiro zagueiro volante meia jogador delegado inspetor bombeiro sociólogo
        biólogo geólogo historiador psicólogo enfermeiro candidato consultor governador lateral avô neto provedor""",
        f="""
        prefeita ministra vereadora diretora directora secretária senadora deputada juíza magistrada advogada
        treinadora técnica médica professora pesquisadora investigadora engenheira arquiteta agricultora pescadora
        padeira dona vizinha operária trabalhadora empresária música cantora escritora autora atriz pintora fundadora
        filha mãe irmã mulher esposa freira rainha goleira zagueira jogadora delegada inspetora socióloga bióloga
        geóloga historiadora psicóloga enfermeira candidata consultora governadora avó neta provedora presidenta""",
        n="""
        presidente vice-presidente porta-voz líder chefe capitão atacante guarda-redes dirigente representante
        responsável gerente jornalista economista ativista sindicalista comerciante cantora artista policial
        agente testemunha estudante morador moradora residente analista especialista atleta cliente autarca habitante
        promotor promotora desembargador cientista futebolista avançado""",
        p="moradores vizinhos fontes sindicatos agricultores pesquisadores especialistas advogados pais autoridades",
    ),
    role_endings=gendered(m="ólogo", f="óloga"),
    bodies=words("""
        polícia governo ministério câmara prefeitura empresa companhia sindicato associação oposição tribunal comissão
        universidade instituto hospital federação partido embaixada agência banco clube organização fundação
        procuradoria secretaria diretoria pj psp gnr"""),
    works=words("""
        livro romance filme obra canção música disco álbum série programa jornal revista exposição grupo bar
        restaurante barco navio operação projeto documentário torcida organizada intitulado intitulada chamado chamada
        título"""),
    not_names=words("""
        segunda-feira terça-feira quarta-feira quinta-feira sexta-feira segunda terça quarta quinta sexta sábado
        domingo janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro natal"""),
    particles=words("de do da dos das"),
    given_endings=gendered(f="a", m="o"),
    given=gendered(m="luca jorge josé duarte", f="beatriz inês isabel raquel carmo conceição carmen ester ruth"),
    marks=("«»",),
    dashes="—–",
    asides="—–,",
    clitics=r"-(me|lhe|lhes|se|nos)$",
    drops=True,
)
