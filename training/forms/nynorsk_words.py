"""The nynorsk words that no rule inflects rightly."""

from __future__ import annotations

# Verbs that no rule gives: present, past, supine, participle mf/n/pl, imperative.
STRONG = """
be: ber bad bede beden bede bedne be
bere: ber bar bore boren bore borne ber
bety: betyr betydde betydd betydd betydd betydde bety
binde: bind batt bunde bunden bunde bundne bind
bite: bit beit bite biten bite bitne bit
bli: blir blei/vart blitt bliven blitt blivne bli
bringe: bringar brakte brakt brakt brakt brakte bring
bryte: bryt braut brote broten brote brotne bryt
by: byr baud bode boden bode bodne by
dele: deler delte delt delt delt delte del
dra: dreg drog drege dregen drege dregne dra
drive: driv dreiv drive driven drive drivne driv
eie: eig åtte ått ått ått åtte eig
eige: eig åtte ått ått ått åtte eig
ete: et åt ete eten ete etne et
falle: fell fall falle fallen falle falne fall
fare: fer fór fare faren fare farne far
finne: finn fann funne funnen funne funne finn
finnast: finst/finnast fanst funnest - - - finst
fly: flyr flaug floge flogen floge flogne fly
forstå: forstår forstod forstått forstått forstått forståtte forstå
få: får fekk fått - - - få
føye: føyer føyde føyd føyd føyd føyde føy
ga: gar gadde gadd - - - ga
gi: gir gav gitt gitt gitt gitte gi
gje: gir/gjev gav gitt/gjeve gitt gitt gitte gje/gjev
gjelde: gjeld gjaldt gjelde - - - gjeld
gjere: gjer gjorde gjort gjord gjort gjorde gjer
gli: glir gleid glide gliden glide glidne gli
gripe: grip greip gripe gripen gripe gripne grip
gå: går gjekk gått gått gått gåtte gå
ha: har hadde hatt - - - ha
halde: held heldt halde halden halde haldne hald
hjelpe: hjelper hjelpte hjelpt hjelpt hjelpt hjelpte hjelp
hogge: høgg hogg hogge hoggen hogge hogne hogg
kome: kjem kom kome komen kome komne kom
komme: kjem kom kome komen kome komne kom
kunne: kan kunne kunna - - - -
la: lèt let late laten late latne la
late: lèt let late laten late latne lat
le: ler lo ledd - - - le
leggje: legg la lagt lagd lagt lagde legg
legge: legg la lagt lagd lagt lagde legg
leie: leier leidde leidd/leitt leidd leidd leidde lei
lese: les las lese lesen lese lesne les
li: lid leid lide - - - li
ligge: ligg låg lege - - - ligg
liggje: ligg låg lege - - - ligg
lide: lid leid lide liden lide lidne lid
lyde: lyder lydde lydd - - - lyd
løyse: løyser løyste løyst løyst løyst løyste løys
måtte: må måtte måtta - - - -
nyte: nyt naut note noten note notne nyt
rekkje: rekk rakk rokke rokken rokke rokne rekk
rå: rår rådde rådd rådd rådd rådde rå
ri: rid reid ride - - - ri
rive: riv reiv rive riven rive rivne riv
sale: sel selde selt seld selt selde sel
se: ser såg sett sett sett sette sjå
sitte: sit sat sete - - - sit
sitje: sit sat sete - - - sit
sjå: ser såg sett sedd sett sedde sjå
skilje: skil skilde skilt skild skilt skilde skil
skje: skjer skjedde skjedd - - - skje
skrive: skriv skreiv skrive skriven skrive skrivne skriv
skulle: skal skulle skulla - - - -
skyte: skyt skaut skote skoten skote skotne skyt
sleppe: slepp slapp sleppe sleppt sleppt sleppte slepp
slå: slår slo slått slått slått slåtte slå
smøre: smør smurde smurt smurd smurt smurde smør
sove: søv sov sove - - - sov
spørje: spør spurde spurt spurd spurt spurde spør
stele: stel stal stole stolen stole stolne stel
stige: stig steig stige stigen stige stigne stig
stå: står stod stått - - - stå
strekkje: strekkjer strekte strekt strekt strekt strekte strekk
strekke: strekk strekte strekt strekt strekt strekte strekk
syne: syner synte synt synt synt synte syn
sitere: siterer siterte sitert sitert sitert siterte siter
seie: seier sa sagt sagd sagt sagde sei
si: seier sa sagt sagd sagt sagde sei
selje: sel selde selt seld selt selde sel
setje: set sette sett sett sett sette set
sette: set sette sett sett sett sette set
ta: tek/tar tok teke/tatt teken teke tekne ta
take: tek tok teke teken teke tekne tak
telje: tel talde talt tald talt talde tel
telle: tel talde talt tald talt talde tel
tillate: tillèt tillét tillate tillaten tillate tillatne tillat
tre: trer tredde tredd tredd tredd tredde tre
treffe: treff traff treft treft treft trefte treff
trenge: treng trong/trengte trunge/trengt - - - treng
trengje: treng trong/trengte trunge/trengt - - - treng
tvinge: tvingar tvinga tvinga tvinga tvinga tvinga tving
tykkje: tykkjer tykte tykt - - - tykk
vekse: veks voks vakse vaksen vakse vaksne veks
velje: vel valde valt vald valt valde vel
velge: vel valde valt vald valt valde vel
vere: er var vore - - - ver
verte: vert vart vorte vorten vorte vortne vert
vike: vik veik vike viken vike vikne vik
ville: vil ville villa - - - -
vinne: vinn vann vunne vunnen vunne vunne vinn
vise: viser viste vist vist vist viste vis
vite: veit visste visst - - - vit
vri: vrir vridde vridd vridd vridd vridde vri
åtvare: åtvarar åtvara åtvara åtvara åtvara åtvara åtvar
""".strip()


# Verbs with past tense in -te or -de; other weak verbs have -a.
E_VERBS = frozenset(
    """
    begynne knyte
    ønskje behøve arbeide beskytte bruke byggje bygge byte døme drøye erklære erte feste fylle
    følgje følge føre forme gløyme gøyme heite henge høre høyre kjenne kjøpe kjøre køyre
    kreve krevje leve leige lene lære løye løyse lyse låne meine melde mene merke måle
    møte nemne nytte nå prøve peike reise reke rekne ringje ringe rope rydde røyne sende
    senke sikte skape skjønne skuve slite smake sperre spele spise styre støyte støtte
    syne sørgje søkje søke tene tenkje tenke tole trekkje trekke trykkje trykke tryggje
    tyde tilføre tilhøyre tilstrebe tøyle utarbeide utvide vende verke vise være vege øyde
    øve fullføre utføre innføre oppføre overføre hevde innebere skaffe svekkje svekke
    styrkje styrke hindre auke bøte gjete ete lempe tilføye begrense beskrive utnemne
    løfte bistå bete byrge rekkje dekkje dekke vekkje vekke merkje erkjenne tilkjenne
    avgrense avvike lide kle bebyggje framheve oppheve heve utøve røyve løyve avkrevje
    leggje skylde forskyve opplyse utlyse avlyse tilvise avvise tilbakevise framvise
    påpeike innkalle kalle tilkalle avtale betale tale fortale utbetale innbetale forhøye
    innleie utleie stille tilstille innstille framstille bestille forestille likestille
    ferdigstille henstille medføre gjennomføre ansvarleggjere tilsyne overskyte utstyre
    avføre orsake
    """.split()
)


A_VERBS = frozenset(  # they end like a word of E_VERBS, or like a strong verb, and go otherwise
    """
    betre rekne auke hindre støtte løfte hevde nytte avgrense begrense merke feste rydde rope
    peike skaffe forme smake samtale omtale avtale innkalle tilkalle kalle påpeike løyve
    skape styrke svekke tryggje orsake         vente
    sikte lempe bete byrge     behandle tilpasse passe   avslutte
    slutte beslutte tilsette     tale rette
    """.split()
)


# Nouns whose gender or forms no ending tells; m, f or n.
GENDERS = {
    "m": """
    adgang alder ansvarsperson avgift avstand avtale bank beskjed bistand bruk bruker
    brukar dato del dialog dispensasjon døgn eigar ektefelle etat faktor familie feil fot
    frist føresetnad føresett grad grunn gjest gong hensikt innsats innverknad instans
    innbyggjar jobb kommune kontrakt kopi kostnad kvalitet lek leiar last lokalitet
    lærar mangel marknad mann måned månad måte møteplass nabo natur orden part pasient
    periode person plan plass post prat praksis prosess prosent rapport region regel rett
    risiko ressurs sektor situasjon skade skatt skule slutt stad stab stand standard start
    status strategi stønad søknad tanke tilstand tilgang time ting trend type utveg
    veg verknad vilje innbyggar ven kode pris sum sal kveld morgon tur hund båt bil by
    tilsett forelder innspurt kø kapasitet dugnad bustad lønad skilnad omkostnad fagmann
    rådmann formann kjernemann lunsj frokost rabatt buss barnehage bakgrunn åtgang
    overgang inngang gang utgang samanheng
    """,
    "f": """
    klage støtte
    avgjerd avgjersle behandling bot bok bygd dør elv endring eining evne forskrift gruppe
    handsaming hand hending hjelp hytte helse helsing innsikt jente kjelde klasse kraft
    kvinne liste lov makt melding mengd mengde natt nemnd nytte ordning plikt rettleiing
    ramme rekkje rekning rolle sak seng side sone stilling sokn sorg teneste tid tru tomt
    uke utgift utstrekning uro utsikt veke verksemd øving åtferd oppgåve oppgave
    bestemming løysing lære årsak framtid fortid notid strand høgd jord leige løn lønn
    stove skuld smitte gate grense flate dekning setning åre vekt avdeling avhandling rute
    stund flid glede ulukke ulykke utfordring avvegning krise analyse avveging form norm
    gjeld skam kyrkje hjartesak tilvising bistandsplikt innstilling utreiing
    """,
    "n": """
    lys ansvar ansvarsområde antal arbeid avslag avvik barn behov bevis besøk blad brev bud
    budsjett bygg dokument døme eige emne fag fall fellesskap forbod forhold forslag
    føremål gebyr gode grunnlag hol hus høve initiativ innhald innkjøp innspel innlegg
    inntrykk krav kurs kjøp kort land lag liv lån lokale løfte løyve medlem mål møte namn
    nivå område omsyn omfang opphald oppdrag oppslag opplegg ord orgel program problem
    prosjekt punkt pålegg råd register resultat råderom samarbeid samband samtykke senter
    skjema skriv spørsmål steg svar syn system tak tal tema tiltak tilbod tilhøve tilfelle
    tilskot tilsyn tidspunkt tidsrom tre tap trekk utval utkast utstyr uttrykk utfall
    utbyte vatn val vedlegg vedtak vegval vern verk verktøy vilkår vêr verv økonomikontor
    år årsverk ønske barnevern ettersyn grunnfag overslag anslag skifte rom feste merke
    formål kjenneteikn teikn bilete
    """,
}


# Nouns that are inflected in a way of their own: definite, plural, definite plural.
NOUNS = """
rett: retten rettar rettane
regel: regelen reglar reglane
mangel: mangelen manglar manglane
artikkel: artikkelen artiklar artiklane
forelder: forelderen foreldre foreldra
mann: mannen menn mennene
bok: boka bøker bøkene
bot: bota bøter bøtene
hand: handa hender hendene
natt: natta netter nettene
kraft: krafta krefter kreftene
følgje: følgja følgjer følgjene
tilfelle: tilfellet tilfelle tilfella
tre: treet tre trea
år: året år åra
barn: barnet barn barna
ven: venen vener venene
senter: senteret senter sentera
museum: museet museum musea
sak: saka saker sakene
ting: tingen ting tinga
person: personen personar personane
organ: organet organ organa
kommune: kommunen kommunar kommunane
familie: familien familiar familiane
plan: planen planar planane
time: timen timar timane
stad: staden stader stadene
gong: gongen gonger gongene
grad: graden grader gradene
månad: månaden månader månadene
middel: middelet middel midla
rom: rommet rom romma
program: programmet program programma
faktum: faktumet fakta fakta
syster: systera systrer systrene
måned: måneden måneder månedene
tilsett: tilsette tilsette tilsette
søknad: søknaden søknader søknadene
kostnad: kostnaden kostnader kostnadene
feil: feilen feil feila
sko: skoen sko skoa
risiko: risikoen risikoar risikoane
konto: kontoen kontoar kontoane
ansvar: ansvaret - -
hjelp: hjelpa - -
arbeid: arbeidet arbeid arbeida
evne: evna evner evnene
høve: høvet høve høva
""".strip()


ADJECTIVES = """
open: ope opne opnare opnast opnaste
eigen: eige eigne - - -
god: godt gode betre best beste
god nok: godt nok gode nok - - -
liten: lite små mindre minst minste
stor: stort store større størst største
gammal: gammalt gamle eldre eldst eldste
full: fullt fulle fullare fullast fullaste
lett: lett lette lettare lettast lettaste
bra: bra bra betre best beste
ung: ungt unge yngre yngst yngste
mange: mange mange fleire flest fleste
ny: nytt nye nyare nyast nyaste
fri: fritt frie friare friast friaste
lang: langt lange lengre lengst lengste
tung: tungt tunge tyngre tyngst tyngste
få: få få færre færrast færraste
nær: nært nære nærare nærast næraste
rett: rett rette rettare rettast rettaste
lik: likt like likare likast likaste
klar: klart klare klarare klarast klaraste
tilgjengeleg: tilgjengeleg tilgjengelege - - -
gratis: gratis gratis - - -
denne: dette desse - - -
vår: vårt våre - - -
ingen: inkje ingen - - -
""".strip()


UNINFLECTED = frozenset(
    """
    av på i til med om for frå ved og eller som at det den ei ein eit dei seg å under over
    etter mot mellom innan utan innanfor utanfor same slik no då så òg også ikkje berre
    når kva kven korleis kor dersom fordi sidan medan mykje meir mest nok ut inn opp ned
    fram bort attende tilbake heim her der alle alt anna andre begge nokon noko både han
    ho vi oss du deg dykk dess desto enn vel gjennom ifølgje takk saman
    """.split()
)
