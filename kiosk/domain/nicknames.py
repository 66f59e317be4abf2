"""First names that one person uses for another: English and Spanish, in the form in which names are compared.

A line is one name's family: the full name with its spellings, then what its bearers are called. A short name stands in
each family it belongs to. A name that people are christened with on its own (Lisa, Nancy, Elsa) stands in no family of
a longer one: sisters may well be an Elizabeth and a Lisa. The last lines hold names that are one letter from another
name, so that a Jayden is not taken for a mistyped Hayden.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Final

_FAMILIES: Final = """
abigail abby abbie gail
abraham abram abe
adelaide adela addie della
agustin agus tincho
albert alberto al bert bertie beto
alejandra alexandra alex ale sandra sandy lexi sasha jandra
alejandro alexander alexandre alex ale xander zander alec sandy sasha jandro
alfonso alphonse alfonse poncho fonso al
alfred alfredo al fred freddy alf fredo
alicia licha ali
amanda mandy manda
amelia amalia millie mia melia
ana anita
andrea andy drea andreita
andrew andres andy drew
angela angie angelita
angelica angie
ana anna ann anne annie nan
anthony antony tony ant
antonia tonia toni tona
antonio tony tono antonito
armando mando
arthur arturo art artie arturito turo
augustine augustin gus augie
barbara barb barbie babs
bartholomew bartolome bart
beatrice beatriz beatrix bea bee betty trixie
benjamin ben benny benji benja benjie
bernard bernardo bernie nardo
bernadette bernie detta
bradley brad
brandon branden
brendan brendon
caroline carolina carolyn carrie caro lina
carlos charlie carlitos charly carlito
cassandra cassie cass sandra
catalina cata lina
catherine katherine katharine kathryn catharine cathryn kathrine kate katie kathy cathy kat kay kitty katy
cecilia cecelia cecily ceci cissy cece celia
charles charlie chuck charley chas chaz
charlotte charlie lottie lotte char
christian cristian chris cris
christina cristina christine kristina kristine chris tina christy chrissy kris cris
christopher kristopher cristopher chris topher kit kris
clemente clement clem mente
concepcion concha conchita
consuelo chelo connie
constance connie
cynthia cindy cyndi
daniel dan danny dani danilo
daniela daniella danielle dani
david dave davey davy davi
deborah debra debora deb debbie debby
delores dolores lola lolita dolly dee
diego dieguito
dominic domingo dominick dom nick mingo
donald don donny donnie
dorothy dorothea dot dottie dolly dora
douglas doug
edgar ed eddie
edmund edmundo ed eddie ned mundo
eduardo edward ed eddie ted teddy ned lalo edu
edwin ed eddie ned win
eleanor elinor elena ellie nell nelly nora
elizabeth elisabeth eliza liz lizzie beth betsy betty bess bessie libby lizbeth elsie lisbeth liza
emilia emily em emmy mili millie
enrique henry kike quique hank harry
ernest ernesto ernie neto
esperanza espe lancha
esteban stephen steven stefan steve stevie
estefania stephanie stefanie steph stef stephie fani
eugene eugenio gene geno
evangelina evangeline eva evie angie lina vangie
federico frederick fredrick frederic fred freddie freddy rick fede lico
felicia fay licia
felipe philip phillip phil pip pipe
fernando nando ferdinand fer ferdie
fernanda fer nanda
florence flor flo florencia flossie
frances francesca francisca fran frannie paca panchita pancha cisca frankie
francis francisco frank frankie paco pancho kiko curro cisco fran quico
franklin frank frankie
gabriel gabe gabo gabi
gabriela gabriella gabrielle gaby gabi gabby brielle ella
genevieve genoveva gen ginny eve veva
geoffrey jeffrey jeffery jeff geoff
george jorge georgie coque
gerald gerardo gerard gerry jerry lalo gera
gertrude gertrudis trudy gertie tula
gilbert gilberto gil bert beto
graciela grace chela gracie
gregory gregorio greg gregg goyo
guadalupe lupe lupita pita
guillermo william will bill billy willie willy liam memo guille willi
gustavo gus tavo
harold harry hal
harriet hattie hatty
heather heth
helen helena ellen elena nell nellie lena
heriberto herbert herb herbie beto
herminia mina hermi
hortensia tencha
humberto hubert beto hugh bert
ignacio nacho iggy nachito
imelda mela
irene rena renie
isaac ike zac
isabel isabella isabelle isobel izzy bella isa chabela belle chabe
isidro chilo isidoro
israel izzy
jackson jack jax
jacob jake jakob coby
jacqueline jackie jacquelyn jaqueline jacky
jaime jimmy jaimito
james jim jimmy jamie jimmie jem
janet jan
janice jan
jasmine jazmin yasmin jaz jazzy
javier xavier javi xavi
jennifer jenifer jen jenny jennie
jeremiah jeremias jerry jem
jeremy jeremie jerry jem
jerome jeronimo jerry chombo
jessica jesica jess jessie jessi yesica
jesus chuy chucho jesse
joan joanie joni
joanna johanna joanne joann jo
joaquin quino joaco
john johnny jack jon johnnie
jonathan johnathan jonathon jon jonny nathan
jordan jordy jordi
jose pepe joe chepe joselito pepito
josefa josefina josephine jo josie pepa fina chepa chepina josy
joseph joe joey jos jody
joshua josh josue
juan juanito juancho
juana juanita
judith judy judi jude
julia julie jules juli
julian jules juli
juliana julianna jules juli
justin justino
karina kari
karla carla carlita karlita
katrina kat trina
kenneth ken kenny
kimberly kimberley kim kimmy
kristen kristin kirsten kirstin kris kristi
lawrence laurence lorenzo larry lars lencho loren
laura laurie lori laurita lau
lauren laurie lori ren
leonard leonardo leo len lenny leon
leticia lety leti letty ticia
lillian lilian liliana lily lilly lil lili
linda lindy
lorraine lorena lori rainey
louis luis lou louie lucho lew lewis lucito
louise luisa lou lulu luisita
lourdes lulu lula
lucas luke lukas
lucia lucy lucille lucita chia lucila
madeline madeleine madelyn magdalena maddie maddy lena magda malena
manuel manny manolo manu emmanuel emanuel lolo meno
manuela manola nela lela manu
marcos marcus marc mark marco
margaret margarita margret marguerite maggie meg peg peggy marge margie rita greta daisy mago madge
maria mary mari mariquita maruca
mariana mari nana
maribel mari
maricela maricel mari chela
martha marta marti martita mattie
martin marty tin
mary molly polly mamie mae
mateo matthew mathew matt matty teo
matilda mathilda mattie tilda tilly
maurice mauricio mo maury mau
maximilian maximiliano maximo max maxi maxie
mercedes meche merche mercy
michael micheal mike mikey mick mickey miky
michelle michele shelly shell micki
miguel mike migue miguelito
mildred millie milly
miriam mimi mitzi
mitchell mitch
mohammed muhammad mohamed mohammad muhammed mohamad mo
moses moises moe moy
nathaniel nathanael natanael nathan nate nat
nicholas nicolas nickolas nick nicky nico nic klaus
nicole nicola nicky nikki niki nico
norman norm
octavio tavo
oliver olly ollie
olivia liv livvy livia
oscar ozzie
osvaldo oswald oswaldo ozzie valdo
pablo paul pablito pauly
pamela pam pammy
patricia pat patty patsy tricia trish pati paty
patrick patricio pat paddy rick pato
paulina pauline polly pau lina
pedro peter pete perico pedrito
penelope penny nell
priscilla prisca cilla cissy
rachel raquel rachael rae shelly kela
rafael raphael rafa rafe ralph rafi
ramon raymond raymundo ray moncho mundo
randall randolph randy rand
rebecca rebeca rebekah becky becca reba bekah
refugio cuca cuco
reginald reg reggie reynaldo rey
regina gina reggie
ricardo richard rick ricky dick rich richie cardo ritchie
robert roberto rob bob bobby robbie beto robby bert robin
roberta bobbie berta robbie
rodolfo rudolph rudy fito rodo rolfo
rodrigo roderick rod rodney roddy rigo
rodney rod
rogelio roger rod rogers roge rojelio
roland rolando rollie orlando rolly lando
ronald ronaldo ron ronnie ronny
rosa rose rosita rosie
rosario charo chayo
rosalia rosalie chalia rosie lia
russell russ rusty
ruben reuben rube
salvador sal chava chavo salva
samantha sam sammy mantha
samuel sam sammy
santiago santi chago yago tiago
santos santi
sarah sara sally sadie
sebastian seb seba bastian
sergio checo
sofia sophia sophie sofi fia
socorro coco coyo
solomon salomon sol solly
susan susana susanna suzanne susannah sue susie suzy susi suzie
sylvester silvestre sly vester
sylvia silvia syl chivis
tabitha tabby
tamara tammy tam tami
teresa theresa therese tess terry tessa tere teresita tracy reese
terrence terence terrance terry
theodore teodoro ted teddy theo teo doro
thomas tomas tom tommy thom tomy
timothy timoteo tim timmy
tobias toby tobi
tomasa tommie
trinidad trini
valentina val vale
valeria valerie val vale
vanessa nessa vane
veronica vero roni ronnie
vicente vincent vince vinny vin chente
victor vic vick
victoria vicky tori vicki vick toria
virginia ginny ginger gina vicky
vivian viviana viv vivi
walter walt wally gualterio
wesley wes
winifred winnie freddie
yolanda yoli yola
zachary zachariah zacarias zach zack zac
adrian adrien
adriana adrianna adrienne
aidan aiden ayden
alexa
alexis
ariana arianna
ashley ashlee ashleigh
aubrey
audrey
braden brayden
bria brianna briana breanna
brian bryan
bruno
caden kaden kayden
camila camilla
camilo
caleb
carmela
carmen
darren darin
denise
dennis
eric erik
erica erika
erin
hailey haley hayley
hayden
jaden jayden jaiden
jaylen jalen
karen caren
kayla
kaylee kayleigh
kelly kelli
kevin
kelvin
layla leila
marie
mariah
marina
mario
marion
marlon
martina
megan meghan
melvin
paula
renata
rowan
ryan
sandro
tiana
tina
travis
trevor
"""

_families: dict[str, set[int]] = defaultdict(set)
for _number, _line in enumerate(_FAMILIES.split("\n")):
    for _name in _line.split():
        _families[_name].add(_number)

_OF: Final = {name: frozenset(numbers) for name, numbers in _families.items()}


def is_listed(name: str) -> bool:
    """Whether a name is in the table: an established name, hardly another one mistyped.

    Args:
        name: as ``fold_name`` makes it.
    """
    return name in _OF


def are_one(one: str, other: str) -> bool:
    """Whether one of two folded names is listed as a form of the other."""
    return not _OF.get(one, frozenset()).isdisjoint(_OF.get(other, frozenset()))
