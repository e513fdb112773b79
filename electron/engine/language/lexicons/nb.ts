// Norwegian as it is written in bokmål, with the commonest words of nynorsk: du, plain orders, also with ae, oe and aa.
import type { Lexicon } from '../lexicon.ts';
import { phrases } from '../phrases.ts';

export const nb: Lexicon = {
  code: 'nb',
  script: 'Latin',
  spaces: true,
  stemmer: 'norwegian',
  endings: [],
  functionWords:
    'en ei et ein eit den det de dem og eller men uten samt at å som om når naar da mens fordi derfor så saa for til tross verken både baade enten hvis dersom jeg meg deg du han hun ham henne vi oss dere dykk seg sin sitt sine si min mitt mine mi din ditt dine di vår vårt våre hans hennes deres denne dette disse noen noe nokon noko ingen ingenting intet alle alt hele hver hvert enhver ethvert selv annen annet andre samme slik slike sånn sånt sånne i av på paa fra med mot hos ved etter før foer over under gjennom mellom blant rundt innen ifølge ifoelge via per siden dessuden dessuten utenom er var vært vaert være vaere blir ble blitt bli har hadde hatt ha kan kunne kunnet skal skulle vil ville må maa måtte maatte bør boer burde får faar fikk fått faatt få faa trenger trengs pleier finnes gjør gjoer gjorde gjøre gjoere gjort går gaar gikk gå gaa gått ikke ikkje ei jo nok bare kun også ogsaa ennå enda allerede alltid aldri ofte igjen nå naa nu her der hit dit hva kva hvem hvilken hvilket hvilke hvor kvar hvordan korleis hvorfor kvifor derfra herfra mye meir mer mest mindre minst litt liten mange flere ganske helt kanskje nesten omtrent nøyaktig noeyaktig akkurat dog derimot altså altsaa ellers likevel ja nei jaja okei takk hei gjerne opp ned ut inn hjem fram frem bort bruk bruke bruker skriv husk når herfra deretter dermed hverandre imot uansett la sier si liksom inntil selvom ettersom eg dei vere vera frå då berre skulle istedenfor istedet',
  emptyWords:
    'herr fru ting sak saker måte måter maate gang ganger tilfelle tilfeller sted steder del resten bit masse takk vennligst unnskyld beklager okei ok hei fint bra god godt dårlig riktig feil galt korrekt klart sikkert selvfølgelig igjen alltid aldri fremover framover heretter generelt normalt vanligvis bruk brukt bruke bruker brukes ta tar tok tatt gjør gjøre gjort sett sette setter satt still legg legge legger lagt gi gir gitt kom komme kommer kommet gå går hold holde holder holdt la lar få får fikk trenge vil ville liker likte elsker foretrekk foretrekker foretrekke heller helst husk huske husker glem glemme glemmer glemt vet vite visste tro tror tenk tenke tenker synes syns si sier sa sagt skrive skriver skrev skrevet se ser sett kikk titt vis vise viser prøv prøve prøver forsøk finn finne finner heter kalles kaller være bli blir bytt bytte bytter byttet flytt flyttet erstatt erstattet slutt slutte sluttet droppet unngå ny nytt nye siste bestemt bestemte avtalt påminnelse regel regler notat merk tilbake bort vekk direkte eneste',
  cues: {
    always: phrases(`
      alltid|altid|bestandig|hver gang|hver eneste gang|hver bidige gang|som standard|som utgangspunkt
      som default|by default|som regel|som hovedregel|generelt|generelt sett|normalt|vanligvis|som vanlig
      som alltid|konsekvent|systematisk|overalt|uten unntak|unntaksløst|i alle tilfeller|til enhver tid
      hele tiden|når som helst|hver eneste|uansett hva|uansett|en gang for alle|regelen er|regel:
      tommelfingerregel|fast regel|husregel|gjelder alltid|gjelder for alle|^alle|^hver|^hvert|^all|^samtlige
      hver ... skal|hvert ... skal|alle ... skal|alle ... må|hver ... må|hvert ... må|ved hver|ved ethvert
      enhver ... skal|kvar gong
    `),
    never: phrases(`
      aldri|aldrig|aldri noensinne|aldri mer|aldri igjen|aldri i livet|under ingen omstendighet
      under ingen omstendigheter|på ingen måte|i intet tilfelle|ikke under noen omstendighet|absolutt ikke
      overhodet ikke|ikke noen gang|ikke én eneste gang|ikke en eneste gang|for guds skyld ikke|ingen steder
      for all del ikke|for alt i verden ikke|ikke tale om
    `),
    fromNowOn: phrases(`
      fra nå av|fra og med nå|fra nå|fra no av|fra i dag|fra og med i dag|fra dags dato|fremover|framover
      heretter|i fremtiden|i framtiden|for fremtiden|for framtiden|fra og med i morgen|fra i morgen|fra og med
      f.o.m|neste gang|til neste gang|ved neste|en annen gang|fra denne uka|fra denne uken|fra nyttår
      og fremover|og framover|nå og fremover|i fremtidige|alle fremtidige|etter i dag
    `),
    remember: phrases(`
      husk|husk at|husk på|husk nå|^husk|^hugs|huske at|må huske|må du huske|du må huske|ikke glem|ikkje gløym
      glem ikke|glem aldri|må ikke glemme|ikke glemme|ha i bakhodet|ha i mente|ha det i bakhodet|tenk på at
      vær oppmerksom på|vær obs på|obs|obs:|merk|merk at|merk deg|merk deg at|noter|noter at|noter deg
      skriv ned at|skriv det ned|skriv deg bak øret|legg merke til|lagre dette|lagre i minnet|til orientering
      til info|til din info|til informasjon|til din informasjon|bare så du vet|bare så du vet det|så du vet
      så du vet det|du bør vite|du må vite|verdt å vite|greit å vite|kjekt å vite|en påminnelse|påminnelse:
      minner om at|jeg minner om|til senere bruk|for ordens skyld|for protokollen|fyi|nb|nb:|viktig:|ps
    `),
    must: phrases(`
      skal|skal alltid|skal ha|skal være|skal ligge|skal stå|skal med|må|må ha|må være|må alltid|må ikke
      får bare|får ikke|bør|burde|skulle|er nødt til|nødt til|nødvendig|er påkrevd|påkrevd|krever|kreves|krav
      er et krav|obligatorisk|obligatoriske|tvungen|forventes|forventes å|hører til|hører hjemme|hører under
      legges i|plasseres i|settes i|skrives|skrives på|skrives med|navngis|lagres i|lagres under|er ment å
      meningen at|trenger en|trenger et|ufravikelig|leveres|begynner med|slutter med|skal til|skal i
    `),
    prefer: phrases(`
      foretrekker|foretrekke|foretrakk|heller|helst|aller helst|jeg liker|liker jeg|liker ikke|jeg liker ikke
      liker best|liker bedre|misliker|elsker|jeg elsker|hater|jeg hater|tåler ikke|orker ikke|gidder ikke
      jeg vil heller|vil heller|vil helst|jeg vil gjerne ha|jeg vil ha|vil ikke ha|jeg ønsker|ønsker ikke
      synes best|best om|passer meg best|passer meg bedre|enklere for meg|lettere for meg|min smak
      min preferanse|er ikke glad i|glad i|ikke fan av|setter pris på|trives best med
    `),
    custom: phrases(`
      vi bruker|vi bruker ikke|vi bruker bare|vi bruker kun|bruker vi|vi skriver|skriver vi|vi kaller
      kaller vi|vi kjører|kjører vi|vi har|har vi|vi gjør|gjør vi|vi gjør ikke|vi tar|tar vi|vi sender
      sender vi|vi legger|legger vi|vi lagrer|lagrer vi|vi holder|holder vi|vi jobber|jobber vi|vi tester
      vi deployer|vi bygger|vi følger|følger vi|vi sier|sier vi|vi bestiller|vi kjøper|vi pleier|pleier vi
      vi lager|lager vi|jeg bruker|jeg bruker bare|jeg bruker alltid|jeg skriver|hos oss|her hos oss
      her i huset|her på bruket|på kontoret|på verkstedet|i butikken|på klinikken|vår regel|vår stil
      vår standard|vår konvensjon|vår policy|vår praksis|er praksis|fast praksis|kutyme|skikk og bruk
      i dette prosjektet|i prosjektet|i dette repoet|i vårt|i våre|standarden er|policyen er|konvensjonen er
      avtalen er|er avtalt|har avtalt|vi har avtalt|avtalt|vi bestemte|vi har bestemt|er bestemt|beslutning:
      besluttet|er blitt enige|vi er enige|jeg har bestemt|i teamet|på laget|i laget|i firmaet|i borettslaget
    `),
    forbid: phrases(`
      ikke bruk|bruk ikke|bruk aldri|ikke skriv|skriv ikke|ikke rør|rør ikke|ikke gjør|ikke legg|ikke ta
      ikke send|ikke slett|ikke endre|ikke push|må ikke|får ikke|skal ikke|skal aldri|bør ikke|ikke lov
      ikke mer|ikke flere|ingen ... takk|ikke ... takk|nei til|unngå|unngå å|la være|la være å|slutt å
      slutt med|hold opp med|kutt ut|dropp|forbudt|ikke tillatt|bannlyst|fingrene fra|fingrene av
      hold fingrene|^ingen|^ikke|^ikkje|^aldri|^unngå|^dropp|^stopp|^slutt|uten|vil ikke ha|vil ikke se|null
      ikke nødvendig|spar meg for|spar oss for|, ingen|og ingen|og ikke noe|^ingenting|avstå fra
    `),
    please: phrases(`
      vennligst|ver venleg|vær så snill|ver så snill|vær snill|er du snill|vær grei|kan du være så snill
      jeg ber deg|sørg for|^sørg for|pass på at|^pass på|^bruk|^skriv|^hold|^hold deg til|hold deg til|^kall
      ^navngi|^legg|^sett|^svar|^spør|^rund|^rund av|^sorter|^commit|^vent|^sjekk alltid|^kjør|^oppgi|^angi
      ^start|^begynn|^slutt med|^avslutt|^velg|^ta|^behold|^siter|^formater|^send|^lagre|^stav|^nevn
      kan du alltid|kunne du alltid|du skal|du må|jeg forventer|please|pls|, takk$|takk på forhånd
    `),
    only: phrases(`
      kun|bare|utelukkende|akkurat|nøyaktig|unntatt|unntak|bortsett fra|med mindre|høyst|maks|maksimalt|minst
      minimum|ikke mer enn|ikke flere enn|ikke noe annet|ingenting annet|og ikke noe annet|punktum|basta
      strengt|alene|ingen unntak|ikke over|eneste
    `),
    instead: phrases(`
      i stedet for|istedenfor|istedet for|i staden for|i stedet|istedet|fremfor|framfor|heller enn|snarere enn
      , ikke|og ikke|men ikke|ikke ... men|- ikke|til fordel for|ikke ..., bruk
    `),
    again: phrases(`
      tilbake til|tilbake hos|tilbake på
      igjen|nok en gang|enda en gang|en gang til|som alltid|som sagt|som jeg sa|som jeg har sagt|jeg sa jo
      jeg sa|jeg har sagt|jeg har allerede sagt|har jeg sagt|sa jeg|har jo sagt|hvor mange ganger
      hvor ofte skal|for tredje gang|for fjerde gang|for # gang|for gudene vet hvilken|gang på gang
      fortsatt ikke|fremdeles ikke|fortsatt|hver gang jeg|fortsetter du å|du fortsetter å|jeg må stadig
      samme feil|samme som sist|som sist|som før|som nevnt|som avtalt|som du vet|atter
    `),
    wrong: phrases(`
      ^nei|^næ|^niks|^feil|^galt|^ikke helt|^stopp|^hei du|^hallo|det er feil|det er galt|er feil|er galt
      det stemmer ikke|stemmer ikke|det er ikke riktig|ikke riktig|ikke korrekt|ikke det jeg|det var ikke
      du glemte|du har glemt|har du glemt|du mangler|du brukte|du har brukt|du skrev|du har skrevet|du satte
      du lagde|du laget|du har laget|du endret|du har endret|du ødela|din feil|for langt|for lang|for kort
      for mange|for mye|altfor|alt for|skulle vært|skulle ha vært|angre det|rull det tilbake|jeg ba om
      jeg ba ikke om|hvorfor har du|feil igjen|helt på jordet|bom
    `),
    repair: phrases(`
      jeg måtte|måtte jeg|har måttet|måtte selv|jeg var nødt til|var nødt til|for hånd|manuelt|jeg rettet
      rettet selv|jeg har rettet|har selv rettet|rette opp|rettet opp|endret ... tilbake|satte ... tilbake
      flyttet ... tilbake|byttet ... tilbake|bytte tilbake|gjøre om|rydde opp|ryddet opp|jeg fjernet
      fjernet ... igjen|selv gjøre det|endte med å|fikse selv|fikset selv
    `),
    change: phrases(`
      nå|nå for tiden|nåtildags|ikke lenger|ikkje lenger|ikke mer|ikke ... lenger|har flyttet|er flyttet
      flyttet til|flyttet fra|flyttet vi|har byttet|byttet til|byttet fra|vi byttet|har gått over til
      er gått over til|gått over til|gikk over til|gått bort fra|migrert|migrerte|oppgradert|oppgraderte
      nedgradert|erstattet|endret til|er endret|endra|er omdøpt|omdøpt|skiftet navn|heter nå|er nå|fra og med
      siden sist|siden mandag|pleide å|før i tiden|tidligere|vi droppet|har droppet|er droppet|gitt opp
      gått tilbake til|tilbake til|den nye|det nye|ny adresse|nytt nummer|sluttet med|har sluttet|er sluttet
      sluttet å|fungerte ikke|oppdatering:|rettelse:|har økt|har gått ned|satt opp til|satt ned til|har fått
      ny sjef|har blitt|er blitt|trer i kraft|nedlagt|er stengt
      heves til|økes til|senkes til|stiger til|synker til|går opp til|går ned til|forlenges til
    `),
    state: phrases(`
      er|ligger|ligger i|ligger på|står i|står på|kjører på|kjører|går til|går ut|går gjennom|kommer fra|bor
      bor i|heter|betyr|står for|koster|tar|varer|begynner|starter|slutter|åpner|stenger|hører til|eier
      godkjenner|bruker|har|gjelder|finnes|tilsvarer|sitter i|jobber med|består av|inneholder|utløper|skyldes
    `),
    question: phrases(`
      ^hva|^kva|^hvorfor|^kvifor|^hvordan|^korleis|^når|^hvor|^kor|^hvem|^kven|^hvilken|^hvilket|^hvilke
      ^åssen|^er det|^er den|^er vi|^er du|^er dette|^finnes det|^fins det|^kan vi|^kan jeg|^kan man|^må vi
      ^må jeg|^skal vi|^skal jeg|^bør vi|^har du|^har vi|^har jeg|^vet du|^veit du|^gjør|^funker|^virker|^mon
      noen idé om|noen ide om|noen anelse om|hvordan gjør jeg|er det mulig|jeg lurer på|lurer på
    `),
    hypothesis: phrases(`
      hva om|hva hvis|^hvis vi|^hvis jeg|^hvis du var|^om vi|hvis vi noen gang|kanskje|muligens|eventuelt|ev
      kunne vært|vi kunne|man kunne|kunne vi|det kunne|tenk om|tenk hvis|forestill deg|anta|anta at|la oss si
      la oss anta|sett at|teoretisk|i teorien|hypotetisk|en dag|en gang i framtida|på et tidspunkt|på sikt
      bare en tanke|bare en idé|bare en ide|tenker høyt|jeg vurderer|vurderer|vi vurderer|brainstorm*
      for eksempel|forslag:|hvorfor ikke|ville vært|ville ha|jeg tror|tror jeg|jeg tipper|tipper|ikke sikker
      sannsynligvis|antagelig|trolig|skulle vi|leker med tanken
    `),
    oneOff: phrases(`
      bare denne gangen|kun denne gangen|bare denne ene gangen|akkurat denne gangen|denne gangen|denne gang
      denne gongen|bare i dag|i dag|i kveld|i morgen|i går|i ettermiddag|i formiddag|i morges|i natt
      akkurat nå|for nå|inntil videre|foreløpig|midlertidig|for øyeblikket|i øyeblikket|et øyeblikk|om litt
      om # minutter|# minutter|# min|denne uken|denne uka|fram til fredag|til fredag|denne måneden
      i denne omgang|i denne meldingen|i denne fila|i denne filen|for denne oppgaven|til denne oppgaven
      i denne saken|i denne pr|i dette svaret|for moro skyld|unntaksvis|et unntak|for en gangs skyld
      i dette tilfellet|kjapt hack|til demoen|til møtet|før møtet|kjapt|et sekund
    `),
    rolePlay: phrases(`
      lat som|lat som om|late som|lek at|vi leker|la oss leke|rollespill|du er en|du er nå|^du er
      forestill deg at du er|tenk deg at du er|spill rollen|spill en|opptre som|oppfør deg som|snakk som
      svar som|svar som en|skriv som en|som om du var|i rollen som|navnet ditt er|du heter|jeg er din
      det var en gang|i historien|i spillet|i karakter|bli i rollen
      du er @|du er nå @|du heter @|du spiller @
    `),
    smallTalk: phrases(`
      takk|mange takk|tusen takk|takk skal du ha|hei|heisann|hallo|god morgen|godmorgen|god kveld|god natt
      natta|ha det|hade|ha det bra|vi ses|snakkes|haha|hehe|lol|hvordan går det|hvordan har du det|flott
      flott jobba|bra jobba|godt jobba|godt jobbet|bra jobbet|supert|kjempebra|perfekt|fantastisk|kult|rått
      digg|herlig|genialt|ser bra ut|bare hyggelig|været|kaffe|te|lunsj|middag|øl|helg|helga|ferie|trøtt
      sliten|sulten|morsom|vits|katten min|hunden min|ungene|gratulerer|god helg|unnskyld|beklager|slapp av
      ikke stress|ta deg god tid|glem det|gjør ikke noe|ikke noe problem|jeg elsker deg|du er best|koselig
      ha en fin
    `),
    reported: phrases(`
      skriver at|skrev at|sier at|sa at|påstår|hevder|mener at|ifølge|det står|det står i|står det|sto det
      i saken står|i tikketen|i saken|i eposten|i e-posten|eposten|e-posten|mailen|en mail fra|en kunde|kunden
      kunden sier|kunden skriver|kunden vil|en klient|klienten|en bruker|en kollega|kollegaen|sjefen sier
      sjefen min|kona sier|mannen min sier|han sa|hun sa|de sa|han sier|hun sier|de sier|han skrev|hun skrev
      noen skrev|noen sa|noen sier|jeg leste|jeg har lest|leste et sted|jeg så at|jeg hørte|jeg har hørt
      visstnok|artikkelen|blogginnlegg|stack overflow|forumet|på nettet|leverandøren|sitat|siterer|loggen sier
      feilen sier|kommentaren|manualen sier|dokumentasjonen sier|i dokumentasjonen|readme|chatgpt
      fikk beskjed om|fortalte meg|limt inn
    `),
    pointing: phrases(`
      denne her|dette her|den her|det her|den der|det der|de der|disse her|her|der borte|her oppe|her nede
      ovenfor|nedenfor|over her|under her|linje #|linjene #|rad #|side #|utkast #|alternativ #|steg #|trinn #
      avsnitt #|versjon # av|den første|den andre|den tredje|den siste|den neste|den øverste|den nederste
      første linje|siste avsnitt|denne fila|denne filen|den fila|denne funksjonen|funksjonen|denne branchen
      denne pr|denne committen|testen|feilen|endringen|endringene|resten|denne delen|dette avsnittet
      det avsnittet|av dem|det du skrev|det du lagde|det du laget|som du skrev|tilbake til det|jeg mente
      jeg mener|en til|ett til|et til|fortsett|videre|vent|som det er|sånn her|så langt|ennå|enda|først
      alternativ a|alternativ b|variant a|variant b
    `),
    task: phrases(`
      ^legg til|^legg inn|^rett|^fiks|^fix|^lag|^opprett|^implementer|^bygg|^refaktorer|^døp om|^gi nytt navn
      ^fjern|^slett|^flytt|^oppdater|^endre|^bytt|^vis|^vis meg|^forklar|^beskriv|^oppsummer|^gå gjennom
      ^se gjennom|^se på|^se over|^ta en titt|^kikk på|^sjekk|^finn|^finn ut|^søk|^list|^list opp|^åpne|^les
      ^kjør|^test|^feilsøk|^debug|^undersøk|^sammenlign|^oversett|^skriv om|^forkort|^kort ned|^push|^commit
      ^merge|^rebase|^rull|^deploy|^gi ut|^installer|^oppgrader|^generer|^plott|^konverter|^hent|^hent ut
      ^del opp|^del|^samle|^slå sammen|^forbered|^klargjør|^send|^gi|^gi meg|^fortell|^hjelp|^prøv|^la oss
      ^fortsett|^gå|^gjør|^kan du|^kunne du|^vil du|^gidder du|^jeg trenger|^vi må|^vi skal|^det er en
      ^bruk denne|^logg|^rydd|^erstatt|^sett opp|^start|^fullfør|^korrekturles|^bestill|^ring|^book|^regn
      ^regn ut|^beregn|^tegn|^skriv ut|^last|^last opp|^last ned|^skriv en|^skriv et|^skriv til|^foreslå|^tell
      ^klipp|^minn meg
    `),
    self: phrases(`
      jeg er|jeg har|jeg hadde|jeg var|jeg vil|jeg skal|jeg går|jeg kommer|jeg tar|jeg prøver|jeg prøvde
      jeg kjørte|jeg fant|jeg ser|jeg så|jeg fikk|jeg har nettopp|jeg lagde|jeg la til|jeg pusha|jeg pushet
      jeg merga|la meg|gi meg|jeg sitter|jeg står|jeg skal bare|er tilbake|straks tilbake|jeg vet ikke
      jeg skjønner ikke|jeg forstår ikke|jeg leter etter|eg er|eg har
      mens jeg|til jeg|før jeg
      jeg har alltid villet|alltid villet|alltid hatt lyst|alltid drømt|jeg har alltid drømt
      jeg har alltid trodd|alltid trodd|jeg har alltid elsket|jeg har alltid hatet|jeg burde aldri ha
      burde aldri ha|jeg trodde aldri|jeg har aldri forstått|aldri forstått|jeg har aldri vært
      aldri vært|jeg kommer aldri til å forstå|alltid best|alltid de beste|alltid den beste
      aldri mer i mitt liv|alltid en fornøyelse
    `),
    guess: phrases(`
      det må være|må ha vært|må være en|burde funke|burde fungere|burde holde|burde være nok|burde gå bra
      skal visst|det ser ut til|ser ut til|ser ut som|det virker som|virker som|tydeligvis|tilsynelatende
      visst|jeg tipper|jeg tror nok|aner ikke|ingen anelse|vet ikke|veit ikke|tror ikke|ser ikke|skjønner ikke
      forstår ikke|virker ikke|funker ikke|fungerer ikke|feiler|feilet|krasjer|krasjet|går ned|er ødelagt
      ødelagt|henger|kræsjer
    `),
  },
  negatesNext: phrases(`
      ikke|ikkje|ingen|ingenting|intet|aldri|uten|i stedet for|istedenfor|istedet for|fremfor|framfor
      heller enn|snarere enn|enn|unngå|slutt med|slutt å|hold opp med|la være å|kutt ut|dropp|droppet
      ikke lenger|bort fra|flyttet fra|byttet fra|migrert fra|erstattet|erstatter|fra|ga opp|forlot|nei til
      må ikke|flyttet ... fra|byttet ... fra
    `),
  negatesPrevious: phrases(`
      ikke lenger|er slutt|er borte|er død|er droppet|er nedlagt|er forbudt|er ikke lov|er ikke tillatt
      er fortid|er utgått|er utdatert|er stoppet|ble droppet|ble erstattet|er erstattet|har blitt erstattet
      er avskaffet|fungerte ikke|funket ikke|er ute|brukes ikke|brukes ikke lenger|bruker vi ikke
      bruker vi ikke lenger|kjører vi ikke|kjører vi ikke lenger|har gått av med pensjon|har sluttet
      er sluttet|har sagt opp|er stengt|er historie
    er pensjonert|er pensjonist|har pensjonert seg|sviktet oss|var for dyrt|var for dyr|var for dyre|ble for dyrt
    ble for dyr|var for treg|var for tregt|holdt ikke mål
    `),
  contrasts: ['men', 'dog'],
  endsNegation: phrases(`
      men|til|bruk|med|nå|bare|kun|i stedet|istedet|for|vi|vennligst|og bruk|heller|ta|skriv
    mer enn|flere enn|mindre enn|lenger enn|senere enn|tidligere enn|større enn|før
    innen|inntil|med mindre|unntatt
    `),
  numbers: {
    null: '0',
    en: '1',
    ett: '1',
    to: '2',
    tre: '3',
    fire: '4',
    fem: '5',
    seks: '6',
    sju: '7',
    syv: '7',
    åtte: '8',
    ni: '9',
    ti: '10',
    elleve: '11',
    tolv: '12',
    femten: '15',
    tjue: '20',
    tyve: '20',
    tretti: '30',
    førti: '40',
    femti: '50',
    seksti: '60',
    sytti: '70',
    åtti: '80',
    nitti: '90',
    hundre: '100',
    tusen: '1000',
  },
  times:
    'mandag tirsdag onsdag torsdag fredag lørdag loerdag søndag soendag mandager tirsdager onsdager torsdager fredager lørdager søndager mandagen fredagen laurdag sundag måndag januar februar mars april mai juni juli august september oktober november desember vår sommer høst vinter haust morgen formiddag middag ettermiddag kveld natt midnatt',
  abbreviations:
    'bl.a f.eks dvs osv mv m.m mfl m.fl ca kl nr tlf ev evt inkl ekskl ift iht jf vedr pga pr hhv dr hr fr st s pkt stk mill mrd kr jan feb mar apr jun jul aug sep sept okt nov des adr avd att',
  openWords: ['at dette'],
  openers: phrases(`
      det jeg sa var
      nei|næ|nei nei|niks|feil|feil igjen|igjen|stopp|hei du|hallo|ok|okei|ok så|så|og|men|også|åh|ah|hm|hmm
      nå|altså|riktig|vennligst|ja|jo|jepp|unnskyld|beklager|forresten|for øvrig|det er feil|ikke igjen
      nok en gang|enda en gang|som sagt|som jeg sa|jeg sa jo|som alltid|til info|til orientering
      bare så du vet|bare så du vet det|husk|husk nå|merk|obs|nb|hei|en ting til|en siste ting|faktisk|hør
      hør her|se|seriøst|kom igjen|ærlig talt|argh|takk
    `),
  frames: {
    errorFix: 'Når `{command}` feiler med “{error}”, kjør {fix} først.',
    workflow: '{task}: kjør {steps}.',
    checks: 'Etter endringer i {project}: kjør {steps}.',
    begins: 'Arbeidet i {project} begynner med {steps}.',
    ends: 'Arbeidet i {project} slutter med {steps}.',
    branches: 'Grener i {project} heter som {steps}.',
    commits: 'Commit-meldinger i {project} begynner som {steps}.',
    fails: '`{command}` feiler ofte i {project} med “{error}”: sjekk det først.',
    stepFirst: 'Kjør `{step}` før `{goal}`.',
    leaveOut: 'Kjør `{goal}` uten `{option}`.',
    checkAfter: 'Kjør `{step}` etter `{goal}`.',
    andThen: ', deretter ',
    repair: 'Dette retter du hver gang for hånd: “{quote}”',
  },
};
