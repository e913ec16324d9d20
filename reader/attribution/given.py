"""Common given names by the gender they usually go with: a hint for pronouns, never for names."""

from __future__ import annotations

from reader.attribution.lexicon import words

__all__ = ["FEMALE", "MALE"]

FEMALE = words("""
    aaliyah abigail ada adele agnes aisha alexandra alice alicia alison amanda amara amelia amina amy ana anastasia
    andrea angela angelina anita ann anna anne annette annie antonia april ariana ashley astrid audrey aung ava
    barbara beatrice becky belinda bella beth betty beverly bianca brenda bridget brigitte britney brooke camila
    camilla carla carmen carol carole caroline carolyn carrie catherine cecilia celine charlene charlotte chelsea
    cheryl chloe christina christine cindy claire clara claudia colleen connie constance cristina crystal cynthia
    daisy dana daniela danielle dawn deborah debra denise diana diane dilma dolores donna dora doris dorothy edith
    eileen elaine eleanor elena eliza elizabeth ella ellen elsa emily emma erica erika erin esther eva eve evelyn
    faith fatima fiona florence frances francesca gabriela gail georgia geraldine gina giorgia gisele gladys glenda
    gloria grace greta gretchen gwen hannah harriet hatice heather heidi helen helena hillary hilary holly hope ida
    ines ingeborg ingrid irene iris irina isabel isabella isla ivana ivanka jacinda jackie jacqueline jane janet
    janice jasmine jean jeanette jeanne jenna jennifer jenny jessica jill jo joan joanna joanne jocelyn josephine
    joy joyce juanita judith judy julia juliana julie juliet june kamala karen karin karina kate katherine kathleen
    kathryn kathy katie katrina kay kayla keiko kelly kerry kim kimberly kirsten kirsty kristen kristin kylie latifa
    laura lauren laurie layla lea leah lena leona leslie leticia lillian lily linda lisa liz liza lois loretta lori
    lorraine louise lucia lucille lucy luisa lydia lynn madeleine madison magdalena malala manuela marcia margaret
    margarita maria mariam marian marie marilyn marina marion marissa marjorie marlene marta martha mary maryam
    matilda maureen maya megan meghan mei melania melanie melinda melissa mercedes meredith mia michelle mika
    mildred miranda miriam moira molly mona monica muriel myra nadia nadine nancy naomi natalia natalie natasha
    nicola nicole nikki nina noemi nora norma olga olivia paige pamela patricia paula pauline pearl peggy
    penelope penny phyllis polly priscilla priya rachel raisa ramona rebecca regina renee rhonda rita roberta robin
    rosa rosalind rose rosemary roxanne ruby ruth sabrina sally samantha sandra sara sarah scarlett selena serena
    shannon sharon sheila shelby sherry shirley sian silvia simone sofia sonia sophia sophie stacey stella stephanie
    sue susan susana suzanne svetlana sylvia tamara tammy tania tanya tara tatiana taylor teresa tessa thelma
    theresa therese tina tracy ursula valentina valerie vanessa vera veronica vicki victoria viola violet virginia
    vivian wanda wendy whitney yasmin yolanda yoko yulia yvette yvonne zainab zara zoe zsuzsanna""")
MALE = words("""
    aaron abbas abdul abdullah abel abraham adam adrian ahmad ahmed aidan akira alan alastair albert alberto aldo
    alec alejandro aleksandr alessandro alex alexander alexei alexey alexis alfonso alfred ali alistair allan allen
    alvin amir anders andre andreas andrei andres andrew andriy andy angelo angus anthony antoine antonio antony
    archie ariel arjun arnold arthur arturo ashraf asif austin avi bashar barack barry bart basil ben benedict
    benjamin benny bernard bernie bill billy bob bobby boris boyd brad bradley brandon brendan brent brett brian
    bruce bruno bryan byron callum calvin cameron carl carlo carlos cecil cesar charles charlie chris christian
    christoph christophe christopher chuck clarence claude clayton clement cliff clifford clint clive colin colm
    connor conor conrad craig curtis cyril dale damian damien dan daniel danny dario darren daryl dave david dean
    dennis derek desmond dick diego dieter dmitri dmitry dominic don donald doug douglas duncan dustin dwayne dwight
    earl ed eddie edgar eduardo edward edwin eli elias elliot elliott elon emanuel emilio emmanuel enrique eric erik
    ernest ernesto ethan eugene evan evo fabio felipe felix ferdinand fernando fidel floyd francesco francis
    francisco franco francois frank franklin fred freddie frederick friedrich gabriel gareth garry gary gavin gene
    geoff geoffrey george gerald gerard gerardo gerry gilbert giovanni giuseppe glen glenn gordon graeme graham
    grant greg gregory guillermo gunther gus gustavo guy hamid hans harold harry harvey hassan hector heinrich henri
    henrik henry herbert herman hiroshi howard hubert hugh hugo hussein ian ibrahim igor imran isaac ismail ivan
    jack jackson jacob jacques jaime jair jake jakob jamal james jamie jan jared jarrod jason jasper javier jay jeff
    jeffrey jeremy jerome jerry jesse jesus jim jimmy joachim joao joe joel johan johannes john johnny jon jonas
    jonathan jordan jorge jose joseph josh joshua juan jules julian julio jun jurgen justin kamal karim karl keith
    ken kenji kenneth kevin khaled kieran kirk klaus kofi konstantin kurt kyle lance larry lars laurence laurent
    lawrence lee leo leon leonard leonardo leonid leroy leslie lewis liam lionel lloyd logan lorenzo louis luca
    lucas luigi luis luiz lukas luke magnus mahmoud malcolm manuel marc marcel marcelo marco marcus mario mark
    markus marshall martin marvin mateus mathew matt matteo matthew matthias maurice max maxim maxime mehmet mel
    michael michel miguel mikael mike mikhail milan milo milos mitch mitchell mitt moammar mohamed mohammad mohammed
    morgan morris moses muhammad murray mustafa narendra nasser nathan nathaniel neil nelson niall nicholas nick
    nicolas nigel nikita nikola nikolai noah noel norman oleg oliver olivier omar orlando oscar osama otto owen
    pablo paolo patrick paul pavel pedro per percy perry pete peter petr petro phil philip philippe phillip pierre
    piers piotr pradeep quentin rafael rahul raj rajesh ralph ramon randall randy raul ravi ray raymond recep
    reginald reinhard renato rex ricardo richard rick ricky rob robert roberto rodney rodrigo roger roland roman
    romano ron ronald ronnie rory ross roy ruben rudolf rudy rupert russell ryan sadiq sajid salman salvador
    salvatore sam samir samuel santiago sanjay scott sean sebastian serge sergei sergey sergio seth shane shaun
    shinzo sidney silvio simon solomon stan stanislav stanley stefan stephen steve steven stewart stuart sunil syed
    ted terence terry theo theodore thierry thomas tim timothy tobias toby todd tom tommy tony travis
    trevor troy tyler umar uri valentin vernon viktor victor vince vincent vincenzo vitaly vladimir volodymyr
    wallace walter warren wayne wei werner wesley wilfred wilhelm will william willie winston wolfgang xavier xi
    yasser yevgeny yitzhak yuri yury yusuf zachary zoran""")
