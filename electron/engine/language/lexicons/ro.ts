// Romanian, as people type it to their agents: tu and dumneavoastră, mostly without diacritics, with comma or cedilla.
import type { Lexicon } from '../lexicon.ts';
import { phrases } from '../phrases.ts';

export const ro: Lexicon = {
  code: 'ro',
  script: 'Latin',
  spaces: true,
  stemmer: 'romanian',
  endings: [],
  functionWords:
    'și şi si să sa că ca un o unui unei niște niste al a ai ale lui ei lor cel cea cei cele celui celei de din de-a despre pe prin pentru pt cu fără fara la în in între intre întru sub peste după dupa până pana către catre contra spre lângă langa dacă daca dar iar însă insa ori sau nici fie deci deoarece fiindcă fiindca pentru-că căci caci deși desi când cand cât cat câte cate cum unde cine care carei căruia ce eu tu el ea noi voi ele mine tine mă ma te îl il îi ii ne vă va le îmi imi îți iti își isi mi ți ti se meu mea mei mele tău tau ta tăi tale său sau sa săi sale nostru noastră noastra noștri nostri noastre vostru voastră acest aceasta această acesta aceste acestea acestui ăsta asta ăștia astea acel acela acea aceea acei acele aia ăla ala toate toată toata tot toți toti fiecare orice oricare oricine alt altă alta alți alte altul nimic nimeni niciun nicio niciodată niciodata vreun vreo ceva cineva este e sunt ești esti suntem sunteți era erau fi fost am ai are avem aveți au avea aș as ar ați ati vom voi vei veți vor trebuie trebuia poate pot poți poti putem puteți nu da deja încă inca mai mult multe mulți multi puțin putin foarte prea doar numai chiar cam tot acum atunci aici acolo unde mereu întotdeauna intotdeauna totdeauna iarăși iarasi iar din-nou altfel totuși totusi așa asa astfel decât decat atât atat asemenea același acelasi aceeași înainte inainte apoi pot fiind dvs dumneavoastră dumneavoastra dumneata vrem vreau vrei facem fac face faci folosim folosește foloseste folosesc',
  emptyWords:
    'dna domnul doamna lucru lucruri chestie chestii mod fel caz cazuri dată data ori oară oara loc parte rest mulțumesc multumesc mersi te-rog rog vă-rog scuze pardon bună buna salut ok bine rău rau greșit gresit corect sigur desigur clar iar iarăși mereu niciodată întotdeauna pe-viitor general normal obicei folosește foloseste folosi folosim folosești folosit utilizează utiliza ia luat lua fă fa face făcut facut pune pus punem dă da dat vine veni venit merge mers ține tine ținem lasă lasa primește vreau vrei vrea dori place prefer mai-bine amintește ține-minte uita uiți știi stii ști știu cred crezi gândește spune spus zis zice zic scrie scris scriem vezi văd uită-te arată încearcă caută găsește numește numim schimbă schimbat mutat înlocuit oprește renunțat evită nou nouă noi ultim decis hotărât stabilit regulă regula reguli notă înapoi direct singur',
  cues: {
    always: phrases(`
      întotdeauna|totdeauna|mereu|tot timpul|de fiecare dată|de fiecare data când|în fiecare caz
      ori de câte ori|oricând|implicit|în mod implicit|by default|ca regulă|de regulă|ca regulă generală
      în general|de obicei|în mod normal|ca de obicei|sistematic|consecvent|peste tot|fără excepție
      fără excepții|în toate cazurile|permanent|indiferent|o dată pentru totdeauna|odată pentru totdeauna
      regula e|regula este|regulă:|regulă de bază|regula casei|e valabil pentru toate|valabil mereu|^toate
      ^toți|^orice|^fiecare|^tot|fiecare ... trebuie|toate ... trebuie|toți ... trebuie|orice ... trebuie
      la fiecare|pentru fiecare
    `),
    never: phrases(`
      niciodată|nicicând|nicidecum|sub nicio formă|sub nici o formă|în niciun caz|în nici un caz
      cu niciun chip|nu ... niciodată|nici măcar o dată|nici în ruptul capului|absolut deloc
      pentru nimic în lume|în nicio situație|nici mort|nu care cumva|sub nicio circumstanță|în veci
      doamne ferește
    `),
    fromNowOn: phrases(`
      de acum înainte|de acum încolo|de acum|de azi înainte|de azi|de astăzi|începând de azi|începând de acum
      începând cu|începând de mâine|de mâine|pe viitor|în viitor|pentru viitor|de-acum|de-acum înainte|de acu
      data viitoare|data următoare|la următoarea|de aici înainte|din acest moment|din momentul ăsta|de luni
      de săptămâna asta|de săptămâna viitoare|de anul ăsta|de la anul|toate viitoarele|în continuare mereu
    `),
    remember: phrases(`
      ține minte|tine minte|țineți minte|ține cont|ține cont că|ține seama|reține|reține că|rețineți
      amintește-ți|adu-ți aminte|nu uita|nu uita că|nu uita să|să nu uiți|nu uitați|a nu se uita|memorează
      memorați|notează|notează-ți|notați|ia la cunoștință|bagă la cap|pune-ți în cap|salvează asta
      salvează în memorie|pentru evidență|ca să știi|ca sa stii|doar ca să știi|să știi că|sa stii ca
      să știți că|trebuie să știi|e bine de știut|bun de știut|pentru informarea ta|spre știință
      pentru informare|fyi|nb|atenție:|atenție că|important:|reamintesc|îți reamintesc|amintesc că|memento
      ca reper|pentru referință|pe viitor să știi|ps
    `),
    must: phrases(`
      trebuie|trebuie să|trebuiesc|trebuia|ar trebui|ar trebui să|se cere|e obligatoriu|este obligatoriu
      obligatoriu|obligatorie|obligatorii|necesar|e necesar|este necesar|sunt necesare|necesită|musai|neapărat
      are de|au de|urmează să|se pune|se pun|se scrie|se scriu|se salvează|se trimite|se trimit|se folosește
      se folosesc|se numește|se numesc|se face|se fac|se notează|se rotunjesc|se trece|se trec|merge în
      merg în|intră în|intră la|ține de|are voie|are nevoie de|au nevoie de|nu au voie|e cazul să|se impune
      se livrează|începe cu|se termină cu|cerință|să fie|să aibă|să conțină
    `),
    prefer: phrases(`
      prefer|preferăm|preferam|preferința mea|aș prefera|mai degrabă|mai bine|îmi place|îmi plac|nu-mi place
      nu îmi place|nu-mi plac|nu îmi plac|ador|urăsc|nu suport|nu suportăm|detest|vreau|vreau să|nu vreau
      nu vreau să|aș vrea|aș dori|doresc|nu doresc|mi-ar plăcea|mi-e mai ușor|mi se pare mai bun
      mai comod pentru mine|gustul meu|apreciez|țin la|mă enervează|ma enerveaza|mă scoate din sărite
      îmi convine|mi-e drag|favorit
    `),
    custom: phrases(`
      folosim|nu folosim|noi folosim|la noi|la noi în|noi scriem|scriem|noi facem|nu facem|noi nu|noi ținem
      ținem|păstrăm|trimitem|punem|numim|îi zicem|zicem|spunem|rulăm|lucrăm|lucram cu|testăm|comandăm|cumpărăm
      livrăm|publicăm|respectăm|urmăm|avem|nu avem|folosesc|folosesc doar|nu folosesc|eu folosesc|eu scriu
      convenția noastră|stilul nostru|regula noastră|politica noastră|standardul nostru|obiceiul casei
      e obiceiul|obișnuim|nu obișnuim|în proiectul ăsta|în acest proiect|în proiect|în repo|în repo-ul
      în echipă|în echipa noastră|în firmă|la birou|la atelier|în magazin|la cabinet|politica e|standardul e
      convenția e|am stabilit|am decis|am hotărât|s-a decis|s-a stabilit|s-a hotărât|decizie:|ne-am înțeles
      suntem de acord|am convenit|convenit|la asociație
    `),
    forbid: phrases(`
      nu folosi|nu folosiți|să nu|sa nu|nu mai|nu pune|nu scrie|nu atinge|nu șterge|nu modifica|nu schimba
      nu trimite|nu face|nu adăuga|nu băga|nu da|nu lăsa|nu te atinge|^nu|^fără|^fara|^niciun|^nicio|^evită
      ^evitați|^gata cu|fără|fara|fără să|evită|evitați|a se evita|încetează|termină cu|lasă-te de|oprește-te
      stop cu|gata cu|interzis|e interzis|este interzis|sunt interzise|nu e voie|nu este voie|n-ai voie
      nu ai voie|nu e permis|nu este permis|nu se|nu se face|nu se pune|nu trebuie|nu vreau|nu vreau să văd
      mâinile de pe|ia mâna|lasă în pace|scutește-mă|scoate ...|renunță la|nici un|niciun ... te rog
      nu e nevoie de
    `),
    please: phrases(`
      te rog|te rog să|va rog|vă rog|vă rog să|rogu-te|rog|fii drăguț|fii amabil|ai grijă|ai grijă să
      aveți grijă|asigură-te|asigurați-vă|^folosește|^foloseste|^folosiți|^scrie|^scrieți|^pune|^păstrează
      ^pastreaza|^ține|^ține-te de|^numește|^răspunde|^raspunde|^întreabă|^intreaba|^rotunjește|^sortează
      ^așteaptă|^asteapta|^verifică mereu|^rulează mereu|^începe|^incepe|^termină|^încheie|^alege|^ia|^citează
      ^formatează|^salvează|^menționează|^specifică|^trece|^lasă|poți mereu să|să folosești|sa folosesti
      să scrii|sa scrii|să pui|să răspunzi|să întrebi|mă aștept să|pls|please
    `),
    only: phrases(`
      doar|numai|exclusiv|exact|fix|cu excepția|excepție|excepții|exceptând|în afară de|în afara|decât dacă
      cel mult|maxim|maximum|cel puțin|minim|minimum|nu mai mult de|nimic altceva|și atât|si atat|punct|strict
      fără excepții|unic|singura|singurul
    `),
    instead: phrases(`
      în loc de|in loc de|în loc să|in locul|în locul|în schimb|mai degrabă decât|mai bine decât|, nu|și nu
      dar nu|iar nu|nu ... ci|ci|ci nu|- nu|decât
    `),
    again: phrases(`
      ne-am întors la|revenim la|am revenit la
      iar|iarăși|din nou|încă o dată|inca o data|ca întotdeauna|ca de obicei|cum am spus|cum am zis
      după cum am spus|ți-am spus|ti-am spus|ți-am zis|ti-am zis|am spus|am zis|am mai spus|am mai zis
      am spus deja|v-am spus|de câte ori|de cate ori|de câte ori trebuie|a treia oară|a patra oară|a # oară
      pentru a treia oară|a suta oară|tot nu|tot folosești|tot așa|mereu aceeași|aceeași greșeală
      aceeasi greseala|ca data trecută|ca înainte|cum am discutat|cum am vorbit|după cum știi
      de fiecare dată când|îți tot spun|tot repet|repet|mereu trebuie să-ți
    `),
    wrong: phrases(`
      ^nu|^nu nu|^ba nu|^greșit|^gresit|^incorect|^nu chiar|^stop|^stai|^hei|^hopa|e greșit|este greșit
      e gresit|nu e bine|nu-i bine|nu e corect|nu este corect|nu e ce|nu asta|nu așa|nu asa|nu ce am|ai uitat
      ai omis|ai folosit|ai pus|ai scris|ai făcut|ai facut|ai schimbat|ai stricat|iar ai|greșeala ta|prea lung
      prea lungă|prea scurt|prea multe|prea mult|mult prea|trebuia să fie|ar fi trebuit|anulează|dă înapoi
      am cerut|n-am cerut|de ce ai|iar greșit|din nou greșit|pe lângă
    `),
    repair: phrases(`
      a trebuit să|a trebuit sa|trebuit să|am fost nevoit|am fost nevoită|de mână|de mana|cu mâna|cu mana mea
      manual|am corectat|am reparat|am pus ... la loc|am pus la loc|am schimbat ... înapoi|am mutat ... înapoi
      am rescris|am refăcut|am șters ... iar|am șters eu|am reparat eu|am corectat eu|eu însumi|singur am
      am dat revert|am readus|am făcut curat după|am modificat ... la loc
    `),
    change: phrases(`
      acum|în prezent|la ora actuală|nu mai|nu ... mai|ne-am mutat|s-a mutat|s-au mutat|am mutat|mutat la
      mutat pe|mutat din|am trecut pe|am trecut la|am trecut de la|s-a trecut|am schimbat|s-a schimbat
      s-au schimbat|am migrat|a migrat|migrat|am actualizat|am înlocuit|înlocuit cu|a fost înlocuit|redenumit
      a fost redenumit|este acum|sunt acum|de luni|de săptămâna trecută|începând cu|înainte era
      înainte foloseam|pe vremuri|am renunțat la|am renunțat|am lăsat|ne-am întors la|înapoi la|noua adresă
      noul|noua|număr nou|nu a mers|n-a mers|actualizare:|corecție:|a crescut|a scăzut|a devenit
      s-a desființat|s-a închis|a plecat|a ieșit la pensie|intră în vigoare|fostul
      crește la|urcă la|scade la|coboară la|a crescut la|a scăzut la|se mărește la|se reduce la
    `),
    state: phrases(`
      este|e|sunt|se află|se afla|stă|stau|locuiește|rulează pe|ruleaza|rulează|merge la|ajunge la|pleacă|iese
      vine de la|vine din|trece prin|costă|costa|durează|începe la|se termină|se deschide|se închide|înseamnă
      inseamna|se numește|se cheamă|aparține|ține de|aprobă|semnează|răspunde de|folosește|are|au|conține
      expiră|se ocupă de|lucrează cu
    `),
    question: phrases(`
      ^ce|^de ce|^cum|^când|^cand|^unde|^cine|^care|^cât|^cat|^câte|^câți|^câtă|^a cui|^al cui|^oare|^e cumva
      ^este|^sunt|^pot|^poți|^putem|^se poate|^ar trebui|^trebuie să|^ai|^aveți|^avem|^știi|^stii|^crezi
      ^există|^exista|^merge|^vrei|^n-ar fi|cum fac|cum pot|cum se face|mă întreb|ma intreb|vreo idee
      e posibil|este posibil
    `),
    hypothesis: phrases(`
      ce-ar fi dacă|ce ar fi dacă|ce-ar fi să|dacă am|daca am|dacă aș|dacă ai fi|^dacă|poate|poate că|probabil
      eventual|posibil|s-ar putea|ar putea|am putea|aș putea|ar fi|ar fi bine|presupunem|presupune că
      să presupunem|să zicem|sa zicem|imaginează-ți|închipuie-ți|teoretic|în teorie|ipotetic|într-o zi|cândva
      la un moment dat|doar o idee|e doar o idee|mă gândesc|ma gandesc|mă gândeam|gândesc cu voce tare
      iau în calcul|luăm în calcul|de exemplu|sugestie|propunere:|de ce nu|cred că|cred ca|bănuiesc
      nu sunt sigur|nu-s sigur|brainstorm*
    `),
    oneOff: phrases(`
      doar de data asta|numai de data asta|de data asta|de data aceasta|doar acum|doar o dată|numai acum
      pentru moment|momentan|deocamdată|azi|astăzi|diseară|mâine|maine|ieri|azi dimineață|dimineața asta
      după-amiaza asta|în seara asta|la noapte|temporar|provizoriu|pe moment|un moment|o clipă|imediat
      # minute|# min|peste # minute|săptămâna asta|saptamana asta|până vineri|luna asta|în mesajul ăsta
      în acest mesaj|în fișierul ăsta|pentru acest fișier|pentru taskul ăsta|pentru task-ul
      pentru acest ticket|în pr-ul ăsta|în acest pr|în răspunsul ăsta|de amuzament|de distracție
      în mod excepțional|excepțional|o excepție|în cazul ăsta|în acest caz|rapid|repede|pentru demo
      înainte de ședință|până la ședință|cât timp|până vin|înainte să plec|deocamdata
    `),
    rolePlay: phrases(`
      prefă-te|prefa-te|prefă-te că ești|hai să ne jucăm|să ne jucăm|joc de rol|joacă rolul|joacă-te|^ești un
      ^ești o|^esti un|^esti o|^tu ești|ești acum|imaginează-ți că ești|închipuie-ți că ești|poartă-te ca
      vorbește ca|vorbeste ca|răspunde ca|raspunde ca|scrie ca un|scrie ca o|ca și cum ai fi|de parcă ai fi
      în rolul|rămâi în rol|numele tău e|te cheamă|te numești|eu sunt|a fost odată|în poveste|în joc
      în personaj
      ești @|tu ești @|acum ești @|te cheamă @|te numești @
    `),
    smallTalk: phrases(`
      mulțumesc|multumesc|mulțumim|mersi|merci|mersi mult|ms|salut|salutare|bună|bună ziua|buna|buna ziua
      bună dimineața|neața|bună seara|noapte bună|pa|pa pa|la revedere|ne vedem|ne auzim|haha|hehe|lol|ce faci
      ce mai faci|cum ești|foarte bine|bravo|super|genial|perfect|excelent|minunat|fain|tare|mișto|grozav
      arată bine|arata bine|treabă bună|bună treabă|cu plăcere|cu drag|vremea|ploaie|cafea|o cafea|ceai|prânz
      cină|bere|weekend|concediu|vacanță|obosit|obosită|somn|foame|amuzant|glumă|banc|pisica|câinele|copiii
      la mulți ani|felicitări|scuze|scuză-mă|îmi pare rău|nu-ți face griji|nicio problemă|nici o problemă
      nu-i nimic|nu contează|fără grabă|fără stres|stai liniștit|te iubesc|ești cel mai|poftă bună
    `),
    reported: phrases(`
      spune că|spune ca|a spus că|a zis că|zice că|zice ca|scrie că|a scris că|susține că|pretinde|afirmă
      conform|potrivit|după spusele|în ticket|în ticket scrie|tichetul|scrie în|scria în|mailul|mail-ul
      în mail|în email|un mail de la|un client|clientul|clienta|clientul zice|clientul vrea|clientul a scris
      un utilizator|un coleg|o colegă|colegul|șeful|șefa|seful|șeful zice|soția zice|el a zis|ea a zis
      ei au zis|au zis|cineva a|cineva zice|am citit|am citit că|am văzut că|am auzit|am auzit că
      se pare că au|cică|cica|articolul|într-un articol|pe blog|stack overflow|pe forum|pe net|furnizorul
      citat|citez|logul zice|în log|eroarea zice|comentariul|în documentație|documentația|manualul|readme
      chatgpt|mi s-a spus|mi-au zis|am lipit|textul de mai jos
    `),
    pointing: phrases(`
      ăsta|asta|aceasta|acesta|ăștia|astea|ăla|aia|aici|acolo|mai sus|mai jos|de mai sus|de mai jos|linia #
      liniile #|rândul #|pagina #|varianta #|opțiunea #|pasul #|paragraful #|draftul #|primul|prima|al doilea
      a doua|al treilea|a treia|ultimul|ultima|următorul|următoarea|precedentul|fișierul ăsta|fișierul acesta
      acest fișier|funcția asta|această funcție|branch-ul ăsta|pr-ul|pr-ul ăsta|commit-ul|testul ăsta|bug-ul
      eroarea asta|modificarea asta|modificările|restul|partea asta|partea cu|secțiunea asta|dintre ele
      ce ai scris|ce ai făcut|pe care l-ai|înapoi la|voiam să zic|mă refeream|adică|încă unul|încă una
      continuă|mergi mai departe|stai|așteaptă puțin|așa cum e|uite așa|până acum|mai întâi|varianta a
      varianta b
    `),
    task: phrases(`
      ^adaugă|^adauga|^repară|^repara|^rezolvă|^rezolva|^corectează|^creează|^creeaza|^implementează
      ^construiește|^fă|^fa|^fă-mi|^refactorizează|^redenumește|^șterge|^sterge|^elimină|^scoate|^mută|^muta
      ^actualizează|^modifică|^modifica|^schimbă|^schimba|^arată|^arata|^arată-mi|^explică|^explica|^descrie
      ^rezumă|^fă un rezumat|^revizuiește|^uită-te|^uita-te|^verifică|^verifica|^caută|^cauta|^găsește
      ^gaseste|^listează|^deschide|^citește|^citeste|^rulează|^ruleaza|^testează|^depanează|^investighează
      ^compară|^tradu|^traduce|^rescrie|^scurtează|^dă push|^dă commit|^dă merge|^fă commit|^fă push
      ^fă deploy|^publică|^instalează|^generează|^desenează|^convertește|^extrage|^împarte|^combină
      ^pregătește|^trimite|^dă-mi|^da-mi|^spune-mi|^zi-mi|^ajută-mă|^ajuta-ma|^încearcă|^hai|^hai să|^continuă
      ^mergi|^poți să|^poti sa|^ai putea|^vrei să|^am nevoie|^avem nevoie|^trebuie să facem|^scrie un|^scrie o
      ^scrie-i|^scrie-mi|^înlocuiește|^curăță|^setează|^configurează|^pornește|^finalizează|^comandă|^sună
      ^rezervă|^calculează|^printează|^descarcă|^încarcă|^propune|^taie|^numără|^amintește-mi
    `),
    self: phrases(`
      sunt|eu sunt|am|am fost|aveam|mă duc|ma duc|plec|vin|revin|m-am întors|am încercat|încerc|am rulat
      am găsit|văd|am văzut|am primit|tocmai am|am făcut|am adăugat|am dat push|lasă-mă|dă-mi|stau|sunt la
      sunt în|nu știu|nu stiu|nu înțeleg|nu inteleg|caut|mă uit
      mereu am vrut|întotdeauna am vrut|dintotdeauna am vrut|mereu am visat|întotdeauna am visat
      mereu am crezut|întotdeauna am crezut|mereu mi-a plăcut|întotdeauna mi-a plăcut
      n-ar fi trebuit niciodată|nu ar fi trebuit niciodată|n-aș fi crezut niciodată
      niciodată n-am crezut|n-am înțeles niciodată|nu am înțeles niciodată|n-am fost niciodată
      nu am fost niciodată|n-o să înțeleg niciodată|mereu cele mai bune|mereu cel mai bun
      mereu cea mai bună|niciodată în viața mea|mereu o plăcere
    `),
    guess: phrases(`
      trebuie să fi|o fi|ar trebui să meargă|ar trebui sa mearga|ar trebui să fie ok|ar trebui să ajungă|pare
      se pare|pare-se|pare că|arată de parcă|probabil că|pariez|bănuiesc|presupun|habar n-am|habar nu am
      n-am idee|nu știu|nu stiu|nu cred|nu văd|nu înțeleg|nu merge|nu funcționează|nu functioneaza|nu pornește
      pică|pica|a picat|eșuează|a eșuat|crapă|a crăpat|s-a stricat|e stricat|stricat|e căzut|blocat|s-a blocat
    `),
  },
  negatesNext: phrases(`
      nu|fără|fara|niciun|nicio|nici un|nici|niciodată|în loc de|in loc de|în locul|decât|evită|fără să
      renunță la|am renunțat la|gata cu|nu mai|am lăsat|înlocuiește|a înlocuit|mutat de pe|trecut de la
      am trecut de la|ne-am mutat de pe|am plecat de pe|de pe|mai degrabă decât
    `),
  negatesPrevious: phrases(`
      nu mai|nu mai e|nu mai este|nu se mai|e interzis|este interzis|sunt interzise|nu e voie|a dispărut
      s-a terminat|e istorie|a murit|e mort|a fost înlocuit|a fost scos|a fost eliminat|nu a mers|n-a mers
      nu se folosește|nu mai folosim|nu folosim|a plecat|a demisionat|a ieșit la pensie|s-a desființat
      s-a închis|e depășit
    s-a pensionat|este pensionar|e la pensie|ne-a dezamăgit|era prea scump|era prea scumpă|a devenit prea scump|era prea lent
    era prea lentă|nu a făcut față|n-a făcut față
    `),
  contrasts: ['dar', 'însă', 'insa', 'ci'],
  endsNegation: phrases(`
      ci|dar|însă|insa|la|pe|folosește|foloseste|cu|acum|doar|numai|în schimb|noi|folosim|te rog|mai bine|pune
      scrie
    mai mult de|mai multe de|mai puțin de|mai târziu de|mai devreme de|înainte de|înainte să|până
    până când|decât dacă|cu excepția|în afară de
    `),
  numbers: {
    zero: '0',
    unu: '1',
    una: '1',
    doi: '2',
    două: '2',
    doua: '2',
    trei: '3',
    patru: '4',
    cinci: '5',
    șase: '6',
    sase: '6',
    șapte: '7',
    sapte: '7',
    opt: '8',
    nouă: '9',
    noua: '9',
    zece: '10',
    unsprezece: '11',
    doisprezece: '12',
    cincisprezece: '15',
    douăzeci: '20',
    douazeci: '20',
    treizeci: '30',
    patruzeci: '40',
    cincizeci: '50',
    sută: '100',
    suta: '100',
    mie: '1000',
    mii: '1000',
  },
  times:
    'luni marți marti miercuri joi vineri sâmbătă sambata duminică duminica lunea marțea miercurea joia vinerea sâmbăta duminica ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie primăvară primavara vară vara toamnă toamna iarnă iarna dimineață dimineata dimineața prânz amiază seară seara noapte noaptea miezul',
  abbreviations:
    'dr dl dna d-na d-l prof nr str bl sc ap ex etc ș.a s.a pag art alin lit cca tel jud loc vs sf ian feb mar apr iun iul aug sep sept oct noi dec',
  openers: phrases(`
      nu|nu nu|ba nu|nu așa|greșit|gresit|iar greșit|din nou greșit|iar|iarăși|din nou|stop|stai|hei|hei tu|ok
      bine|ok deci|deci|și|dar|însă|de asemenea|în plus|a|ah|oh|hm|hmm|păi|pai|ei|corect|te rog|vă rog|da|mda
      scuze|apropo|e greșit|încă o dată|inca o data|cum am spus|cum am zis|ți-am zis|ți-am spus|am zis|am spus
      ca de obicei|ca întotdeauna|ca să știi|fyi|ține minte|tine minte|reține|nu uita|notă|atenție|salut|bună
      încă ceva|inca ceva|un ultim lucru|de fapt|ascultă|uite|vezi|serios|haide|sincer|of|uf
    `),
  frames: {
    errorFix: 'Când `{command}` eșuează cu „{error}”, rulează întâi {fix}.',
    workflow: '{task}: rulează {steps}.',
    checks: 'După modificări în {project}: rulează {steps}.',
    begins: 'Lucrul la {project} începe cu {steps}.',
    ends: 'Lucrul la {project} se încheie cu {steps}.',
    branches: 'Ramurile din {project} se numesc ca {steps}.',
    commits: 'Mesajele de commit din {project} încep ca {steps}.',
    fails: '`{command}` eșuează des în {project} cu „{error}”: verifică asta mai întâi.',
    stepFirst: 'Înainte de `{goal}`, rulează `{step}`.',
    leaveOut: 'Rulează `{goal}` fără `{option}`.',
    checkAfter: 'După `{goal}`, rulează `{step}`.',
    andThen: ', apoi ',
    repair: 'Corectezi asta de fiecare dată de mână: „{quote}”',
  },
};
