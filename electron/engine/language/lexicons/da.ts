// Danish, as people type it to their agents: du, plain orders, passives in -s, also with ae, oe and aa.
import type { Lexicon } from '../lexicon.ts';
import { phrases } from '../phrases.ts';

export const da: Lexicon = {
  code: 'da',
  script: 'Latin',
  spaces: true,
  stemmer: 'danish',
  endings: [],
  functionWords:
    'en et den det de dem og eller men uden samt at som om når naar da imens mens fordi derfor så saa for trods skønt skoent hverken både baade enten hvis jeg mig dig du han hun ham hende vi os jer sig sin sit sine min mit mine din dit dine vores vor vort jeres hans hendes deres dens dets denne dette disse nogen noget nogle ingen intet alle alt hele hver hvert enhver ethvert selv anden andet andre samme sådan saadan sådant sådanne i af på paa til fra med mod hos ved efter før foer over under gennem igennem mellem blandt omkring inden ifølge ifoelge via per siden desuden udover bortset er var været vaeret være vaere bliver blev blevet blive har havde haft have kan kunne kunnet skal skulle skullet vil ville villet må maa måtte maatte bør boer burde får faar fik fået faaet få faa behøver behoever plejer findes gør goer gjorde gøre goere gjort går gaar gik gå gaa gået ikke ej jo nok bare kun også ogsaa endda allerede endnu altid aldrig ofte nogle igen nu her der hen hvad hvem hvilken hvilket hvilke hvis hvor hvordan hvorfor derfra herfra meget mere mest mindre mindst lidt lille mange flere ret helt ganske måske maaske næsten naesten cirka præcis praecis dog derimod altså altsaa ellers alligevel ja nej nå okay tak hej gerne lige op ned ud ind hjem frem bort brug bruge bruger skriv husk jeres hvornår hvornaar herefter dermed derefter hinanden imod uanset lad lade siger sige godt ligesom indtil hvorvidt eftersom selvom idet',
  emptyWords:
    'fru ting sag sager måde maade måder gang gange tilfælde tilfaelde sted steder del resten stykke masse tak venligst undskyld beklager okay hej fint godt god dårligt rigtigt rigtig forkert korrekt klart sikkert selvfølgelig selvfoelgelig igen altid aldrig fremover herefter generelt normalt som-regel brug brugt bruge bruger bruges tag tage tager tog taget gør gøre gjort sæt saet sætte sætter sat stil stille læg laeg lægge lægger lagt giv give giver givet kom komme kommer kommet gå går hold holde holder holdt lad lade lader få får fik behøve vil ville kan lide elsker foretræk foretrækker foretrække hellere helst husk huske husker glem glemme glemmer glemt ved vide vidste tro tror tænk tænke tænker synes sige siger sig sagde sagt skrive skriver skrev skrevet se ser set kig kigge kigger vis vise prøv prøve prøver forsøg find finde finder hedder kalder kaldes være blive bliver skift skifte skifter skiftet flyt flyttet flyttede erstat erstattet stop stoppe stoppet droppet undgå undgaa ny nyt nye seneste besluttet besluttede aftalt påmindelse regel regler regl note bemærk tilbage væk direkte eneste',
  cues: {
    always: phrases(`
      altid|altdi|hver gang|hver eneste gang|hver evig eneste gang|som standard|som udgangspunkt|som default
      pr. default|by default|som regel|som hovedregel|generelt|generelt set|normalt|sædvanligvis|som sædvanlig
      som altid|konsekvent|systematisk|overalt|uden undtagelse|undtagelsesløst|i alle tilfælde
      i ethvert tilfælde|til enhver tid|hele tiden|når som helst|hver eneste|uanset hvad|en gang for alle
      reglen er|regel:|tommelfingerregel|fast regel|husregel|gælder altid|gælder for alle|altid og alle vegne
      ^alle|^hver|^hvert|^al|^samtlige|hver ... skal|hvert ... skal|alle ... skal|alle ... må|hver ... må
      ved hver|ved ethvert|enhver ... skal|ethvert ... skal
    `),
    never: phrases(`
      aldrig|aldri|aldrig nogensinde|aldrig mere|aldrig igen|aldrig i livet|under ingen omstændigheder
      på ingen måde|i intet tilfælde|ikke under nogen omstændigheder|absolut ikke|overhovedet ikke
      ikke nogensinde|ikke en eneste gang|på intet tidspunkt|nul gange|for guds skyld ikke|ingen steder
      for alt i verden ikke
    `),
    fromNowOn: phrases(`
      fra nu af|fra og med nu|fra nu|fra i dag|fra og med i dag|fra dags dato|fremover|fremadrettet
      i fremtiden|for fremtiden|herefter|fra og med i morgen|fra i morgen|fra og med|næste gang|til næste gang
      ved næste|en anden gang|frem over|fra denne uge|fra nytår|og fremover|nu og fremover|efter i dag
      hvad angår fremtidige|i fremtidige|alle fremtidige
    `),
    remember: phrases(`
      husk|husk at|husk nu|^husk|huske at|skal huske|du skal huske|glem ikke|glem nu ikke|glem aldrig
      må ikke glemme|ikke glemme|hav i tankerne|hav in mente|in mente|tænk på at|vær opmærksom på|vær obs på
      obs|obs:|bemærk|bemærk at|notér|noter|notér dig|noter dig|skriv det ned|skriv ned at|skriv dig bag øret
      skriv bag øret|læg mærke til|gem det her|gem i hukommelsen|lær det udenad|til orientering|til info
      til din info|til din information|bare så du ved|så du ved|så du ved det|bare så du ved det|du skal vide
      du bør vide|værd at vide|godt at vide|en påmindelse|påmindelse:|minder om at|jeg minder om
      til senere brug|for en god ordens skyld|for god ordens skyld|til protokollen|fyi|nb|nb:|vigtigt:|ps
    `),
    must: phrases(`
      skal|skal altid|skal have|skal være|skal ligge|skal stå|skal med|må ikke|må kun|må gerne|bør|burde
      skulle|er nødt til|nødt til|nødvendigt|nødvendig|er påkrævet|påkrævet|kræver|kræves|krav|er et krav
      obligatorisk|obligatoriske|er obligatorisk|tvungen|forventes|forventes at|hører til|hører hjemme
      hører under|lægges i|placeres i|sættes i|skrives|skrives på|skrives med|navngives|gemmes i|gemmes under
      har at|er meningen at|meningen at|behøver en|skal bruges|skal bruge|får højst|ufravigelig|ufravigeligt
      afleveres|leveres med|begynder med|slutter med|skal til|skal i
    `),
    prefer: phrases(`
      foretrækker|foretrække|foretrak|hellere|helst|allerhelst|jeg kan lide|jeg kan godt lide|kan godt lide
      kan ikke lide|jeg kan ikke lide|bryder mig ikke om|jeg bryder mig|elsker|jeg elsker|hader|jeg hader
      ikke fordrage|kan ikke udstå|gider ikke have|gider ikke se|jeg vil hellere|vil hellere|vil helst
      jeg vil gerne have|jeg vil have|vil ikke have|jeg ønsker|ønsker ikke|jeg synes bedst|synes bedst om
      bedst om|er bedre med|passer mig bedst|passer mig bedre|nemmere for mig|lettere for mig|min smag
      min præference|jeg er til|er ikke til|er ikke vild med|vild med|holder af|jeg holder mest af
      sætter pris på
    `),
    custom: phrases(`
      vi bruger|vi bruger ikke|vi bruger kun|bruger vi|vi skriver|skriver vi|vi kalder|kalder vi|vi kører
      kører vi|kører vi ikke|vi har|har vi|vi gør|gør vi|vi gør ikke|vi tager|tager vi|vi sender|sender vi
      vi lægger|lægger vi|vi gemmer|gemmer vi|vi holder|holder vi|vi arbejder|arbejder vi|vi tester
      vi deployer|vi bygger|vi følger|følger vi|vi siger|siger vi|vi bestiller|vi køber|vi plejer|plejer vi
      vi laver|laver vi|jeg bruger|jeg bruger kun|jeg bruger altid|jeg skriver|hos os|her hos os|her i huset
      i huset|på kontoret|på værkstedet|i butikken|i klinikken|vores regel|vores stil|vores standard
      vores konvention|vores politik|vores praksis|er praksis|fast praksis|kutyme|skik og brug|i dette projekt
      i det her projekt|i projektet|i dette repo|i det her repo|i vores|standarden er|politikken er
      konventionen er|aftalen er|er aftalt|har aftalt|vi har aftalt|aftalt|vi besluttede|vi har besluttet
      besluttet|beslutning:|er blevet enige|vi er enige|jeg har besluttet|i teamet|på holdet|i foreningen
      i firmaet
    `),
    forbid: phrases(`
      må ikke|må du ikke|må aldrig|lad være med|lad vær|lad være|lad værre|ikke bruge|brug ikke|brug aldrig
      gør ikke|skriv ikke|rør ikke|ikke røre|ikke mere|ikke flere|ingen ... tak|ikke ... tak|nej til|undgå
      undgå at|undlad|undlad at|stop med|hold op med|drop|forbudt|ikke tilladt|er ikke tilladt|bandlyst
      ulovligt|fingrene fra|hold fingrene|nallerne væk|^ingen|^ikke|^aldrig|^undgå|^drop|^stop|uden|skal ikke
      skal aldrig|bør ikke|vil ikke have|vil ikke se|nul|slut med|færdig med at|ikke nødvendigt|spar mig for
      spar os for|, ingen|og ingen|og ikke noget|^intet|intet med|afhold dig
    `),
    please: phrases(`
      venligst|vær venlig|vær sød|vær rar|vil du ikke godt|vil du være sød|må jeg bede|jeg beder dig|sørg for
      ^sørg for|sikr dig|^brug|^skriv|^hold|^hold dig til|hold dig til|^kald|^navngiv|^læg|^sæt|^svar|^spørg
      ^afrund|^rund|^sortér|^sorter|^commit|^vent|^tjek altid|^kør|^angiv|^start|^begynd|^slut|^afslut|^vælg
      ^tag|^behold|^citer|^formater|^send|^gem|^stav|^nævn|^oplys|kan du altid|kunne du altid|du skal
      jeg forventer|jeg vil bede dig|please|pls|, tak$|tak på forhånd
    `),
    only: phrases(`
      kun|udelukkende|præcis|nøjagtig|undtagen|undtagelse|undtagelser|bortset fra|medmindre|med mindre|højst
      maks|maksimalt|mindst|minimum|ikke mere end|ikke flere end|ikke andet|intet andet|og ikke andet|punktum
      basta|strengt|alene|ingen undtagelser|højest|ikke over
    `),
    instead: phrases(`
      i stedet for|istedet for|i stedet|istedet|frem for|fremfor|snarere end|hellere end|, ikke|og ikke
      men ikke|ikke ... men|- ikke|til fordel for|modsat|ikke ..., brug
    `),
    again: phrases(`
      tilbage til|tilbage hos|tilbage på
      igen|igen igen|nu igen|som altid|som sagt|som jeg sagde|som jeg har sagt|jeg sagde jo|jeg sagde
      jeg har sagt|jeg har allerede sagt|har jeg sagt|sagde jeg|har jo sagt|hvor mange gange|hvor tit
      hvor ofte skal|endnu en gang|endnu engang|en gang til|for tredje gang|for fjerde gang|for # gang
      for gud ved hvilken|gang på gang|stadig ikke|stadigvæk|hver gang jeg|bliver ved med|du bliver ved
      jeg bliver ved|samme fejl|samme som sidst|som sidst|som før|som nævnt|som aftalt|som du ved
      hvorfor bliver du ved|atter
    `),
    wrong: phrases(`
      ^nej|^næ|^niks|^forkert|^ikke helt|^stop|^hov|^hey|det er forkert|det er galt|er forkert|det passer ikke
      passer ikke|det er ikke rigtigt|ikke rigtigt|ikke korrekt|ikke det jeg|det var ikke|du glemte
      du har glemt|har du glemt|du mangler|du brugte|du har brugt|du skrev|du har skrevet|du satte|du lavede
      du har lavet|du ændrede|du har ændret|du ødelagde|din fejl|for langt|for lang|for kort|for mange
      for meget|alt for|skulle have været|fortryd det|rul det tilbage|jeg bad om|jeg bad ikke om
      hvorfor har du|forkert igen|helt ved siden af|galt igen|så er den gal igen
    `),
    repair: phrases(`
      jeg måtte|måtte jeg|jeg har måttet|har måttet|måtte selv|jeg var nødt til|var nødt til|i hånden|manuelt
      jeg rettede|har selv rettet|jeg har rettet|rettede selv|selv rette|rettet ... tilbage
      jeg ændrede ... tilbage|jeg satte ... tilbage|jeg flyttede ... tilbage|skiftede ... tilbage
      lavet om igen|lave om|rydde op efter|ryddede op|jeg fjernede|fjernede ... igen|selv gøre det
      endte med at
    `),
    change: phrases(`
      nu|nutildags|nu om dage|ikke længere|ikke mere|ikke ... mere|er flyttet|flyttet til|flyttet fra|flyttede
      er skiftet|skiftet til|skiftede|vi skiftede|er gået over til|gået over til|gik over til|er gået væk fra
      migreret|migrerede|opgraderet|opgraderede|nedgraderet|erstattet|erstattede|ændret til|er ændret
      er omdøbt|omdøbt|hedder nu|er nu|fra og med|siden sidste|siden mandag|siden i mandags|plejede at
      før i tiden|tidligere|vi droppede|har droppet|er droppet|opgivet|gået tilbage til|tilbage til|den nye
      det nye|ny adresse|nyt nummer|holdt op med|er stoppet|virkede ikke|opdatering:|rettelse:|er steget
      er faldet|sat op til|sat ned til|har fået|ny chef|er blevet|træder i kraft|nedlagt|er lukket
      hæves til|sænkes til|stiger til|falder til|går op til|går ned til|forlænges til|er hævet til
    `),
    state: phrases(`
      er|ligger|ligger i|ligger på|står i|står på|kører på|kører i|kører|går til|går ud|går gennem|kommer fra
      bor|bor i|hedder|betyder|står for|koster|tager|varer|begynder|starter|slutter|åbner|lukker|hører til
      ejer|godkender|bruger|har|gælder|findes|svarer til|sidder i|arbejder med|passer|består af|indeholder
      udløber|skyldes
    `),
    question: phrases(`
      ^hvad|^hvorfor|^hvordan|^hvornår|^hvor|^hvem|^hvilken|^hvilket|^hvilke|^hvis er|^er der|^er det|^er den
      ^er vi|^er du|^kan vi|^kan jeg|^kan man|^må vi|^må jeg|^skal vi|^skal jeg|^bør vi|^har du|^har vi
      ^har jeg|^ved du|^findes der|^gør|^virker|^mon|mon ikke|nogen idé om|nogen ide om|^hvordan kan
      hvordan gør jeg|hvordan gør man|er det muligt|jeg undrer mig
    `),
    hypothesis: phrases(`
      hvad hvis|^hvis vi|^hvis jeg|^hvis du var|hvis nu|hvis vi nu|hvis vi engang|måske|muligvis|eventuelt|evt
      kunne være|vi kunne|man kunne|kunne vi|det kunne|tænk hvis|forestil dig|antag|antag at|lad os sige
      lad os antage|sæt nu|teoretisk|i teorien|hypotetisk|en dag|engang i fremtiden|på et tidspunkt|på sigt
      måske en dag|bare en tanke|bare en idé|bare en ide|tænker højt|tænker bare højt|jeg overvejer|overvejer
      vi overvejer|brainstorm*|for eksempel|^fx|forslag:|hvorfor ikke|ville være|ville have|jeg tror|tror jeg
      jeg gætter|ikke sikker|sandsynligvis|formentlig|skulle vi|gid|lege med tanken
    `),
    oneOff: phrases(`
      kun denne gang|kun den her gang|bare denne gang|bare den her gang|lige denne gang|lige den her gang
      denne ene gang|denne gang|den her gang|kun i dag|i dag|i aften|i morgen|i går|i eftermiddag|i formiddag
      i morges|i nat|lige nu|for nu|indtil videre|foreløbig|midlertidigt|midlertidig|for øjeblikket
      i øjeblikket|et øjeblik|om lidt|om # minutter|# minutter|# min|denne uge|den her uge|indtil fredag
      til på fredag|denne måned|i denne omgang|i denne besked|i denne fil|til denne opgave|for denne opgave
      til denne sag|i denne pr|i dette svar|i det her svar|for sjov|undtagelsesvis|en undtagelse
      for en gangs skyld|i dette tilfælde|i det her tilfælde|hurtigt hack|til demoen|til mødet|inden mødet
      før mødet|lige hurtigt|et sekund
    `),
    rolePlay: phrases(`
      lad som om|leg at|vi leger|lad os lege|rollespil|rolleleg|du er en|du er nu|^du er|forestil dig at du er
      spil rollen|spil en|agér som|ager som|opfør dig som|tal som|svar som|svar som en|skriv som en
      som om du var|i rollen som|dit navn er|du hedder|jeg er din|der var engang|i historien|i spillet
      i karakter|bliv i rollen
      du er @|du er nu @|du hedder @|du spiller @
    `),
    smallTalk: phrases(`
      tak|mange tak|tusind tak|tak skal du have|takker|hej|hejsa|godmorgen|god morgen|godaften|god aften
      godnat|god nat|farvel|hej hej|vi ses|ses|haha|hehe|lol|hvordan går det|hvordan har du det|flot
      flot arbejde|godt arbejde|godt gået|super|superfint|perfekt|fantastisk|fedt|sejt|lækkert|dejligt|genialt
      ser godt ud|det var så lidt|selv tak|vejret|kaffe|te|frokost|aftensmad|øl|weekend|ferie|træt|sulten|sjov
      vittighed|min kat|min hund|ungerne|børnene|tillykke|god weekend|undskyld|beklager|bare rolig
      ingen stress|tag dig god tid|pyt|glem det|det gør ikke noget|intet problem|jeg elsker dig|du er skøn
      hyggeligt|god dag|kan du have
    `),
    reported: phrases(`
      skriver at|skrev at|siger at|sagde at|påstår|hævder|mener at|ifølge|der står|der står i|står der
      stod der|i sagen står|i billetten står|i ticketen|i mailen|mailen|en mail fra|en kunde|kunden
      kunden siger|kunden skriver|kunden vil|en klient|klienten|en bruger|en kollega|kollegaen|chefen siger
      min chef|min kone siger|min mand siger|han sagde|hun sagde|de sagde|han siger|hun siger|de siger
      han skrev|hun skrev|nogen skrev|nogen sagde|nogen siger|jeg læste|jeg har læst|læste et sted|jeg så at
      jeg hørte|jeg har hørt|angiveligt|artiklen|blogindlæg|stack overflow|forummet|på nettet|leverandøren
      citat|citerer|loggen siger|fejlen siger|kommentaren|manualen siger|dokumentationen siger
      i dokumentationen står|readme|chatgpt|fik at vide|fortalte mig|indsat
    `),
    pointing: phrases(`
      den her|det her|de her|den der|det der|de der|denne her|her|derover|heroppe|hernede|ovenfor|nedenfor
      ovenover|nedenunder|linje #|linjerne #|række #|side #|udkast #|mulighed #|trin #|afsnit #|version # af
      den første|den anden|den tredje|den sidste|den næste|den øverste|den nederste|første linje|anden linje
      sidste afsnit|denne fil|den fil|filen her|denne funktion|funktionen|denne branch|den branch|denne pr
      pr'en|denne commit|testen|fejlen|ændringen|ændringerne|resten|de ændringer|denne del|det afsnit
      dette afsnit|af dem|det du skrev|det du lavede|som du skrev|tilbage til det|jeg mente|jeg mener|en til
      et til|fortsæt|bliv ved|videre|vent|som det er|sådan her|indtil nu|endnu|først|mulighed a|mulighed b
      variant a|variant b
    `),
    task: phrases(`
      ^tilføj|^ret|^fiks|^fix|^lav|^opret|^implementer|^implementér|^byg|^refaktorer|^omdøb|^fjern|^slet|^flyt
      ^opdater|^opdatér|^ændr|^skift|^vis|^vis mig|^forklar|^beskriv|^opsummer|^opsummér|^sammenfat|^gennemgå
      ^review|^kig på|^kig lige|^se på|^se lige|^tjek|^find|^søg|^list|^lav en liste|^åbn|^læs|^kør|^test
      ^debug|^undersøg|^sammenlign|^oversæt|^omskriv|^forkort|^push|^commit|^merge|^rebase|^rul|^deploy|^udgiv
      ^installer|^installér|^opgrader|^generer|^generér|^plot|^konverter|^udtræk|^opdel|^del|^saml|^forbered
      ^send|^giv|^giv mig|^fortæl|^hjælp|^prøv|^lad os|^fortsæt|^gå|^gør|^kan du|^kunne du|^vil du|^gider du
      ^jeg skal bruge|^jeg har brug for|^vi skal|^der er|^anvend|^log|^ryd|^erstat|^sæt op|^start|^færdiggør
      ^korrekturlæs|^bestil|^ring|^mail|^book|^beregn|^regn|^udregn|^tegn|^print|^hent|^upload|^download
      ^skriv en|^skriv et|^skriv til|^foreslå|^tæl|^klip|^skær|^mind mig
    `),
    self: phrases(`
      jeg er|jeg har|jeg havde|jeg var|jeg vil|jeg skal|jeg går|jeg kommer|jeg tager|jeg prøver|jeg prøvede
      jeg kørte|jeg fandt|jeg ser|jeg så|jeg fik|jeg har lige|jeg lavede|jeg tilføjede|jeg pushede|jeg mergede
      lad mig|giv mig|jeg sidder|jeg står|jeg skal lige|er tilbage|straks tilbage|jeg ved ikke
      jeg forstår ikke|jeg mangler|jeg leder efter
      mens jeg|indtil jeg|inden jeg
      jeg har altid villet|altid villet|altid drømt|jeg har altid drømt|jeg har altid troet
      altid troet|jeg har altid elsket|jeg har altid hadet|jeg skulle aldrig have|skulle aldrig have
      jeg troede aldrig|jeg har aldrig forstået|aldrig forstået|jeg har aldrig været|aldrig været
      jeg kommer aldrig til at forstå|altid bedst|altid de bedste|altid den bedste
      aldrig mere i mit liv|altid en fornøjelse
    `),
    guess: phrases(`
      det må være|må have været|må være en|burde virke|burde være nok|skulle gerne virke|burde være fint
      burde gå|det skulle gerne|ser ud til|lader til|det virker som om|virker som om|åbenbart|tilsyneladende
      vist nok|vistnok|jeg gætter på|jeg tror nok|aner det ikke|aner ikke|ingen anelse|ved ikke|ved det ikke
      tror ikke|kan ikke se|forstår ikke|virker ikke|fungerer ikke|fejler|fejlede|fejlet|crasher|crashede
      går ned|er i stykker|knækket|ødelagt|hænger
    `),
  },
  negatesNext: phrases(`
      ikke|ingen|intet|aldrig|uden|i stedet for|istedet for|frem for|fremfor|snarere end|hellere end|end|undgå
      undlad|stop med|hold op med|lad være med|drop|droppede|droppet|ikke længere|væk fra|flyttet fra
      flyttede fra|skiftet fra|skiftede fra|migreret fra|erstattede|erstatter|fra|opgav|forlod|slut med
      nej til|må ikke|ej|skiftede ... fra|flyttede ... fra
    `),
  negatesPrevious: phrases(`
      ikke længere|er slut|er væk|er død|er droppet|er nedlagt|er forbudt|er ikke tilladt|er fortid|er udgået
      er forældet|er stoppet|blev droppet|blev erstattet|er blevet erstattet|er afskaffet|virkede ikke
      duede ikke|holdt op|er ude|bruges ikke|bruges ikke mere|bruger vi ikke|bruger vi ikke mere|kører vi ikke
      kører vi ikke længere|bruger vi ikke længere|er gået på pension|er rejst|har sagt op|er lukket
      er historie
    er pensioneret|er pensionist|svigtede os|var for dyrt|var for dyr|var for dyre|blev for dyrt|blev for dyr
    var for langsom|var for langsomt|holdt ikke
    `),
  contrasts: ['men', 'dog'],
  endsNegation: phrases(`
      men|til|brug|med|nu|kun|i stedet|istedet|for|vi|venligst|og brug|hellere|tag|skriv
    mere end|flere end|mindre end|længere end|senere end|tidligere end|større end|før
    inden|indtil|medmindre|undtagen
    `),
  numbers: {
    nul: '0',
    en: '1',
    et: '1',
    to: '2',
    tre: '3',
    fire: '4',
    fem: '5',
    seks: '6',
    syv: '7',
    otte: '8',
    ni: '9',
    ti: '10',
    elleve: '11',
    tolv: '12',
    femten: '15',
    tyve: '20',
    tredive: '30',
    fyrre: '40',
    halvtreds: '50',
    tres: '60',
    halvfjerds: '70',
    firs: '80',
    halvfems: '90',
    hundrede: '100',
    tusind: '1000',
  },
  times:
    'mandag tirsdag onsdag torsdag fredag lørdag loerdag søndag soendag mandage tirsdage onsdage torsdage fredage lørdage søndage mandagen fredagen januar februar marts april maj juni juli august september oktober november december forår sommer efterår vinter morgen formiddag middag eftermiddag aften nat midnat',
  abbreviations:
    'bl.a fx f.eks dvs osv mv m.v m.m mfl m.fl ca kl nr tlf evt inkl ekskl ift iht jf vedr pga pr hhv dr hr fr st s pkt stk mio mia kr jan feb mar apr jun jul aug sep sept okt nov dec adr afd att',
  openWords: ['at dette'],
  openers: phrases(`
      det jeg sagde var
      nej|næ|nej nej|niks|forkert|forkert igen|igen|stop|hov|hey|ok|okay|ok så|så|og|men|også|åh|ah|hm|hmm|nå
      altså|rigtigt|venligst|ja|jo|jep|undskyld|beklager|for resten|forresten|i øvrigt|det er forkert
      ikke igen|endnu en gang|endnu engang|som sagt|som jeg sagde|jeg sagde jo|som altid|til info
      til orientering|bare så du ved|bare så du ved det|husk|husk nu|bemærk|obs|nb|hej|en ting til
      en sidste ting|faktisk|hør|hør her|se|seriøst|kom nu|ærligt talt|argh|tak
    `),
  frames: {
    errorFix: 'Når `{command}` fejler med “{error}”, så kør {fix} først.',
    workflow: '{task}: kør {steps}.',
    checks: 'Efter ændringer i {project}: kør {steps}.',
    begins: 'Arbejdet i {project} begynder med {steps}.',
    ends: 'Arbejdet i {project} slutter med {steps}.',
    branches: 'Grene i {project} hedder som {steps}.',
    commits: 'Commit-beskeder i {project} begynder som {steps}.',
    fails: '`{command}` fejler ofte i {project} med “{error}”: tjek det først.',
    stepFirst: 'Kør `{step}` før `{goal}`.',
    leaveOut: 'Kør `{goal}` uden `{option}`.',
    checkAfter: 'Kør `{step}` efter `{goal}`.',
    andThen: ', derefter ',
    repair: 'Det retter du hver gang i hånden: “{quote}”',
  },
};
