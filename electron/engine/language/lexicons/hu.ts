// Hungarian, as people type it to their agents: tegezve and magázva, the verb's prefix before and behind, also without accents.
import type { Lexicon } from '../lexicon.ts';
import { phrases } from '../phrases.ts';

export const hu: Lexicon = {
  code: 'hu',
  script: 'Latin',
  spaces: true,
  stemmer: 'hungarian',
  endings: [],
  functionWords:
    'az egy és es meg is de hanem vagy hogy mert ha akkor mint mivel ezért ezert azért tehát tehat pedig azonban viszont bár noha amíg amig mielőtt mielott miután miutan ami amit aminek amely amelyik aki akik akit ahol ahova ahogy amikor én en te ő mi ti ők engem téged őt minket titeket őket nekem neked neki nekünk nekunk nektek nekik tőlem tőled tőle velem veled vele ez azt ezt ezek azok ezeket azokat ennek annak ebben abban ebből abból ezen azon erre arra erről arról ide oda itt ott innen onnan így igy úgy ugy ilyen olyan ennyi annyi nem ne sem se nincs nincsenek sincs van vannak volt voltak lesz lesznek lenne legyen legyenek kell kellene kéne kene lehet lehetne szabad tud tudod tudja fog fogja fogjuk szokott szoktunk már mar még meg csak mindig soha sosem sohasem most majd aztán aztan utána utana után utan előtt elott alatt fölött között kozott mellett mögött nélkül nelkul helyett szerint miatt felé által ellen iránt körül végett óta belül kívül kivul ki mit mi mikor hol hova hogyan miért miert melyik melyiket hány hany mennyi mekkora milyen kinek minden mindent mindenki mindenhol valami valaki valahol semmi semmit senki sehol bármi bármikor bármilyen bárki más mas másik masik többi tobbi ugyanaz ugyanez saját sajat maga magam magad össze fel le el be át vissza rá hozzá túl tul nagyon elég eleg kicsit sok sokat kevés több kevesebb inkább inkabb igen persze talán talan esetleg kérlek kerlek kérem kerem köszönöm szia jó rendben oké ezután azóta nálunk nalunk hozzád tőlünk legalább legfeljebb illetve valamint stb kb hiszen ugyanis ugye',
  emptyWords:
    'úr dolog dolgok cucc mód módon módja eset esetben alkalom alkalommal hely helyen rész maradék köszönöm koszonom köszi koszi kérlek kérem bocs bocsánat elnézés szia helló jó jól rossz rosszul helyes helytelen biztos biztosan persze megint újra mindig soha ezentúl általában normálisan használ használj hasznalj használd használunk használjuk hasznalunk használni vesz vegyél vett csinál csinálj csináld csináljuk tesz tegyél tedd tesszük rak rakd rakjuk ad adj add adott jön jött megy ment tart tartsd tartjuk hagy hagyd hagyjuk kap kapott akar akarok akarom szeretnék szeretném szeretem szeretek tetszik inkább emlékezz jegyezd felejtsd el tud tudom hisz hiszem gondol gondolom gondolkozz mond mondtam mondta mondd ír írj írjuk írd néz nézd lát mutat mutasd próbál próbáld keres találj hívjuk hívják nevezzük cserél cseréltük vált váltottunk költöztünk lecseréltük abbahagy hagyjuk kerüld új legújabb döntöttünk eldöntöttük megállapodtunk emlékeztető szabály szabályok megjegyzés vissza közvetlenül egyetlen',
  cues: {
    always: phrases(`
      mindig|mindíg|minden alkalommal|minden egyes|minden esetben|minden egyes alkalommal|valahányszor|alapból
      alapértelmezetten|alapértelmezésben|alapesetben|by default|szabály szerint|főszabály szerint|általában
      általánosságban|általánosan|rendszerint|rendszeresen|következetesen|normál esetben|szokás szerint
      mint mindig|mindenhol|mindenütt|kivétel nélkül|állandóan|folyamatosan|folyton|bármikor
      egyszer s mindenkorra|egyszer és mindenkorra|a szabály az|szabály:|ökölszabály|házirend
      mindenre vonatkozik|mindenkire vonatkozik|örök szabály|^minden|^mindegyik|^valamennyi|^összes|^az összes
      minden ... kell|mindegyik ... kell|minden ... legyen|az összes ... legyen|bármi történjék
    `),
    never: phrases(`
      soha|sose|sosem|sohasem|soha többet|soha többé|soha ne|sose ne|soha ... ne|semmi esetre|semmiképp
      semmiképpen|semmilyen körülmények|semmilyen körülmények között|semmi szín alatt|egyáltalán ne
      véletlenül se|véletlenül sem|egyszer sem|egyszer se|a világért se|az istenért se|eszedbe ne jusson
      nehogy|soha életben
    `),
    fromNowOn: phrases(`
      mostantól|mostantól kezdve|innentől|innentől kezdve|ezentúl|ezek után|a jövőben|jövőben|ezután|mától
      mától kezdve|holnaptól|hétfőtől|jövő héttől|legközelebb|következő alkalommal|a következő alkalommal
      legközelebbre|attól kezdve|a mai naptól|ettől kezdve|továbbiakban|a továbbiakban|jövő hónaptól|januártól
      jövőre|minden jövőbeli
    `),
    remember: phrases(`
      jegyezd meg|jegyezze meg|jegyezzétek meg|jegyezd fel|jegyezd fel hogy|jegyezd|emlékezz|emlékezz rá
      emlékezz arra|emlékezzen|tartsd észben|tartsd fejben|tartsd szem előtt|vésd az eszedbe|vésd eszedbe
      ne felejtsd|ne felejtsd el|el ne felejtsd|ne feledd|ne feledd el|ne felejtse|ne felejtsük
      nem szabad elfelejteni|írd fel|írd fel hogy|írd fel magadnak|vedd figyelembe|vedd tudomásul|figyelj rá
      figyelj arra|figyelj oda|ügyelj|ügyelj rá|mentsd el a memóriába|mentsd el|tanuld meg|tájékoztatásul
      csak hogy tudd|hogy tudd|csak tudd|jó ha tudod|tudnod kell|tudnod kell hogy|érdemes tudni|emlékeztető
      emlékeztető:|emlékeztetlek|emlékeztetőül|fontos:|megjegyzés:|nb|fyi|ui|későbbre|a rend kedvéért
    `),
    must: phrases(`
      kell|kell hogy|kell legyen|kell lennie|kellene|kéne|muszáj|kötelező|kötelezően|szükséges|szükséges hogy
      elvárás|elvárt|követelmény|legyen|legyenek|legyen benne|lehet csak|csak ... lehet|nem lehet|nem szabad
      szabad|tilos|ki kell|meg kell|be kell|el kell|fel kell|le kell|köteles|kerül|kerüljön|kerülnek|megy a
      mennek a|tartozik|oda való|oda kerül|írandó|kezdődik|végződik|szerepeljen|tartalmazza|tartalmaznia
      igényel|igényli|kellenek|feltétlenül|mindenképp|mindenképpen|okvetlenül|elengedhetetlen
    `),
    prefer: phrases(`
      inkább|inkabb|jobban szeretem|jobb szeretem|szeretem|szeretek|nem szeretem|nem szeretek|szeretném
      szeretném ha|szeretnék|jobban tetszik|nem tetszik|tetszik|imádom|utálom|utálok|gyűlölöm|ki nem állhatom
      nem bírom|idegesít|zavar|zavar ha|előnyben részesítem|előnyben részesítjük|legszívesebben|szívesebben
      azt akarom|azt szeretném|nem akarom|nem akarok|nem kérek|kérek|jobb nekem|nekem jobb|könnyebb nekem
      kényelmesebb|ízlésem|az ízlésem|kedvenc*|preferálom|preferálok|nekem bejön|nem jön be|hívem|híve vagyok
    `),
    custom: phrases(`
      használunk|használjuk|nem használunk|nem használjuk|mi ... használunk|mi ... használjuk|nálunk|minálunk
      nálunk az|írunk|írjuk|úgy írjuk|mi így|így szoktuk|szoktuk|szoktunk|nem szoktunk|szokás|az a szokás
      nálunk az a szokás|hívjuk|úgy hívjuk|nevezzük|mondjuk úgy|küldjük|küldünk|rakjuk|tesszük|tároljuk
      tartjuk|csináljuk|csinálunk|futtatjuk|dolgozunk|tesztelünk|rendelünk|rendeljük|veszünk|követjük|kiadjuk
      van nálunk|használok|csak ... használok|nem használok|mindig ... használok|én ... használok
      a mi szabályunk|szabályunk|stílusunk|szabványunk|konvenciónk|a konvenció|a szabályzat|házon belül
      a házban|a cégnél|a csapatban|csapatunk|az irodában|a műhelyben|a boltban|a rendelőben
      ebben a projektben|a projektben|ebben a repóban|a repóban|megállapodtunk|megbeszéltük|megegyeztünk
      eldöntöttük|úgy döntöttünk|döntöttünk|döntés:|eldöntöttem|úgy döntöttem|az egyesületben|a szabvány
    `),
    forbid: phrases(`
      ne|ne használj|ne használd|ne írj|ne írd|ne nyúlj|ne nyúlj hozzá|ne tedd|ne tegyél|ne rakj|ne küldj
      ne küldd|ne törölj|ne töröld|ne változtass|ne csinálj|ne csináld|ne adj|ne legyen|ne legyenek|nem kell
      nem kellenek|nem szabad|nem lehet|nem kérek|nem akarok|nem akarom|tilos|tiltott|be van tiltva
      meg van tiltva|tiltsd|kerüld|kerüld el|kerülje|kerüljük|hagyd abba|hagyd el|hagyd ki|hagyjuk abba
      hagyjuk ki|hagyd békén|elég a|elég volt|vége a|mellőzd|nincs|nincs több|nélkül|nelkul|^ne|^nem|^nincs
      ^semmi|^semmilyen|^kerüld|^soha|, ne|se|semmi ... kérlek|le a kezed|le a kezekkel|kímélj meg
      felejtsd el a|dobd ki|töröld a szokásaid
    `),
    please: phrases(`
      kérlek|kerlek|kérem|kerem|kérném|légy szíves|legyszi|légyszi|légyszíves|lécci|léci|pls|legyen szíves
      legyél szíves|szíveskedj|gondoskodj|gondoskodj róla|ügyelj rá hogy|győződj meg|biztosítsd|^használj
      ^használd|^hasznalj|^hasznald|^írj|^írd|^tartsd|^tedd|^rakd|^nevezd|^hívd|^válaszolj|^kérdezz|^kérdezd
      ^kerekíts|^kerekítsd|^rendezd|^várj|^mindig ellenőrizd|^futtasd mindig|^kezdd|^kezdj|^fejezd|^válaszd
      ^idézd|^formázd|^mentsd|^küldd mindig|^említsd|^add meg|^hagyd|^jelöld|tudnád mindig|azt várom
      elvárom hogy
    `),
    only: phrases(`
      csak|kizárólag|csakis|pontosan|kivéve|kivétel|kivételével|kivételek|leszámítva|hacsak|hacsak nem
      legfeljebb|maximum|max|legalább|minimum|nem több mint|nem több|semmi más|semmi mást|és kész|pont|punktum
      szigorúan|kivétel nincs|egyedül|egyetlen
    `),
    instead: phrases(`
      helyett|helyette|ehelyett|ahelyett|ahelyett hogy|inkább mint|nem ... hanem|hanem|, nem|és nem|- nem
      ne ... hanem|semmint|szemben
    `),
    again: phrases(`
      visszatértünk|visszaálltunk|visszatérünk
      megint|már megint|újra|ismét|újból|újfent|mint mindig|ahogy mondtam|mint mondtam|mondtam már|mondtam
      mondtam hogy|már mondtam|megmondtam|szóltam már|szóltam|hányszor|hányszor mondjam|hányszor kell
      még egyszer|mégegyszer|harmadszor|harmadjára|negyedszer|# alkalommal mondom|századszor|ezerszer
      ugyanaz a hiba|ugyanazt a hibát|ugyanúgy mint|mint legutóbb|mint múltkor|ahogy megbeszéltük|mint tudod
      folyton mondom|mindig mondom|minden alkalommal amikor|még mindig|ugyanott tartunk|ismétlem
    `),
    wrong: phrases(`
      ^nem|^ne|^nem nem|^rossz|^hibás|^téves|^nem egészen|^állj|^stop|^hé|^hoppá|ez rossz|ez nem jó|nem jó
      nem így|ez hibás|nem stimmel|nem helyes|nem igaz|nem ezt|nem azt|nem ezt kértem|nem azt kértem
      elfelejtetted|elfelejtettél|kihagytad|kihagytál|azt használtad|használtál|beleírtad|írtad|írtál|raktad
      tettél|csináltál|megváltoztattad|elrontottad|elrontottál|a te hibád|túl hosszú|túl rövid|túl sok
      nagyon sok|kellett volna|vond vissza|csináld vissza|állítsd vissza|azt kértem|kértem|miért csináltad
      miért írtad|megint rossz|mellé|félreértetted
    `),
    repair: phrases(`
      nekem kellett|kézzel|kézzel kellett|kézzel javítottam|manuálisan|kellett visszaírnom|kellett kijavítanom
      kellett javítanom|kellett átírnom|kijavítottam|javítottam|átírtam|visszaírtam|visszaraktam|visszatettem
      visszacseréltem|visszaállítottam|visszavontam|magamnak kellett|én javítottam|én írtam át|megint én
      újra kellett|rendbe kellett|takarítottam|kivettem megint|töröltem megint
    `),
    change: phrases(`
      most|most már|már nem|többé nem|nem ... már|átálltunk|áttértünk|átváltottunk|váltottunk|átköltöztünk
      költöztünk|átköltözött|átkerült|áthelyeztük|átment|átmentünk|migráltunk|migráltuk|frissítettünk
      frissítettük|lecseréltük|cseréltük|lecserélték|felváltotta|leváltotta|megváltozott|változott|átneveztük
      átnevezték|mostantól|hétfő óta|múlt hét óta|tegnap óta|korábban|régen|azelőtt|ezelőtt|eldobtuk|elhagytuk
      felhagytunk|feladtuk|megszüntettük|megszűnt|visszatértünk|visszaálltunk|új címe|az új|új szám
      új telefonszám|nem vált be|nem működött|frissítés:|javítás:|emelkedett|csökkent|felment|lement|lett
      ettől a|nyugdíjba ment|kilépett|bezárt|hatályba lép|jelenleg
      emelkedik|emeljük|csökken|csökkentjük|meghosszabbítjuk
    `),
    state: phrases(`
      van|vannak|található|fut|futnak|megy|mennek|érkezik|jön|lakik|dolgozik|kerül|kerülnek|kezdődik|végződik
      nyit|zár|tart|jelenti|jelent|azt jelenti|neve|a neve|hívják|tartozik|jóváhagyja|hagyja jóvá|kezeli
      intézi|írja alá|felel|használja|használ|tartalmaz|tartalmazza|lejár|ül|áll|a felelős|a címe|a jelszó
      az ára
    `),
    question: phrases(`
      ^mi|^mit|^mik|^miért|^miert|^hogyan|^hogy lehet|^hogy van|^hogy kell|^hogy tudom|^mikor|^hol|^hova
      ^honnan|^ki|^kit|^kinek|^kié|^melyik|^melyiket|^mennyi|^mennyit|^hány|^hanyan|^mekkora|^milyen|^vajon
      ^van|^van-e|^lehet|^lehet-e|^lehetne|^tudsz|^tudod|^tudnád|^tudja|^kell|^kell-e|^szabad|^szerinted
      ^működik|^jó lesz|^jó-e|^megvan|^kész|^nem kéne|hogyan lehet|hogy lehet|hogyan tudom|érdekelne
      kíváncsi vagyok|van ötlet|van ötleted|nem tudod
    `),
    hypothesis: phrases(`
      mi lenne ha|mi volna ha|mi van ha|^ha|ha esetleg|ha valaha|talán|talan|esetleg|lehet hogy|lehetne
      lehetséges hogy|valószínűleg|tegyük fel|tételezzük|mondjuk hogy|képzeld el|képzeljük el|elméletben
      elméletileg|elvileg|hipotetikusan|egyszer majd|egy nap|egyszer|valamikor|majd valamikor|csak egy ötlet
      csak ötlet|csak gondolkodom|hangosan gondolkodom|gondolkodom|gondolkozom|fontolgatom|fontolgatjuk
      például|pl|javaslat:|javaslom|miért ne|azt hiszem|szerintem|úgy gondolom|nem vagyok biztos|volna
      brainstorm*|jó lenne ha|játszom a gondolattal
    `),
    oneOff: phrases(`
      csak most|csak most az egyszer|most az egyszer|ez egyszer|csak ez egyszer|ezúttal|ez alkalommal
      most kivételesen|kivételesen|most éppen|épp most|egyelőre|ideiglenesen|ideiglenes|átmenetileg|átmeneti
      pillanatnyilag|egy pillanat|egy perc|# perc|# percig|# perc múlva|ma|ma este|mára|holnap|holnapra|tegnap
      ma reggel|ma délután|ma délelőtt|most délután|ezen a héten|a héten|péntekig|ebben a hónapban
      ebben az üzenetben|ebben a fájlban|ehhez a feladathoz|ehhez a fájlhoz|ehhez a jegyhez|ebben a pr
      ebben a válaszban|a vicc kedvéért|egy kivétel|ebben az esetben|gyorsan|gyors hack|a demóhoz|a demóra
      megbeszélés előtt|a meetingig|amíg vissza|amíg nem érek|mielőtt elmegyek
    `),
    rolePlay: phrases(`
      tegyél úgy mintha|tegyél úgy|csinálj úgy mintha|játsszuk azt|játsszunk|szerepjáték|játszd el|játszd
      te vagy a|te vagy egy|te most|^te egy|^te vagy|képzeld azt hogy|képzeld hogy te|képzeld magad
      viselkedj úgy|viselkedj mint|beszélj úgy|beszélj mint|válaszolj mint|válaszolj úgy mint|írj úgy mint
      mintha ... lennél|mintha te|bújj a bőrébe|szerepében|maradj a szerepben|a neved|én vagyok a te
      egyszer volt|hol volt hol nem volt|a mesében|a történetben|a játékban
      te vagy @|mostantól te vagy @|a neved @|te leszel @
    `),
    smallTalk: phrases(`
      köszönöm|koszonom|köszönöm szépen|köszi|koszi|kösz|kössz|köszike|hálás vagyok|szia|szió|sziasztok|helló
      hello|hali|üdv|jó reggelt|jó napot|jó estét|jó éjt|jó éjszakát|viszlát|viszontlátásra|puszi|na pá|haha
      hehe|lol|hogy vagy|mi újság|mizu|szuper|szupi|király|tök jó|nagyon jó|remek|tökéletes|zseniális
      fantasztikus|csodás|szép munka|jó munka|ügyes|ügyes vagy|jól néz ki|szívesen|nincs mit|időjárás|eső|kávé
      kávét|tea|ebéd|vacsora|sör|hétvége|szabadság|nyaralás|fáradt|álmos|éhes|vicces|vicc|a macskám|a kutyám
      gyerekek|boldog születésnapot|gratulálok|bocs|bocsánat|bocsi|elnézést|ne aggódj|semmi baj|nem baj
      nem gond|mindegy|nem sürgős|nyugi|szeretlek|te vagy a legjobb|jó hétvégét
    `),
    reported: phrases(`
      azt mondja|azt mondta|azt írja|azt írta|azt állítja|állítja|szerint|szerintük|szerinte|az áll
      az van írva|azt olvastam|olvastam|hallottam|azt hallottam|láttam hogy|állítólag|a jegyben|a ticketben
      a jegy szerint|az emailben|a levélben|a mailben|egy ügyfél|az ügyfél|ügyfelünk|az ügyfél írta|a vevő
      egy felhasználó|egy kolléga|a kolléga|kollégám|a kollégám|a főnök|a főnököm|főnököm szerint|a feleségem
      a férjem|ő mondta|ők mondták|valaki írta|valaki mondta|azt mondták|a cikk|egy cikkben|a blogon
      stack overflow|a fórumon|a neten|a beszállító|idézet|idézem|a log szerint|a logban|a hiba szerint
      a komment|a doksiban|a dokumentáció|a kézikönyv|readme|chatgpt|nekem azt mondták|bemásoltam|ezt kaptam
    `),
    pointing: phrases(`
      ez itt|ezt itt|ezt a|azt a|ez a|az a|itt|ott|fent|fenti|lent|lenti|alább|alábbi|feljebb|lejjebb|a # sor
      # sor|# sorban|#. sor|#. sorban|#. sorba|#. oldal|# oldalon|sorban|az első|a második|a harmadik
      az utolsó|az utolsót|a következő|az előző|a felső|az alsó|első sor|utolsó bekezdés|ez a fájl|ezt a fájlt
      ebben a fájlban|ez a függvény|ezt a függvényt|ez a branch|ez a pr|a pr|ez a commit|ez a teszt|ez a hiba
      ezt a hibát|ez a bug|ezt a bugot|ez a változtatás|ez a rész|ezt a részt|az a rész|ezek közül|azok közül
      a többi|a többit|amit írtál|amit csináltál|vissza ahhoz|úgy értettem|arra gondoltam|még egyet|még egy
      folytasd|tovább|várj|úgy ahogy van|így|eddig|először|a verzió|b verzió
    `),
    task: phrases(`
      ^add hozzá|^adj hozzá|^írd át|^írd meg|^írj egy|^írj nekem|^javítsd|^javíts|^javitsd|^készíts|^készítsd
      ^csinálj|^csináld|^csinald|^hozz létre|^hozd létre|^implementáld|^építs|^refaktoráld|^nevezd át|^töröld
      ^torold|^távolítsd|^vedd ki|^mozgasd|^helyezd át|^frissítsd|^frissitsd|^módosítsd|^változtasd|^cseréld
      ^mutasd|^mutass|^magyarázd|^írd le|^foglald össze|^összegezd|^nézd át|^nézd meg|^nezd meg|^ellenőrizd
      ^ellenorizd|^keresd|^keress|^találd meg|^sorold|^listázd|^nyisd|^olvasd|^futtasd|^futtass|^teszteld
      ^debugold|^vizsgáld|^hasonlítsd|^fordítsd|^forditsd|^fogalmazd|^rövidítsd|^pushold|^commitold|^mergeld
      ^rebase-eld|^vond vissza|^deployold|^telepítsd|^tedd ki|^generálj|^generáld|^rajzolj|^konvertáld
      ^szedd ki|^bontsd|^vond össze|^készítsd elő|^küldd el|^küldj|^adj|^add ide|^mondd|^mondd meg|^segíts
      ^próbáld|^folytasd|^gyerünk|^menj|^tudnál|^tudnád|^tudsz|^kellene egy|^szükségem van|^kéne egy|^cserélj
      ^takarítsd|^állítsd be|^indítsd|^fejezd be|^rendelj|^hívd fel|^foglalj|^számold|^nyomtasd|^töltsd
      ^javasolj|^vágd|^emlékeztess
    `),
    self: phrases(`
      vagyok|én vagyok|voltam|nekem van|van egy|megyek|jövök|mindjárt jövök|visszajöttem|itt vagyok|próbálom
      próbáltam|futtattam|találtam|látom|láttam|kaptam|csináltam|hozzáadtam|most adtam|pusholtam|mergeltem
      hadd|add ide|ülök|nem tudom|nem értem|keresem|nézem|megnézem|dolgozom rajta
      mindig is akartam|mindig akartam|mindig is szerettem volna|mindig szerettem volna
      mindig is álmodtam|mindig arról álmodtam|mindig azt hittem|mindig is szerettem|mindig is utáltam
      soha nem kellett volna|sosem kellett volna|soha nem gondoltam volna|sosem gondoltam
      soha nem értettem|sosem értettem|soha nem voltam|sosem voltam|soha nem fogom megérteni
      mindig a legjobb|mindig a legjobbak|soha többé az életben|mindig öröm
    `),
    guess: phrases(`
      biztos az|bizonyára|működnie kellene|mennie kéne|elégnek kell|elég lesz|jónak kell lennie|úgy tűnik
      úgy látszik|úgy néz ki|látszólag|nyilván|fogadok|gyanítom|feltételezem|gondolom|fogalmam sincs|nem tudom
      nem hiszem|nem látom|nem értem|nem működik|nem megy|nem indul|elszáll|elszállt|hibára fut|hibát dob
      elhasal|elhasalt|leáll|leállt|összeomlik|összeomlott|elromlott|rossz a|lefagyott|beragadt
    `),
  },
  negatesNext: phrases(`
      nem|ne|nincs|sem|se|soha|sose|sosem|semmi|semmilyen|már nem|kerüld|hagyd el|hagyd ki|mellőzd|elhagytuk
      eldobtuk|lecseréltük|ahelyett hogy|mint|nehogy
    `),
  negatesPrevious: phrases(`
      helyett|nélkül|nelkul|már nem|nincs többé|megszűnt|tilos|nem kell|nem szabad|be van tiltva|már a múlté
      elavult|kikerült|kivettük|eldobtuk|lecseréltük|nem vált be|nem működött|nem használjuk
      már nem használjuk|nincs használatban|nyugdíjba ment|kilépett|elment|bezárt|megszüntettük|kivételével
      ról ... ra|ről ... re|ból ... ba|ből ... be
    nyugdíjas|nyugdíjban van|cserben hagyott|túl drága volt|túl drága lett|túl lassú volt|nem bírta
    `),
  contrasts: ['de', 'hanem', 'viszont', 'azonban'],
  endsNegation: phrases(
    `hanem|de|viszont|használj|használd|most|csak|helyette|inkább|mi|kérlek|több mint|többet mint|kevesebb mint|tovább mint|később mint|korábban mint|mielőtt|előtt|amíg|hacsak|kivéve`,
  ),
  numbers: {
    nulla: '0',
    egy: '1',
    kettő: '2',
    két: '2',
    ketto: '2',
    három: '3',
    harom: '3',
    négy: '4',
    negy: '4',
    öt: '5',
    ot: '5',
    hat: '6',
    hét: '7',
    het: '7',
    nyolc: '8',
    kilenc: '9',
    tíz: '10',
    tiz: '10',
    tizenegy: '11',
    tizenkettő: '12',
    tizenöt: '15',
    húsz: '20',
    harminc: '30',
    negyven: '40',
    ötven: '50',
    száz: '100',
    ezer: '1000',
  },
  times:
    'hétfő kedd szerda csütörtök péntek szombat vasárnap hétfőn kedden szerdán csütörtökön pénteken szombaton vasárnap hétfőnként keddenként szerdánként csütörtökönként péntekenként szombatonként vasárnaponként január február március április május június július augusztus szeptember október november december tavasz nyár ősz tél tavasszal nyáron ősszel télen reggel délelőtt dél délután este éjszaka éjjel éjfél',
  abbreviations:
    'pl stb kb ill ún ti vö ld u i sz dr ifj id özv prof tel u.i db kft bt zrt nyrt max min jan febr márc ápr máj jún júl aug szept okt nov dec ker em',
  openers: phrases(`
      nem|ne|nem nem|rossz|megint rossz|megint|már megint|állj|stop|hé|ok|oké|oké szóval|jó|na|na jó|szóval
      tehát|és|de|viszont|ja|jaj|ó|hm|hmm|hát|figyelj|figyu|igaz|kérlek|légyszi|igen|bocs|bocsi|amúgy
      egyébként|ez rossz|nem így|még egyszer|ahogy mondtam|mint mondtam|mondtam már|mondtam|mint mindig
      csak hogy tudd|tájékoztatásul|jegyezd meg|ne felejtsd el|emlékeztető|megjegyzés|szia|helló|még valami
      még egy dolog|utolsó dolog|igazából|nézd|komolyan|na ne|őszintén|köszi
    `),
  frames: {
    errorFix: 'Ha a `{command}` ezzel a hibával áll le: „{error}”, előbb futtasd ezt: {fix}.',
    workflow: '{task}: futtasd sorban: {steps}.',
    checks: 'A(z) {project} módosítása után futtasd: {steps}.',
    begins: 'A(z) {project} munkája ezzel kezdődik: {steps}.',
    ends: 'A(z) {project} munkája ezzel végződik: {steps}.',
    branches: 'A(z) {project} ágainak neve ilyen: {steps}.',
    commits: 'A(z) {project} commitüzenetei így kezdődnek: {steps}.',
    fails:
      'A(z) `{command}` gyakran elbukik a(z) {project} projektben ezzel: „{error}”. Ezt előbb ellenőrizd.',
    stepFirst: 'A `{goal}` előtt futtasd: `{step}`.',
    leaveOut: 'A `{goal}` parancsot a `{option}` kapcsoló nélkül futtasd.',
    checkAfter: 'A `{goal}` után futtasd: `{step}`.',
    andThen: ', majd ',
    repair: 'Ezt minden alkalommal kézzel javítod: „{quote}”',
  },
};
