"""The lexicon of people and bodies: role nouns, groups, organisations, documents, places and their peoples."""

from __future__ import annotations

from functools import cache

from reader.attribution.lexicon import words

__all__ = [
    "ANAPHORIC",
    "DEMONYMS",
    "DETERMINERS",
    "DOCUMENTS",
    "FEMALE_NOUNS",
    "FUNCTION_WORDS",
    "GROUPS",
    "HONORIFICS",
    "MALE_NOUNS",
    "NOT_NAMES",
    "OPENERS",
    "ORGANISATIONS",
    "ORGANISATION_HEADS",
    "PARTICLES",
    "PEOPLES",
    "PERSON_NOUNS",
    "PLACE_NAMES",
    "POSSESSIVES",
    "SURNAMES_TOO",
    "country_of",
    "is_person_noun",
    "noun_kind",
    "role_key",
]

HONORIFICS = words("mr mrs ms miss mx mr. mrs. ms. mx. sir dame lord lady madam")

# A person by office, trade or relation; also what may stand before a name as its role.
PERSON_NOUNS = words("""
    president vice-president premier minister secretary chancellor governor lieutenant-governor mayor senator
    congressman congresswoman representative lawmaker legislator parliamentarian councillor councilor councilman
    councilwoman alderman delegate ambassador envoy diplomat consul commissioner attaché spokesman spokeswoman
    spokesperson speaker aide adviser advisor counsellor counselor strategist chief head leader chairman chairwoman
    chairperson chair director manager administrator coordinator co-ordinator organiser organizer executive ceo cfo
    coo cto founder co-founder cofounder owner co-owner partner boss treasurer trustee principal headteacher
    headmaster headmistress dean rector provost judge justice magistrate prosecutor attorney lawyer solicitor
    barrister counsel sheriff detective constable sergeant inspector superintendent officer investigator marshal
    general colonel major captain lieutenant commander admiral commandant brigadier soldier agent official candidate
    nominee incumbent activist campaigner advocate protester protestor demonstrator worker employee doctor physician
    surgeon nurse psychologist psychiatrist paramedic scientist researcher professor lecturer academic scholar
    historian economist analyst expert specialist biologist microbiologist chemist physicist astronomer
    astrophysicist geologist epidemiologist virologist engineer astronaut cosmonaut oceanographer climatologist
    ecologist anthropologist archaeologist archeologist paleontologist palaeontologist sociologist meteorologist
    neurologist cardiologist volcanologist seismologist mathematician statistician philosopher technician programmer
    developer designer architect journalist reporter correspondent editor columnist author writer novelist poet
    blogger critic commentator presenter host anchor broadcaster producer filmmaker screenwriter actor actress
    comedian singer rapper musician composer guitarist drummer bassist conductor artist painter sculptor
    photographer dancer model star celebrity singer-songwriter player coach goalkeeper keeper striker midfielder
    defender forward winger quarterback pitcher skipper athlete runner swimmer cyclist rider driver boxer wrestler
    referee umpire skier skater sprinter gymnast golfer champion teammate co-star bishop archbishop cardinal pope
    priest pastor reverend imam rabbi sheikh vicar deacon king queen prince princess duke duchess emperor sultan
    emir crown heir heiress monarch mother father mom mum dad parent wife husband widow widower son daughter brother
    sister uncle aunt cousin nephew niece grandmother grandfather grandson granddaughter fiancé fiancée fiance
    fiancee girlfriend boyfriend friend neighbor neighbour colleague witness eyewitness bystander survivor victim
    suspect defendant plaintiff complainant resident local tenant passenger pilot customer shopper shareholder
    investor banker broker trader farmer fisherman miner trucker firefighter student pupil teacher tutor librarian
    graduate alumnus veteran volunteer member source insider whistleblower informant man woman boy girl teenager
    teen youth child baby person individual figure guest visitor tourist traveller traveler caller user tweeter
    youtuber influencer politician statesman dissident refugee migrant immigrant prisoner inmate deputy assistant
    associate fellow intern apprentice co-author coauthor co-chair co-chairman successor predecessor counterpart
    opponent rival ally supporter fan creator inventor entrepreneur businessman businesswoman tycoon billionaire
    millionaire mogul financier auditor accountant curator conservationist environmentalist ombudsman ombudswoman
    guard watchman bodyguard caretaker cleaner cook chef waiter waitress barman bartender shopkeeper undersecretary
    under-secretary solicitor-general attorney-general secretary-general whip clerk registrar monk nun translator
    interpreter negotiator mediator arbitrator commissioner-general archivist lobbyist pollster pundit rescuer medic
    midwife pathologist coroner dentist vet veterinarian pharmacist therapist nutritionist dietitian butcher baker
    grocer landlord landlady lifeguard harbourmaster harbormaster postmaster stationmaster newsreader weatherman
    gunman attacker assailant killer robber thief hacker founder-director frontman frontwoman vocalist bandmate
    tenor soprano pianist violinist hostage captive convict commissioner-designate handler trainer jockey trainee
    recruit cadet seaman sailor boatman ranger gamekeeper gardener ringleader warden comptroller controller planner
    surveyor premier-designate scout batsman bowler fielder wicketkeeper hooker prop flanker fly-half scrum-half
    centre-back full-back playmaker infielder outfielder shortstop goaltender defenseman lieutenant-general
    vice-chairman vice-chancellor vice-captain subordinate superior employer seller buyer vendor participant
    attendee contestant finalist winner loser medallist medalist laureate recipient judge-advocate republican
    democrat briton spaniard publicist realtor receptionist cashier janitor elder mechanic electrician plumber
    carpenter welder hairdresser barber roommate flatmate housemate classmate stepfather stepmother half-brother
    half-sister mother-in-law father-in-law brother-in-law sister-in-law son-in-law daughter-in-law grandparent
    foreman forewoman commuter hiker camper homeowner taxpayer voter constituent parishioner worshipper contributor
    defenceman defenseman netminder goaltender goalie infielder outfielder shortstop linebacker lineman cornerback
    rookie seatmate benchmate teammate linemate chancellor-elect muslim christian jew catholic
    dispatcher reeve backbencher mla mp mpp mna barista hygienist optometrist radiologist oncologist
    pediatrician paediatrician gynecologist dermatologist obstetrician anesthesiologist toxicologist
    criminologist demographer geographer linguist ethicist bioethicist immunologist geneticist psychotherapist
    physiotherapist chiropractor naturopath chaplain rancher beekeeper logger roofer plasterer contractor
    subcontractor landscaper arborist forester sibling grandchild nanny babysitter caregiver retiree pensioner
    newcomer bridegroom hitchhiker motorist pedestrian bouncer custodian tailor seamstress jeweller
    florist stylist animator illustrator cartoonist playwright cinematographer choreographer ballerina promoter
    cellist fiddler trumpeter saxophonist percussionist bandleader deejay dj lyricist songwriter
    essayist biographer podcaster streamer gamer adjudicator ombudsperson backpacker mountaineer surfer
    snowboarder curler hurdler rower paddler kayaker bodybuilder weightlifter centreman blueliner reliever
    freshman sophomore undergraduate valedictorian whistle-blower informer accuser co-accused appellant
    respondent arsonist kidnapper hijacker fugitive bailiff lieutenant-colonel corporal quartermaster
    diver climber hunter trapper caver skydiver paraglider birdwatcher angler gambler smoker drinker landowner
    shareowner stallholder busker petrolhead pilgrim juror babysitter matron orderly radiographer prospector
    excavator diplomatist envoy-designate strongman godson stepparent lord lady viscount countess
    trillionaire financier bricklayer glazier scaffolder stonemason thatcher ferryman lighthouse-keeper
    patient native beneficiary attendant steward usher porter claimant petitioner
    paratrooper peacekeeper matriarch patriarch cleric ayatollah archdeacon evangelist missionary preacher
    theologian sommelier distiller winemaker vintner restaurateur hotelier innkeeper sous-chef cheesemaker
    blacksmith auctioneer appraiser adjuster underwriter actuary bookkeeper stockbroker co-leader
    co-captain co-pilot stewardess dockworker longshoreman steelworker autoworker millworker passerby
    passer-by onlooker heckler picketer stepson stepdaughter stepbrother stepsister great-grandmother
    great-grandfather godfather godmother ex-husband ex-wife ex-girlfriend ex-boyfriend toddler infant""")
# The more common groups, singular bodies and plurals that speak as one.
GROUPS = words("""
    officials authorities police prosecutors investigators detectives officers lawyers attorneys researchers
    scientists experts analysts economists critics supporters opponents activists campaigners protesters protestors
    demonstrators organisers organizers residents neighbours neighbors witnesses eyewitnesses survivors workers
    employees doctors medics nurses teachers students pupils parents relatives friends colleagues members leaders
    ministers senators lawmakers legislators politicians diplomats executives directors shareholders investors
    customers fans players journalists reporters editors authors historians astronomers engineers developers sources
    people others republicans democrats conservatives liberals mps firefighters rescuers soldiers troops rebels
    militants government ministry department agency administration council committee commission court tribunal jury
    board panel parliament congress senate cabinet assembly party union federation association league club team
    squad company firm corporation group organisation organization charity foundation institute university college
    school hospital church army navy military force bank fund campaign opposition regime embassy consulate airline
    operator regulator watchdog body network newspaper paper magazine channel station broadcaster website outlet
    press media family couple crowd audience band studio publisher producers manufacturer maker retailer supermarket
    chain trust coalition alliance bloc movement office bureau service secretariat presidency palace state city
    district county village town delegation mission prosecution defence defense management leadership staff crew
    villagers locals
    authority institute society museum nation tribe utility carrier automaker carmaker insurer brewer lender consortium
    conglomerate nonprofit non-profit co-op cooperative startup start-up registry township province
    passengers victims owners users commentators observers pundits insiders councillors councilors judges justices
    co-founders commissioners governors mayors presidents delegates representatives spokespeople spokespersons aides
    advisers advisors astronauts clerics bishops bystanders attackers hackers
    scouts followers tenants patients commuters shoppers travellers travelers visitors tourists drivers cyclists
    farmers fishermen ranchers miners veterans immigrants migrants refugees inmates prisoners pilots sailors
    teammates referees pollsters strategists negotiators lobbyists columnists bloggers sociologists
    psychologists psychiatrists epidemiologists biologists meteorologists forecasters climatologists geologists
    physicists chemists virologists siblings brothers sisters sons daughters cousins grandparents kids children
    teens teenagers youths women men girls boys landlords homeowners renters taxpayers voters constituents
    donors advocates lenders insurers retailers airlines unions employers companies firms retirees seniors
    divers climbers hunters trappers anglers pilgrims
    elders censors premiers mpps mlas backbenchers paramedics physicians surgeons pharmacists dentists specialists
    professors academics scholars archaeologists paleontologists conservationists environmentalists ecologists
    hikers skiers campers passersby passers-by onlookers volunteers newcomers counter-protesters truckers
    autoworkers steelworkers moms dads mothers fathers wives husbands classmates roommates co-workers coworkers
    trustees mourners parishioners worshippers buyers sellers vendors merchants shopkeepers restaurateurs chefs
    filmmakers musicians artists actors novelists playwrights jurors defendants plaintiffs claimants
    complainants insurgents separatists nationalists
    embassies ministries departments agencies councils courts universities hospitals charities newspapers broadcasters
    banks parties regulators federations associations committees""")
# What is written and can be said to say.
DOCUMENTS = words("""
    statement report study letter memo note document complaint lawsuit indictment filing ruling judgment judgement
    verdict decision proclamation declaration resolution article editorial column post tweet message email e-mail
    text caption release communique communiqué notice bulletin announcement book diary memoir transcript recording
    video survey poll review audit inquiry law act bill constitution treaty agreement clause contract charter
    manifesto plan tweets posts texts messages guidelines guidance policy sign banner placard poster headline
    obituary paper website page blog advertisement ad advert leaflet petition motion order affidavit testimony
    evidence facts account speech interview comments remarks description warrant directive decree regulation
    letters statements memos emails e-mails videos documents complaints decisions rulings essays
    memorandum dossier brochure pamphlet prospectus plaque inscription
    draft accord pact proposal legislation ordinance bylaw by-law blueprint preamble dispatch slogan footnote minutes
    subpoena suit reply response answer summary analysis opinion signs banners placards posters t-shirt t-shirts""")
ORGANISATION_HEADS = words("""
    department ministry university college school institute academy council committee commission court tribunal
    board parliament congress senate house assembly party union federation association league club society trust
    forum authority agency administration bureau office service police army navy guard force forces bank fund
    foundation company corporation corp corp. inc inc. ltd ltd. llc plc co. group holdings industries systems
    technologies airlines airways motors pictures studios records entertainment media news times post journal herald
    tribune telegraph guardian gazette chronicle press broadcasting radio television tv channel network magazine
    hospital clinic church museum library laboratory laboratories observatory centre center embassy consulate
    secretariat nations states kingdom alliance coalition movement front brigade organisation organization programme
    program project team united city rovers town albion athletic hotspur wanderers fc afc rugby cricket football
    sports games watch international foods energy oil petroleum power electric bay port airport railway railways
    rail staff yuan duma knesset bundestag majlis chamber chambers treasury exchange reserve command corps campaign
    ventures partners capital associates brothers labs software networks communications telecom mobile insurance
    pharmaceuticals health healthcare cross crescent initiative survey registry registrar directorate division
    branch ombudsman taskforce conference diocese defence defense wrestling security
    management properties realty homes developments enterprises solutions logistics brands farms dairy pipelines
    mines mining minerals resources steel metals chemicals transit ferries lines cruises savings assurance
    financial securities advisors research analytics pharma dental rescue spca ymca ywca legion elections
    statistics hydro bancorp co-operative cooperative teamsters workers nurses teachers employees farmers
    producers manufacturers exporters retailers realtors builders physicians veterans seniors taxpayers
    motorists""")
ORGANISATIONS = words("""
    kremlin pentagon facebook google twitter apple microsoft amazon nasa un nato eu who fbi cia bbc cnn reuters afp
    boeing airbus tesla spacex toyota nissan honda samsung huawei intel netflix disney youtube instagram uber hamas
    hezbollah isis taliban interpol europol unicef unesco unhcr opec fifa uefa greenpeace wikileaks wikipedia
    wikimedia downing westminster whitehall walmart mcdonald's starbucks volkswagen siemens shell bp exxon chevron
    exxonmobil congress parliament senate labour labor likud tories liberals greens conservatives democrats
    republicans""")
# Heads of organisations that are surnames too: two such words alone are a person's name.
SURNAMES_TOO = words(
    """
    cross church house post power banks bank branch bay chambers temple court guard front herald press reserve
    energy brigade field park fund hall watch force city town hunt fox forest brothers major county mark bureau
    guardian journal tribune chronicle gazette echo sun star"""
)
FEMALE_NOUNS = words("""
    mrs mrs. ms ms. miss dame lady madam queen princess duchess actress mother mom mum wife widow daughter sister
    aunt niece grandmother granddaughter fiancée fiancee girlfriend woman girl heiress waitress nun landlady
    headmistress empress hostess midwife""")
MALE_NOUNS = words("""
    mr mr. sir lord king prince duke emperor sultan emir father dad husband widower son brother uncle nephew
    grandfather grandson fiancé fiance boyfriend man boy pope cardinal bishop archbishop priest monk imam waiter
    landlord headmaster actor""")
# A definite description by trade or standing that newswriters use for whoever was just named.
ANAPHORIC = words("""
    midfielder striker defender goalkeeper keeper forward winger quarterback pitcher skipper captain player athlete
    runner swimmer cyclist rider driver boxer wrestler singer rapper musician composer artist painter actor actress
    comedian author writer novelist poet star celebrity champion politician senator congressman congresswoman
    lawmaker veteran billionaire businessman businesswoman tycoon scientist biologist microbiologist chemist
    physicist professor economist historian activist campaigner candidate nominee executive cosmonaut astronaut
    filmmaker director researcher academic analyst expert teenager worker official charity company firm group
    organisation organization agency club team party network broadcaster newspaper airline regulator watchdog body
    retailer manufacturer maker publisher studio band authority institute utility carrier automaker carmaker insurer
    brewer lender consortium nonprofit non-profit co-op cooperative startup start-up
    accused defendant teen rookie netminder goaltender goalie defenceman defenseman linebacker infielder
    outfielder golfer curler skater skier gymnast rower chef baker farmer nurse paramedic doctor physician
    surgeon epidemiologist virologist lawyer prosecutor mother father dad mom grandmother grandfather widow
    widower retiree pensioner designer architect photographer playwright songwriter fiddler guitarist drummer
    violinist pianist comic podcaster native resident witness complainant plaintiff appellant
    fan star legend icon hero crooner hitmaker
    pensioner boss coach manager owner mp mpp mla mna reeve union school
    hospital museum university college bank council ministry department developer""")
PARTICLES = words("""
    de da do dos das du del della di la le van von der den ter ten bin ibn al el y e zu af ben abu""")
DETERMINERS = words("""
    the a an this that these those one another some several many both each every two three four""")
POSSESSIVES = words("his her its their my our your")
OPENERS = DETERMINERS | POSSESSIVES  # with which a noun phrase opens
# Words that are capitalised only because a sentence begins with them, or that no name or role runs across.
FUNCTION_WORDS = words("""
    i've i'd i'll he'd he'll she'd she'll they've they'd they'll we've we'd we'll you've you're you'd you'll
    it'll what's who's here's where's anyway wait okay sure thanks sorry please
    the a an this that these those he she it they we i you who whom whose which what when where why how there here
    his her its their my our your him them us me in on at by for with from of to into onto over under after before
    during since until till while as if though although because unless whereas whether and or but nor so yet then
    also however meanwhile moreover furthermore nevertheless nonetheless still instead otherwise thus hence
    therefore besides additionally finally later earlier soon now today yesterday tomorrow tonight once again ever
    never always often sometimes usually not no yes everyone everybody someone somebody anyone
    anybody nobody everything nothing something anything neither either both all any some many most few several each
    every other another such only just even about above across against along among amid around behind below beneath
    beside between beyond despite down except inside like near off out outside past per through throughout toward
    towards up upon via within without according asked speaking writing describing responding reacting regarding
    following based given is are was were be been being has have had do does did will would can could may might must
    shall should one two three four five six seven eight nine ten than too very more less much well perhaps maybe
    indeed pressed questioned let's it's he's she's that's there's i'm we're they're don't didn't isn't wasn't won't
    can't similarly likewise elsewhere afterwards afterward recently previously originally initially ultimately
    eventually currently formerly reportedly allegedly apparently""")
NOT_NAMES = words("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december christmas easter ramadan god internet english spring summer autumn winter
    jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.
    breaking update photo image file video related read source twitter""")
_COUNTRIES = """
afghan:afghanistan american:us|united states|u.s.|america argentine:argentina argentinian:argentina
australian:australia austrian:austria belarusian:belarus belgian:belgium bolivian:bolivia brazilian:brazil
british:uk|britain|united kingdom|u.k. bulgarian:bulgaria burmese:burma|myanmar cambodian:cambodia
canadian:canada chilean:chile chinese:china colombian:colombia croatian:croatia cuban:cuba czech:czechia
danish:denmark dutch:netherlands egyptian:egypt english:england estonian:estonia ethiopian:ethiopia
european:europe|eu finnish:finland french:france georgian:georgia german:germany ghanaian:ghana greek:greece
hungarian:hungary icelandic:iceland indian:india indonesian:indonesia iranian:iran iraqi:iraq irish:ireland
israeli:israel italian:italy jamaican:jamaica japanese:japan jordanian:jordan kazakh:kazakhstan kenyan:kenya
korean:korea kurdish:kurdistan kuwaiti:kuwait latvian:latvia lebanese:lebanon libyan:libya lithuanian:lithuania
malaysian:malaysia mexican:mexico moldovan:moldova moroccan:morocco nepalese:nepal nigerian:nigeria
norwegian:norway pakistani:pakistan palestinian:palestine peruvian:peru philippine:philippines
filipino:philippines polish:poland portuguese:portugal romanian:romania russian:russia|moscow saudi:saudi|arabia
scottish:scotland serbian:serbia singaporean:singapore slovak:slovakia slovenian:slovenia somali:somalia
spanish:spain sudanese:sudan swedish:sweden swiss:switzerland syrian:syria taiwanese:taiwan tanzanian:tanzania
thai:thailand tunisian:tunisia turkish:turkey ugandan:uganda ukrainian:ukraine|kyiv uzbek:uzbekistan
venezuelan:venezuela vietnamese:vietnam welsh:wales yemeni:yemen zambian:zambia zimbabwean:zimbabwe"""


@cache
def _countries() -> dict[str, tuple[str, ...]]:
    """Demonym to the forms of its country, lower case."""
    found: dict[str, tuple[str, ...]] = {}
    demonym = ""
    for item in _COUNTRIES.split():
        if ":" in item:
            demonym, _colon, item = item.partition(":")
        found[demonym] = (*found.get(demonym, ()), *item.split("|"))
    return found


def country_of(word: str) -> tuple[str, ...]:
    """The names of the country whose people or things are so called, lower case; () when it is no demonym."""
    return _countries().get(word, ())


# Who comes from somewhere: "the Swede said".
PEOPLES = words("""
    swede dane finn pole turk scot serb croat slovak kurd englishman englishwoman frenchman frenchwoman irishman
    irishwoman welshman dutchman scotsman scotswoman icelander londoner torontonian montrealer winnipegger calgarian
    edmontonian vancouverite haligonian albertan manitoban ontarian quebecer newfoundlander maritimer nova-scotian
    texan californian floridian glaswegian liverpudlian parisian berliner sydneysider melburnian aussie kiwi
    new-yorker brit""")
# Provinces, states and cities that are nobody's name.
PLACE_NAMES = words("""
    ontario quebec québec alberta saskatchewan manitoba newfoundland labrador nunavut yukon toronto montreal montréal
    vancouver calgary edmonton ottawa winnipeg saskatoon mississauga brampton halifax moncton fredericton
    charlottetown kelowna nanaimo gatineau beijing brussels tokyo seoul tehran baghdad kabul cairo nairobi lagos
    mumbai delhi dhaka karachi islamabad jakarta manila hanoi bangkok california texas ohio michigan wisconsin
    minnesota illinois pennsylvania massachusetts connecticut oregon arizona colorado nevada utah kansas missouri
    oklahoma arkansas louisiana mississippi alabama tennessee kentucky maine vermont hawaii alaska wyoming idaho
    nebraska iowa maryland queensland tasmania europe africa asia
    pyongyang jerusalem ankara warsaw lisbon athens canberra damascus beirut riyadh doha taipei caracas havana bogota
    bogotá pretoria khartoum tripoli tunis algiers rabat dublin oslo stockholm copenhagen helsinki reykjavik prague
    budapest bucharest belgrade zagreb minsk tbilisi yerevan baku edinburgh cardiff belfast""")
DEMONYMS = frozenset(_countries())
COUNTRY_NAMES = frozenset(name for names in _countries().values() for name in names)


_MADE_WITH = ("keeper", "worker", "owner", "holder", "grower", "breeder", "driver", "fighter", "writer", "master")
_THINGS = words("placeholder typewriter screwdriver cupholder candleholder remaster")


def is_person_noun(word: str) -> bool:
    """Whether a lower-case singular noun names a person: listed, or made with -man, -woman, -person."""
    if word in PERSON_NOUNS:
        return True
    if "-" in word and (word.rpartition("-")[2] in PERSON_NOUNS or word.partition("-of-")[0] in PERSON_NOUNS):
        return True  # "singer-guitarist", "mother-of-two"
    if len(word) > 8 and word.endswith(_MADE_WITH):
        return word not in _THINGS
    return len(word) > 6 and word.endswith(
        ("woman", "sman", "person", "-general", "-elect", "ologist", "-in-chief", "-year-old")
    )


def noun_kind(word: str) -> str:
    """What a lower-case noun is about: "person", "group", "document", or "" for none of them."""
    if is_person_noun(word):
        return "person"
    if word in ("website", "account", "blog", "page"):
        return "document"
    if word in GROUPS or word.endswith("-year-olds"):
        return "group"
    return "document" if word in DOCUMENTS else ""


def role_key(word: str) -> str:
    """A role noun with its gender and number taken off, so that chairwoman, chairman and chair are one."""
    word = word.lower().strip(".")
    for ending in ("spokes", "chair", "business", "council", "congress"):
        if word.startswith(ending) and word[len(ending) :] in ("man", "woman", "person", ""):
            return "representative" if ending == "congress" and word != ending else ending
    return _SYNONYMS.get(word, word)


_SYNONYMS = {
    "ceo": "executive",
    "advisor": "adviser",
    "lawyer": "attorney",
    "solicitor": "attorney",
    "barrister": "attorney",
    "actress": "actor",
    "coauthor": "author",
    "co-author": "author",
    "protestor": "protester",
    "councilor": "councillor",
    "justice": "judge",
    "cofounder": "founder",
    "co-founder": "founder",
    "coun": "councillor",
    "cllr": "councillor",
    "sen": "senator",
    "gov": "governor",
    "rep": "representative",
    "prof": "professor",
    "gen": "general",
    "col": "colonel",
    "sgt": "sergeant",
    "capt": "captain",
    "lt": "lieutenant",
    "supt": "superintendent",
    "det": "detective",
    "const": "constable",
    "rev": "reverend",
    "dr": "doctor",
}
