"""Common given names by the gender they usually go with: a hint for pronouns, never for names."""

from __future__ import annotations

from reader.attribution.lexicon import words

__all__ = ["FEMALE", "MALE"]

_EITHER = words("""
    alex alexis ali amal andrea andy ariel ash ashley aubrey avery bailey billie blake bobbie brooke cameron camille
    carey carroll casey cassidy charlie chris claude courtney dale dallas dana darcy devon dominique drew eden emerson
    emery evelyn finley frankie gabriele hadley harley harper hayden hilary jackie jaime jamie jan jean jesse jessie
    jo jody joey jordan jules kai kasey kelly kelsey kendall kennedy kerry kim kris kyle lane laurence laurie lee
    leigh leslie lindsay logan loren lou lynn mackenzie marion marley mel merle michele mika misha morgan nicky nicola
    nikita noor pat parker paris pascal payton perry peyton quinn randy reese remy rene rené riley robin rory rowan
    rylee sacha sage sam sammie sandy sasha shannon shawn shay shelby sidney simone skyler stacey stacy stevie sydney
    tatum taylor terry toby toni tracey tracy val vivian wei whitney yan ying yu harpreet gurpreet manjit simran
    jaspreet amrit kuljit navdeep mandeep kiran jyoti""")

FEMALE = _EITHER | words("""
    aaliyah abbie abby abigail ada adelaide adele adriana adrienne agatha agnes agnieszka aida aileen aimee
    aisha aisling aiyana akiko alana alanna alba alejandra aleksandra alessandra alexa alexandra alexandria
    alexia alice alicia alina alisa alisha alison alissa aliya aliyah allegra allison ally alma althea alyson alyssa
    amalia amanda amara amber amelia amelie amina amira amrita amy ana anais anastacia anastasia andrea anette
    angela angelica angelina angeline angelique angie anika aniqa anisa anishka anita anja anjali anke ann anna
    annabel annabelle annalise annamarie anne anneke annette annie annika anthea antoinette antonia anushka anya
    aoife april arabella archana ariana ariane ariella arleen arlene arpita artemis asha ashlee ashleigh ashley
    ashlyn asma astrid athena audra audrey augusta aung aurelia aurora ava aviva ayanna ayesha azadeh babette
    barb barbara barbra basma bea beata beatrice becky belinda bella bernadeth bernadette bernadine bernice
    bertha bess bessie beth bethany bettie bettina betty beverly bianca blanca blanche bonnie bree brenda brenna
    bria brianna bridget bridgette brigitta brigitte britney britta brittany bronwyn brooke bryanna bryony
    caitlin caitlyn calista callie camellia camila camilla candace candice candida carina carissa carla carley
    carlotta carly carmela carmelita carmen caro carol carole caroline carolyn carrie cassandra cassidy cassie
    catalina catarina caterina cath catharine catherine cathleen cathy cecile cecilia cecily celeste celia
    celina celine chandra chanel chantal chantelle charity charlaine charlene charlotta charlotte charmaine
    chaya chelsea chelsey cherie cherise cherry cheryl chiara chitra chloe chloé chrissy christa christabel
    christel christiane christie christina christine chrystal chrystia cicely cindi cindy claire clara clarice
    clarissa claudette claudia claudine clementine cleo colette colleen collette concetta connie constance
    consuelo cora coral coralie cordelia corinna corinne cornelia cristina crystal cynthia dahlia daina daisy
    dalia dana danette danica daniela danielle danika daphne daria darla darlene davina dawn dayna deanna deanne
    debbie debora deborah debra deepa deepika deirdre delia delilah della delphine demetra demi denise denisha
    desiree devi devika diana diane dianna dianne dilma dina dinah dionne dolly dolores dominika donna dora
    doreen doris dorothea dorothy dorothée dot dottie drusilla dulce earlene ebony eden edie edith edna edwina
    effie eileen eilidh eirini ekaterina elaina elaine elana eleanor eleanora elena eleni eleonora eliana elif
    elin elina elisa elisabeth elise elissa eliza elizabeth elke ella ellen ellie elodie eloise elsa elsie
    elspeth elvira emiko emilia emilie emily emma emmanuelle emmeline emmy enid enya erica erika erin ernestine
    esme esmeralda esperanza estella estelle esther esti ethel eudora eugenia eugenie eunice eva evangeline eve
    evelina evelyn evie ewa fabiola faith faiza farah farida farzana fatemeh fatima fatma fatou fawzia faye
    felicia felicity fern fernanda fikile filomena fiona fiorella flavia fleur flo flora florence florencia fran
    franca frances francesca francine francoise françoise freda frederica freja freya frieda gabriela gabriella
    gabrielle gaia gail galina gaynor gemma genevieve geneviève georgette georgia georgiana georgie geraldina
    geraldine germaine gertrude ghislaine gigi gilda gillian gina ginette ginger ginny giorgia gisela gisele
    giselle gita gitanjali giulia gladys glenda gloria glynis golda goldie grace graciela grainne greer greta
    gretchen gretel grietje guadalupe gudrun guinevere gurleen gwen gwendolyn gwyneth habiba hadiya hafsa haleh
    halima hana hanna hannah hanne harleen harper harriet harriett hatice hattie haylee hayley hazel heather
    hedda hedwig heidi heike helen helena helene helga hella henrietta hermione hester hetty hilary hilda
    hildegard hillary hina hiroko hollie holly hope hortense huda huguette hélène ida iman imelda imogen ina
    inara indira ines inga inge ingeborg ingrid inka ioana iona ione irena irene irina iris irma isabel isabella
    isadora isha isla isobel isolde itzel ivana ivanka ivette ivy izabela izzy jacinda jacinta jackie jaclyn
    jacqueline jacquelyn jade jamila jana janae jane janel janelle janessa janet janette janice janie janina
    janine jasleen jasmine jaya jayne jean jeanette jeanie jeanine jeanne jeannette jeannie jelena jemima jemma
    jen jenn jenna jenni jennie jennifer jenny jerri jessa jessamyn jessica jill jillian jo joan joanie joann
    joanna joanne jocelyn jocelyne jodi jodie joelle johanna johanne joie jolanta jolene joni jordana josee
    josefa josefina josephine josette josie josée joy joyce joyceline joëlle juana juanita judi judie judith
    judy julia juliana julianna julianne julie juliet juliette june justina justine kaitlin kaitlyn kalpana
    kamala kamila kara karen karena karin karina karla karolina kasia kassandra kat katarina katarzyna kate
    katharina katharine katherine kathie kathleen kathrin kathrine kathryn kathy katia katie katja katlyn
    katrina katy kavita kay kaye kayla kayleigh keiko keira keisha kelley kelli kellie kelly kelsey kendra keri
    kerri kerry keziah khadija kiera kim kimberley kimberly kinga kirsten kirstie kirstin kirstine kirsty klara
    klaudia komal krista kristen kristi kristie kristin kristina kristine kristy krystal krysten krystyna kyla
    kylie kyra laila lakshmi lana lani lara laraine larissa latasha latifa latoya laura laural laureen laurel
    lauren lauretta laurette laurie lavinia lavonne layla lea leah leandra leanna leanne leeann leila leilani
    lekha lena lenore leona leonie leonora leslee leslie leticia letitia lexi lia liana liane lidia liese lila
    lilia lilian liliana lilith lillian lilliana lilly lily linda lindsey linette linnea lisa lisbeth lise
    lisette lissa livia liz liza lois lola loraine lorelei lorena loreto loretta lori lorna lorraine lorrie
    lotte lottie louella louisa louise lourdes luba lubna lucia luciana lucie lucienne lucille lucinda lucretia
    lucy ludmila luisa lula lulu luz lydia lyla lynda lyndsay lyndsey lynette lynn lynne lynnette lyra lyudmila
    mabel mackenzie maddie madeleine madeline madelyn madhu madison madonna mae maeve magda magdalena maggie
    magnolia mahalia maia maira maire mairead maisie makayla malala malia malina mallory mandy manon manuela
    mara marcela marcella marcelle marcelline marci marcia marcy margaret margarete margaretta margarida
    margarita margaux marge margery margie margit margo margot margret margrethe marguerite mari maria mariah
    mariam marian mariana mariangela marianne maribel marie marieke mariel mariela marielle marietta marika
    marilena marilou marilyn marilynn marina marion marisa marisol marissa marit marita maritza marjolaine
    marjorie marla marleen marlena marlene marlyn marnie marsha marta martha martina martine mary maryam maryann
    maryanne marylin marylou marzena matilda matilde maud maude maura maureen mavis maxine maya mayra mayumi
    mckenna meaghan meena meera megan meghan mehreen mei melania melanie melba melina melinda melisande melissa
    mellissa melody merav mercedes mercy meredith meryl mette mia michaela micheline michelle michiko michèle
    mika mila milagros mildred milena milica millicent millie mimi mina mindy minerva minna minnie mira mirabel
    miranda mireille mirela mirella miriam mischa missy misty mitzi moira mollie molly mona monica monique
    morgana moriah muna munira muriel myra myrna mélanie nabila nadia nadine nadja nahid naima najwa nalini
    nancy nanette naomi narges nasreen nasrin natacha natalia natalie natalya natascha natasha nathalie nazanin
    neelam neha nell nellie nena nerys nessa neta netta nettie ngozi niamh nichola nicki nicola nicole nicoletta
    nicolette nidhi niki nikki niloufar nilufar nimrat nina nira nisha nita noelia noella noelle noemi noemie
    noor nora norah noreen norma noura novella noémie nuala nuria odessa odette odile ofelia oksana olena olesya
    olga olive olivia olympia oona opal ophelia oriana orla orsolya ottilie paige paloma pam pamela paola parisa
    patience patricia patrizia patsy patti pattie patty paula paulette pauline pearl pegeen peggy penelope penny
    perla perpetua petra petronella petula philippa philomena phoebe phylicia phyllis pia pilar pippa pixie pola
    polly poppy portia pratibha precious preeti primrose prisca priscilla priti priya prudence prue purnima
    queenie quiana rabia rachael rachel rachelle rachida radha radhika rae raeanne rafaela raina raisa ramona
    ramya randi rani rania raquel rashida raven rayna reba rebeca rebecca rebekah reem reena regan regina reina
    rekha rena renata renate renee renée reta reva reyna rhea rhiannon rhoda rhona rhonda riana ricarda richelle
    rika rima rina risa rita ritu riva rivka roberta robin robyn rochelle rosa rosalia rosalie rosalina rosalind
    rosaline rosalyn rosanna rosanne rose roseann roseanne rosella rosemary rosetta rosie rosina rosita roslyn
    rowena roxana roxane roxann roxanne roxy roya rubina ruby rukmini rupa ruth ruthie saba sabine sabrina sadia
    sadie safiya saima sakura salima sally salma salome samantha samina samira sana sandi sandie sandra sangeeta
    sangita saoirse sapna sara sarah sarai saraswati sariah sarita saskia satya savannah savita scarlet scarlett
    seana seema selah selena selina selma semra serafina seraphina serena shabana shaista shakira shalini
    shamima shana shanaz shania shanice shaniqua shanna shannon shanon shanta shanti shareen shari sharleen
    sharlene sharmaine sharna sharon sharyn shauna shaunna shawna shayla sheelagh sheena sheila shelagh shelby
    shelley shelly sherri sherrie sherrill sherry sheryl shilpa shira shireen shirin shirley shoshana shreya
    sian sibyl sienna sierra signe sigrid silke silvana silvia silvie simona simone sinead sinéad siobhan
    siobhán siri sissel sissy sita skye skylar slavica sloane snezana sofia sofie sofya solange soledad solveig
    sondra sonia sonja sonya sophia sophie soraya stacey staci stacia stacie starla stefania stefanie steffi
    stella stephani stephania stephanie stephany stéphanie suad sue sujata suki sultana suma sumaya sunita
    sunniva susan susana susanna susannah susanne sushma susie suzan suzana suzanna suzanne suzette suzie suzy
    svea svenja svetlana sybil sylvia sylviane sylvie sylwia tabatha tabitha tahira talia tallulah tamar tamara
    tamera tamika tammi tammy tamsin tania tanis tanvi tanya tara tarana taryn tasha tatiana tatjana tatum tawny
    taya tayla taylor teagan teena tegan tehmina teodora teresa terese teresita terri terrie tess tessa tessie
    thalia thandi thea thelma theodora theodosia theresa therese theresia thi thuy tia tiana tiffani tiffany
    tilda tilly timea tina tinna tirzah toni tonia tonya tori tova tracee tracey traci tracie tracy trina
    trinity trish trisha trista trixie trudi trudy tuula tyra ulla ulrike uma umm una ursula usha uta ute
    valentina valeria valerie valérie vanda vandana vanessa vanja vasiliki veda velma venus vera verena verna
    veronica veronika veronique verónica vesna vicki vicky victoria vida vijaya vilma vinita viola violet
    violeta violetta viorica virginia virginie vita viv viveca vivi vivian viviana vivianne vivien vivienne
    véronique wafa wallis wanda wendi wendy whitney wilhelmina willa willow wilma winifred winnie winona winsome
    wynne xanthe xenia ximena xiomara yael yana yara yasmeen yasmin yasmine yelena yesenia yetunde yevgenia ylva
    yoana yoanna yoko yolanda yolande yoshiko ysabel yuko yulia yuliya yumiko yuna yvette yvonne zadie zahra
    zaina zainab zara zeinab zelda zena zenaida zhanna zina zita zoe zofia zohra zoya zoé zoë zsofia zsuzsanna
    zuleika zuzana""")
MALE = _EITHER | words("""
    aaron abbas abdallah abdel abdelkader abdi abdul abdulaziz abdullah abdulrahman abdur abe abel abhijit
    abhishek abner abraham achim achmed adam ade adebayo adel adem aditya adnan adolf adolfo adrian adriano
    adrien agustin ahmad ahmed ahmet aidan aiden ajay akash akbar akhil akio akira aksel alain alan alasdair
    alastair alban albert alberto albrecht alden aldo aldous alec alejandro alejo aleksander aleksandr aleksei
    alem alessandro alessio alex alexander alexandre alexandros alexei alexey alexis alf alfie alfonso alfred
    alfredo algernon ali alim alistair alistaire allan allen allister alois aloysius alphonse alphonso alton
    alvaro alvin alwin alyn amadeo amadou amar amari ambrose amin amir amit amitabh amitai amos anand anastasios
    anatole anatoly anders andre andreas andrei andres andreu andrew andrey andriy andrzej andy angelo angus
    aniket anil ansel anselm anson antal ante anthony antoine anton antonin antonio antony antti anwar apollo
    aram archer archibald archie ari arie ariel arif aristotle arjan arjen arjun arlen arlo armand armando armin
    arnaud arne arnie arno arnold arran arsenio artem arthur artie artur arturo arun arvid arvind asa asad asger
    ashish ashok ashraf ashton asif asim atanas athanasios atif atticus attila aubin auguste augustin augustine
    augustus aurelien aurelio austin avi avishai axel ayman ayub aziz baba baden baldev baltasar balthazar
    baptiste barack barclay barnabas barnaby barney barrett barrie barrington barron barry bart bartek
    bartholomew bartosz bashar bashir basil basile basilio bastian bastien baxter beau beauregard bedrich bela
    ben benedict benito benjamin benji bennett bennie benny benoit benoît benson bentley berend bernard bernardo
    bernd bernhard bernie bert berthold bertie bertram bertrand bevan bhaskar bikram bilal bill billy birger
    bjarne bjorn björn blaine blaise blake bob bobby bodhi bogdan bojan boman bonaventure boniface booker boris
    boubacar boyd brad bradford bradley bram brandon branislav branko braxton brayden brendan brendon brennan
    brent brenton bret brett brian brice broderick brody bruce bruno bryan bryce bryn bryson buck bud buddy burt
    burton butch byron byung cade caesar caleb callan callen callum calum calvin camden cameron camilo carl
    carlisle carlo carlos carlton carmelo carmine carroll carson carsten casimir caspar casper cassius castor
    cato cecil cedric cenk cesar cesare chadwick chaim chandler chao charbel charl charles charlie chas chase
    ches chester chet chico chidi chinedu chip chirag chris christer christiaan christian christof christoph
    christophe christopher christos chuck chukwuma cian ciaran cillian ciro claes clarence clark claude claudio
    claus clay clayton clem clemens clement cletus cleve cleveland cliff clifford clifton clint clinton clive
    clyde clément cody coen colby cole coleman colin colm conall conan connell connor conor conrad constantin
    constantine constantinos corbin corey corin cormac cornelis cornelius cornell cory cosimo cosmo costa costas
    craig cristian cristiano cristobal cruz cullen curt curtis cyril cyrille cyrus cédric dafydd dag dagfinn
    daithi dale dalton damian damien damir damon dan dane daniel danilo danny dante daoud darcy darian darin
    dario darius dariush darko darnell darragh darrel darrell darren darrin darryl darwin daryl dashiell daulton
    dav dave davey david davide davit davor dawid dawood dax dayton dean deandre deano declan deepak del delbert
    delmar delroy demetrios demetrius denis dennis denny denton denzel deon derek derrick deshawn desi desmond
    destin detlef dev devin devlin devonte dewayne dewey dewi dexter dhruv dick didier diederik diego dieter
    dietmar dietrich dilip dillon dimitar dimitri dimitrios dimitris dinesh dino dion dionysius dirk djamel
    dmitri dmitry dmytro dobromir dolph dom domenic domenick domenico domingo dominic dominick dominik don donal
    donald donato donnie donovan dorian doron dorsey doug douglas dov doyle dragan drago drake draper drew duane
    dudley duncan dunstan durward dusan dustin dusty dwayne dwight dylan eamon eamonn earl easton eben ebenezer
    eckhard ed eddie eddy edgar edgardo edison edmond edmund edouard eduard eduardo edvard edward edwin efraim
    efrain efren egbert egil egon ehud eilert einar eitan eldon eldred eldridge eli elias eliezer elijah eliot
    elis elisha elliot elliott ellis ellsworth elmer elmo elon eloy elroy elton elvin elvis elwood emanuel
    emanuele emeka emeric emery emil emile emiliano emilio emmanuel emmerich emmet emmett emre enda endre
    engelbert ennio enoch enos enrique enzo eoghan eoin ephraim erasmus ercole eren erhard eric erich erik
    erling ernest ernesto ernie ernst errol erwan erwin esa esau esteban etan ethan etienne euan eugen eugene
    eugenio eustace evan evander evaristo everard everett evert evo ewan ewart ewen ezekiel ezequiel ezra fabian
    fabien fabio fabrice fabrizio fadi fahad faisal farhad farid farouk faruk fatih faustino fausto fazal
    federico felicien feliks felipe felix fenton feodor ferdinand ferdinando ferenc fergal fergus fermin fernand
    fernando ferris festus fidel fidelis filip filippo finbar findlay finlay finn finnegan fintan fitz fletcher
    florent florian florin floyd flynn folke forbes forrest foster franc francesc francesco francis francisco
    franco francois franjo frank franklin frans franz fraser frazer fred freddie freddy frederic frederick
    frederik fredric fredrik fridtjof friedhelm friedrich fritz frédéric fulgencio fyodor gabe gabor gabriel
    gaetan gaetano gage galen gardner gareth garfield garrett garrick garrison garry gary gaspard gaston gaurav
    gautam gavin gaétan geert geir gene gennady gennaro geo geoff geoffrey geordie georg george georges georgi
    georgios geraint gerald gerard gerardo gerhard germain gero gerrard gerrit gerry gershon gert gervais
    ghassan ghislain giacomo giampiero gian giancarlo gianfranco gianluca gianni gideon gil gilad gilbert
    gilberto giles gilles gino gioacchino giorgio giovanni girish girolamo giuliano giuseppe glen glenn glenroy
    glynn godfrey goncalo gonzalo goran gordon gottfried gower gracjan grady graeme graham grant greg gregers
    gregor gregorio gregory grigori grigory grover guido guilherme guillaume guillermo guiseppe gunnar gunter
    gunther gus gustaf gustav gustave gustavo guus guy gwilym gábor günter günther hadley hadrian haim hakan
    hakeem hakim hal haldor halvor hamed hameed hamid hamish hamza hank hannes hannu hans harald hari haris
    harish harlan harmon harold harri harrison harry harsh harshad hartley hartmut haruki harvey hasan haseeb
    hashim hassan hauke heath heber hector hedley heiko heiner heinrich heinz helge helmut helmuth hendrik
    hennie henning henri henrik henrique henry herb herbert heriberto herman hermann hermes hernan herve hervé
    hesham hideki hideo hilario hillel hilmar hilton hippolyte hiram hiroshi hisham hitesh hjalmar holden holger
    homer horace horacio horatio horst hosea howard howell hoyt huan hubert huey hugh hugo humberto humphrey
    hunter hussain hussein hyman håkan iago iain iakov ian ibrahim iefan ieuan ifan ignacio ignacy ignatius igor
    ihor ike ikechukwu ilan ilario ilhan ilia ilias ilya imad imanuel immanuel imran imre indiana ingmar ingo
    ingvar inigo innes ioan ioannis iosif irfan irvin irving irwin isaac isaak isaias ishaan isidore isidro
    ismael ismail issa italo itamar itzhak ivan ivar ivo iwan izaak jabari jabbar jace jacek jacinto jack
    jackson jacky jacob jacobo jacobus jacques jaden jafar jagdish jagmeet jahangir jai jaime jair jake jakob
    jakov jakub jalal jaleel jalen jamaal jamal jamar jameel james jameson jamie jamil jamison jan jan-willem
    janek janez jannik jano janos jared jaro jaromir jaroslav jarrod jarvis jason jasper javaris javed javier
    jawad jaxon jay jayden jayson jean-baptiste jean-charles jean-claude jean-francois jean-françois jean-guy
    jean-jacques jean-louis jean-luc jean-marie jean-michel jean-paul jean-philippe jean-pierre jean-rene
    jean-sebastien jean-yves jed jedediah jef jeff jefferson jeffrey jehan jem jens jephthah jeremy jermain
    jermaine jeroen jerome jeronimo jerrold jerry jerzy jess jesse jesus jethro jiang jib jim jimmy jiri jirí
    joab joachim joakim joao joaquin job jochen jock joe joel joerg joey johan johann johannes john johnathan
    johnathon johnnie johnny jomo jon jonah jonas jonathan jonathon jonny joop joost jordan jordi jorge jorgen
    jory jose josef josep joseph joses josh joshua josiah josip joss jost josue jozef joël juan judah judas judd
    jude juha juhani jukka julen jules julian julio jun jurgen jurgis juri jussi justin justus juwan jános józef
    jörg jørgen jürgen kaan kacper kader kahlil kaine kaito kalle kalvin kamal kamil kamran kane karan kareem
    karel karim karl karol karsten kaspar kasper kassim katsuo kazimierz kazuo keane keanu keegan keelan keenan
    keiji keir keiran keith kelechi kelvin ken kenan kendrick kenji kenneth kennith kenton kermit kerwin kester
    kevan kevin khaled khalid khalil khurram kian kiefer kieran kieron kilian killian kingsley kip kirby kirill
    kirk kishan kishore kjell kjetil klaus klemens knox knud knut kobe kofi kojo kolya konrad konstantin
    konstantinos korey kosta kostas krishna krishnan kristian kristof kristoffer kristopher krzysztof kumar
    kunal kunle kurt kurtis kwabena kwaku kwame kwasi kyle lachie lachlan laird lamar lambert lamont lance
    lancelot landon langston lanny larry lars larson lasse laszlo lateef laurence laurens laurent laurenz lauri
    lauritz lavern lawrence lawson lawton lazar lazaro leander lech lee leif leighton leland lem lemuel len
    lenard lennart lennox lenny leo leon leonard leonardo leonel leonhard leonid leopold leos leroy les leslie
    leszek lev levi levon lewis lex liam liang lincoln linden linus linwood lionel lior lisandro livio ljubomir
    llewellyn lloyd lluis logan lon lonnie lorcan lorenz lorenzo lorin lorne lothar lou louie louis lovell
    lowell luc luca lucas lucian luciano lucien lucio lucius ludo ludovic ludvig ludwig luigi luis luiz lukas
    lukasz luke luther lutz luís lyle lyman lyndon lyonel lysander lászló maarten mac macario mack maddox madhav
    magnus magomed mahdi mahesh mahmoud mahmud maik mainak majid makoto malachi malachy malcolm malik manfred
    manish mannie manny manoel manoj manolo mansoor mansour manu manuel marc marcel marcellin marcello marcelo
    marcin marcio marco marcos marcus marek margus mariano marin marinus mario marius mariusz mark marko markus
    marlin marlon marshall marten martijn martin martino marty marv marvin marwan masahiro masaki masashi mason
    massimo massoud matej mateo mateus mateusz mathew mathias mathieu mathis matias mats matt matteo matthew
    matthias matthijs matti mattias matty matyas maurice mauricio maurizio mauro maury maverick max maxim maxime
    maximilian maximiliano maximilien maximo maximus maynard mazen mckinley mehdi mehmet meinhard meir mel
    melchior melville melvin melvyn mendel menno mercutio merle merlin mervin mervyn micah micha michael michail
    michal michał micheal michel mick mickey miguel mihai mihail mihaly mikael mike mikey mikhail mikkel miklos
    miko milan miles milford millard milo milos milovan milton mirko miroslav mirza misael mitch mitchel
    mitchell mitt mladen moammar modesto mohamad mohamed mohammad mohammed mohamud mohan mohit mohsen mohsin
    moise moises moishe mojtaba momchil monte montgomery monty mordecai mordechai morgan morley morris mort
    morten mortimer morton moses moshe mostafa muammar mubarak muhammad muhammed muhammet muhsin mukesh munir
    murad murali murat murdo murdoch murphy murray murtaza mustafa mustapha myles myron nabeel nabil nader nadim
    naeem naftali nahum najib namir nanda nandor naoki napoleon narayan narendra nash nasir nasser nassim natan
    nate nathan nathanael nathaniel nathen naveed naveen nazim neal ned neil neill nelson nemanja neo nereo
    nestor neville nevin newton niall nic niccolo nicholai nicholas nicholaus nick nicklas nickolas nico
    nicodemus nicolae nicolai nicolas nicolò niek niels nigel nikhil nikita niklas niko nikola nikolai nikolaj
    nikolaos nikolas nikolaus nikolay nikos nils ninian nino niraj nishant nissim nitin nixon njal nnamdi noah
    noam noel nolan norbert norman norris northrop norton norval norwood noël nuno obadiah obed oberon octave
    octavio octavius odd odell odin odysseus ofer ogden oisin olaf olajide olav ole oleg oleksandr oleksiy olin
    oliver olivier oliviero olof olu olumide omar omari omer omid onur oren orestes orhan orin orion orlando
    orlin orrin orson orville osama osbert osborn osborne oscar osgood oskar osman osmond ossian ossie oswald
    oswaldo othman otis ottavio ottmar otto ousmane ove owen oz ozzie ozzy paavo pablo paddy palmer panagiotis
    pancho pankaj panos paolino paolo parviz pascal pascoe pasquale patrice patricio patrick patryk paul pauli
    paulin paulo paulus pavel pavlo pawel paweł paxton peder pedram pedro peer pekka pepe per perceval percival
    percy peregrine perrin perry perseus perttu petar pete peter petr petro petros petrus petteri phelan phil
    philemon philip philipp philippe phillip phineas pier pierce pierluigi piero pierre pierrick piers piet
    pieter pietro pinchas pio piotr pius placido pradeep pranav prasad prashant pratik praveen prem prentice
    preston primo priyank prosper pyotr qasim quade quentin quincy quintin quinton raanan rabin radek radomir
    radoslav raf rafa rafael rafe raffaele raghav raghu rahim rahman rahul raiden raif raimo raimund rainer raj
    rajan rajat rajeev rajendra rajesh rajiv rajnish rakesh ralf ralph ramesh rami ramin ramiro ramon ramsay
    ramsey ranbir randal randall randolf randolph randy raoul raphael raphaël rashad rasheed rashid rasmus raul
    ravi ravindra ray rayan raylan raymon raymond raymundo raynard recep reece reed reggie reginald reginaldo
    regis reid reidar reijo reinaldo reiner reinhard reinhold reinier remi remy renaldo renato renaud renault
    renzo rené reto reuben reuven rex rey reynaldo reynold reza rhett rhodri rhys rian ric ricardo richard
    richie richmond rick rickey rickie ricky rico ridley rigoberto riku ringo rishi ritchie roald roar rob robb
    robbie robby robert roberto robi rocco rocky rod roderick rodger rodney rodolfo rodolphe rodric rodrick
    rodrigo roel roelof rogelio roger rohan rohit roland rolando rolf rolland rollie rollo romain roman romano
    romeo romesh romulo ron ronald ronan ronen ronnie ronny roope roosevelt rory roscoe roshan ross roswell
    rowland roy royce roydon rube ruben rubin rudi rudiger rudolf rudolfo rudolph rudy rudyard rufus rui rune
    rupert rurik russell rusty rutger rutherford ruud ryan ryder rylan régis rémi saad saahil saajid sachin
    sadiq saeed sahil saif sajid sal salah saleem saleh salim salman salvador salvatore sam sameer sami samir
    sammy sampson samson samu samuel samy sander sandor sandro sanford sanjay sanjeev sanjit santiago santino
    santo santos santosh saqib sarath sargent satish satoshi saul sava saverio savvas sawyer saxon scot scott
    scottie seamus sean sebastian sebastiano sebastien sefton segun selim selwyn semyon senan seppo serafin
    serdar serge sergei sergej sergey sergi sergio serhii serhiy seth seumas severin seymour seán shadi shafiq
    shahid shahram shakil shamus shane shaquille sharif shashi shaun shaw shawn shayne sheldon shelton shem
    sheridan sherman sherwin sherwood shigeru shimon shin shinzo shiva shlomo shmuel shon shyam sid siddharth
    sidney siegfried sigmund sigurd silas silvan silvano silvester silvio simen simeon simon sinclair sindre
    sipho sixto sjoerd slade slava slavko slobodan sly snorri sol solomon soren spencer spike spiro spiros
    spyros srinivas staffan stafford stan stanford stanislas stanislaus stanislav stanislaw stanko stanley
    stanton stas stavros steen stef stefan stefano stefanos steffen steinar stellan stephan stephane stephanos
    stephen stephon sterling stevan steve steven stevo stew stewart stig stijn strahan stu stuart stéphane
    subhash sudhir sufyan suleiman suleman sulieman sumit sunil suraj suresh sushil svein sven svend syed
    sylvain sylvan sylvester szymon sébastien søren tad tadashi tadeo tadeusz tadhg taha tahir taj takashi
    takeshi talal talbot tamas tamir tancredi tanguy tanner tapani tapio tarek tariq taro tarun taufiq tavis
    tayeb ted teddy teemu tel tenzin teo teodor teodoro terence terje terrance terrell terrence terron terry
    teun teuvo thabo thad thaddeus thane thanh thanos theo theodor theodore theodoros theophilus theron thibault
    thibaut thierry thijs thom thomas thor thorbjorn thore thorsten thorvald tiago tibor tierno tiger tilman tim
    timo timofey timon timoteo timothy tino tito titus tobias tobie tobin toby todd todor togo tolga tom tomas
    tomasz tomislav tommaso tommy tomoki tomás tony torben tord tore torey torin tormod torsten toru toshi
    toshiro trausti travers travis tre tremaine trent trenton trevon trevor trey tristan tristram troy truman
    tuan tucker tuomas tycho tyler tyrese tyron tyrone tyson udo ugo ugur ulf ulises ulric ulrich ulysses umar
    umberto umesh uri uriah uriel urs usama usman uwe uzair vaclav vadim valdemar valentin valeri valerian
    valerio valeriy vance vasco vasil vasile vasili vasily vassilis vaughan vaughn veikko venkat vere verlin
    vern verne vernon vic vicente victor vidal vidar vidkun vigo vijay vikas vikram vikrant viktor vilhelm viljo
    ville vinay vince vincent vincenzo vinnie vinny vinod vipin virgil virgilio vishal vishnu vital vitali
    vitalik vitaly vito vitor vittorio vivek vlad vladimir vladimír vladislav vojtech volker volodya volodymyr
    vyacheslav václav wade wadim wael waldemar waldo waleed walid wallace wally walt walter walther walton
    warner warren warrick wasim wayland waylon wayne webster wei weldon wenceslas wendel wendelin wendell werner
    wes wesley weston wilbert wilbur wiley wilford wilfred wilfredo wilfrid wilfried wilhelm wilkie will willard
    willem willi william willie willis willy wilmer wilton wim windsor winfield winfried winslow winston
    winthrop witold wojciech wolfgang wolfram woodrow woody wout wyatt wyn wyndham xander xavi xavier xerxes xi
    yaacov yaakov yacoub yadin yahya yair yakov yale yanick yanis yann yannick yannis yaron yaroslav yaser yash
    yasin yasser yasuo yehuda yevgeny yiannis yigal yildirim yisrael yitzchak yitzhak yngve yohan yorick yosef
    yoshi younes youri yousef youssef yunus yuri yuriy yury yusef yusuf yvan yves yvon zac zacarias zaccheus
    zach zachariah zacharias zacharie zachary zack zafar zahid zaid zain zakaria zaki zander zane zayd zbigniew
    zdenek zeb zebulon zeke zeljko zeno zenon zev ziad ziggy ziv zlatan zoltan zoltán zoran zubair zvi édouard
    émile étienne łukasz""")
