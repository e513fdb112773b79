// Finnish, as people type it to their agents: spoken and written forms (mä, minä), many endings, also without dots.
import type { Lexicon } from '../lexicon.ts';
import { phrases } from '../phrases.ts';

export const fi: Lexicon = {
  code: 'fi',
  script: 'Latin',
  spaces: true,
  stemmer: 'finnish',
  endings: [],
  functionWords:
    'ja tai mutta vaan sekä seka että etta jotta koska kun kunnes jos vaikka joten eli sillä silla kuin kuten niin myös myos ei en et emme ette eivät eivat älä ala älkää alkaa se ne hän han he tämä tama tää taa nämä nama tuo nuo joka jotka mikä mika mitä mita mitkä kuka ketä ketkä minä mina mä minun mun minua mua minulle mulle minulla mulla sinä sina sä sinun sun sinua sua sinulle sulle sinulla me meidän meidan meillä meilla meille meitä te teidän teillä heidän sen siitä siita siinä siina siihen sillä sille sitä sita niitä niita niiden niissä niistä tämän taman tätä tata tässä tassa tästä tasta tähän tahan tällä näitä naita näiden näissä tuota tuossa on oli olisi ole olla ollut olen olet olemme olette ovat olivat oltava pitää pitaa pitäisi pitaisi täytyy taytyy saa saavat voi voit voin voivat voisi voisit voiko vois kannattaa tulee tuli pois kanssa ilman ennen jälkeen jalkeen aikana mukaan välillä vasten kohti ympäri läpi yli alle päälle paalle alla päällä sisällä vain vaan jo vielä viela enää enaa aina koskaan ikinä usein joskus nyt sitten sit siis ehkä ehka kai kyllä kylla joo juu ihan hyvin aivan melko liian kovin hieman vähän vahan paljon enemmän enemman vähemmän kaikki kaikkea kaikkien joka jokainen jokaisen jokaisessa jokaiseen jokin jotain joku jossain jonkun mikään mitään mitaan kukaan missä missa mihin mistä mista milloin koska miten miksi miks kuinka paljonko monta montako täällä taalla täältä tänne siellä sielta sinne tuolla tuonne heti kiitos ole hyvä ok hei toinen toisen toisin itse oma oman sama saman samaa muu muut muuta muita sellainen tällainen tallainen tuollainen noin lisäksi lisaksi sijaan sijasta kuitenkin silti ainakin edes juuri vasta noiden',
  emptyWords:
    'herra rouva asia asiat asiaa juttu jutut juttua tapa tavalla kerta kertaa kerran kerralla tapaus paikka paikassa osa loput vähän paljon kiitos ole-hyvä anteeksi pahoittelut hei moi ok hyvä hyvin huono huonosti oikein väärin vaarin oikea väärä varma varmasti selvä taas uudestaan aina koskaan jatkossa vastedes yleensä normaalisti käytä kayta käyttää kayttaa käytetään kaytetaan käytössä käyttöön ota ottaa otetaan tee tehdä tehdään tehty laita laitetaan pane panna anna antaa antoi tule tulla tulee mene mennä menee pidä pitää pidetään jätä jättää saada haluan haluaisin haluaa tykkään pidän mieluummin muista muistaa muistakaa unohda unohtaa tiedä tietää luulen uskon ajattele ajatella sano sanoa sanoin sanoi kerro kertoa kirjoita kirjoittaa kirjoitetaan katso katsoa näe nähdä näytä kokeile yritä etsi löydä kutsutaan nimi vaihda vaihtaa vaihdettiin siirry siirryttiin korvaa korvattu lopeta lopettaa lopetettiin vältä uusi uuden viimeisin päätetty päätimme sovittu muistutus sääntö säännöt säännön huomio takaisin suoraan ainoa',
  cues: {
    always: phrases(`
      aina|ain|aina kun|joka kerta|joka ikinen kerta|joka kerralla|kerta toisensa jälkeen|oletuksena
      oletusarvoisesti|defaulttina|by default|pääsääntöisesti|sääntönä|yleensä|yleisesti|yleisesti ottaen
      normaalisti|tavallisesti|kuten aina|johdonmukaisesti|järjestelmällisesti|systemaattisesti|kaikkialla
      joka paikassa|poikkeuksetta|ilman poikkeusta|ilman poikkeuksia|kaikissa tapauksissa|joka tapauksessa
      jatkuvasti|koko ajan|milloin tahansa|milloin vain|kerralla ja lopullisesti|kertakaikkisesti|sääntö on
      sääntö:|nyrkkisääntö|talon sääntö|talon tapa|koskee kaikkia|riippumatta|^jokainen|^jokaisen|^jokaisessa
      ^jokaiseen|^kaikki|^kaikkien|^kaikissa|^joka|jokaisella ... pitää|jokaisessa ... pitää
      kaikkien ... pitää|jokaisen ... täytyy|kaikkien ... täytyy|jokaista ... kohti
    `),
    never: phrases(`
      ei koskaan|ei ikinä|en koskaan|et koskaan|älä koskaan|älä ikinä|älkää koskaan|koskaan|ikinä
      ei milloinkaan|milloinkaan|ei missään tapauksessa|missään tapauksessa|ei missään nimessä|missään nimessä
      missään olosuhteissa|ei kertaakaan|ei kuuna päivänä|ei millään|ei todellakaan|ei ikimaailmassa
      ei enää koskaan|ei enää ikinä|nolla kertaa
    `),
    fromNowOn: phrases(`
      tästä lähtien|tästä lähin|tästä eteenpäin|nyt eteenpäin|jatkossa|vastedes|vastaisuudessa|tulevaisuudessa
      tästä päivästä|tästä hetkestä|tänään alkaen|huomisesta alkaen|huomisesta lähtien|ensi kerralla
      seuraavalla kerralla|seuraavaksi kerraksi|ensi viikosta|maanantaista alkaen|maanantaista lähtien
      alkaen tästä|ensi kerrasta|jatkoa ajatellen|tulevissa|kaikissa tulevissa|uudesta vuodesta
    `),
    remember: phrases(`
      muista|muista että|muista aina|muistathan|muistakaa|^muista|muistaa että|pidä mielessä|pidä muistissa
      pidä tämä mielessä|älä unohda|älä unohda että|älä vaan unohda|älkää unohtako|ei saa unohtaa
      ei pidä unohtaa|kirjaa ylös|kirjaa muistiin|laita muistiin|paina mieleen|paina mieleesi|pane merkille
      paina tämä|ota huomioon|huomaa|huomaa että|huomioi|huomioi että|huom|huom:|huomio:|merkitse muistiin
      tallenna muistiin|opettele ulkoa|tiedoksi|tiedoksesi|ihan tiedoksi|vain tiedoksi|ihan vain tiedoksi
      niin tiedät|että tiedät|sinun pitää tietää|sun pitää tietää|hyvä tietää|on hyvä tietää|muistutus
      muistutus:|muistutan|muistuttaisin|myöhempää varten|vastaisuuden varalle|selvyyden vuoksi|pöytäkirjaan
      fyi|tärkeää:|ps
    `),
    must: phrases(`
      täytyy|pitää|pitää olla|pitäisi|pitäis|tulee olla|tulee käyttää|on oltava|on pakko|pakko|pakollinen
      pakollista|pakolliset|on pakollinen|vaaditaan|vaatii|vaatimus|edellytetään|edellyttää|välttämätön
      välttämätöntä|tarvitaan|tarvitsee|on tarkoitus|kuuluu|kuuluvat|kuuluu olla|saa olla|saa käyttää|saa vain
      ei saa|eivät saa|kirjoitetaan|laitetaan|tallennetaan|merkitään|nimetään|sijoitetaan|tehdään|käytetään
      lähetetään|toimitetaan|ilmoitetaan|alkaa sanalla|päättyy|menee kansioon|tulevat kansioon|velvollinen
      kuuluisi|olisi oltava|on käytettävä|on tehtävä|on kirjoitettava
    `),
    prefer: phrases(`
      mieluummin|mielummin|mieluiten|pidän enemmän|pidän|en pidä|tykkään|en tykkää|tykkäisin|rakastan|vihaan
      inhoan|en siedä|en kestä|en jaksa lukea|en halua|haluan|haluan että|haluaisin|haluaisin että|toivon
      toivoisin|toivon että|suosin|parempi minulle|sopii minulle|sopii mulle|helpompi minulle|helpompi mulle
      makuuni|minun makuuni|mun makuun|mieltymys|arvostan|minusta ... parempi|musta ... parempi|ärsyttää kun
      ärsyttävät|lempi*
    `),
    custom: phrases(`
      käytämme|me käytetään|meillä käytetään|emme käytä|me ei käytetä|meillä ei käytetä|meillä|meillä on
      meillä päin|meidän|meidän tapa|meidän talossa|talossa|tässä talossa|meidän tiimi|tiimissä|kirjoitamme
      me kirjoitetaan|meillä kirjoitetaan|kutsumme|sanomme|me sanotaan|lähetämme|me lähetetään|tallennamme
      pidämme|teemme|me tehdään|ajamme|me ajetaan|tilaamme|me tilataan|ostamme|testaamme|noudatamme|toimimme
      käytän|käytän vain|käytän aina|en käytä|kirjoitan|tapana on|on tapana|tapanamme|käytäntö on|käytäntömme
      käytäntönä|linja on|linjamme|tyylimme|sääntömme|standardimme|tässä projektissa|tässä repossa
      projektissamme|toimistolla|verstaalla|kaupassa|sovittiin|sovimme|on sovittu|ollaan sovittu
      olemme sopineet|päätettiin|päätimme|päätin|on päätetty|ollaan päätetty|päätös:|firmassa|yhdistyksessä
    `),
    forbid: phrases(`
      älä|äläkä|älkää|älä käytä|älä kirjoita|älä koske|älä laita|älä lähetä|älä poista|älä muuta|älä tee
      ala kayta|ei saa|ei saa käyttää|ei saa koskea|eivät saa|ei pidä|ei tule|ei enää|ei mitään|ei yhtään
      ei lisää|^ei|^ei mitään|^älä|^ei yhtään|ei ... kiitos|, ei|eikä|vältä|vältä ...|välttäkää|lopeta
      lopettakaa|lakkaa|jätä pois|jätä ... pois|jätä rauhaan|kielletty|kiellettyä|on kielletty|kielletään
      ei sallittu|ei ole sallittu|näpit irti|kädet irti|ilman|en halua nähdä|en halua|ei tarvita|turha|turhaan
      säästä minut|pannassa|luovutaan
    `),
    please: phrases(`
      ole hyvä ja|ole kiltti|ole ystävällinen|olisitko ystävällinen|kiltti|pyydän|pyytäisin|pyydän että
      varmista|varmistathan|huolehdi|pidä huoli|^käytä|^kirjoita|^pidä|^laita|^vastaa|^kysy|^pyöristä
      ^järjestä|^commitoi|^odota|^tarkista aina|^aja aina|^ilmoita|^aloita|^lopeta|^päätä|^valitse|^ota
      ^merkitse|^nimeä|^tallenna|^lähetä aina|^mainitse|^käyttäkää|^kutsu|^säilytä|^jätä|voisitko aina
      voitko aina|sinun pitää|sun pitää|odotan että|oletan että käytät|pliis|please|, kiitos$|kiitos etukäteen
    `),
    only: phrases(`
      vain|vaan ja ainoastaan|ainoastaan|pelkästään|pelkkä|pelkät|tasan|täsmälleen|paitsi|lukuun ottamatta
      poislukien|poikkeus|poikkeuksena|ellei|jollei|enintään|korkeintaan|max|maksimissaan|vähintään
      minimissään|ei muuta|eikä muuta|ei mitään muuta|piste|ei poikkeuksia|tiukasti|yksinomaan|ei enempää
      ei yli|kork
    `),
    instead: phrases(`
      sen sijaan|sijaan|sijasta|asemesta|sen sijasta|eikä|mieluummin kuin|ennemmin kuin|ei vaan|ei ... vaan
      , ei|- ei|vaan|pikemminkin
    `),
    again: phrases(`
      palasimme|palattiin|takaisin
      taas|taaskin|jälleen|uudestaan|uudelleen|vieläkin|yhä|jälleen kerran|taas kerran|kerran vielä
      vielä kerran|kuten aina|kuten sanoin|niin kuin sanoin|niinku sanoin|sanoin jo|mähän sanoin
      minähän sanoin|johan sanoin|sanoinhan|olen sanonut|oon sanonut|montako kertaa|kuinka monta kertaa
      kuinka monesti|miten monta kertaa|kolmatta kertaa|neljättä kertaa|# kerran|# kertaa sanonut|sata kertaa
      aina vaan|jatkuvasti sama|sama virhe|sama vika|kuten viimeksi|niin kuin ennenkin|kuten ennen
      kuten sovittiin|kuten tiedät|joka kerta kun|saan aina|joudun aina|edelleenkään
    `),
    wrong: phrases(`
      ^ei|^eiku|^eikun|^väärin|^väärä|^ei ihan|^stop|^seis|^hei|se on väärin|on väärin|tuo on väärin
      ei pidä paikkaansa|ei ole oikein|ei oikein|ei ole totta|ei se mitä|en pyytänyt|en tarkoittanut|unohdit
      unohdit taas|sinulta jäi|käytit|kirjoitit|laitoit|teit|muutit|rikoit|sinun virhe|sun virhe|liian pitkä
      liian lyhyt|liian monta|liian paljon|aivan liian|olisi pitänyt|peru se|kumoa se|palauta se|pyysin
      miksi sinä|miksi sä|miksi teit|miksi laitoit|taas väärin|ihan pieleen|meni pieleen|pieleen
    `),
    repair: phrases(`
      jouduin|jouduttiin|piti itse|minun piti|mun piti|sain itse|käsin|manuaalisesti|korjasin|korjasin itse
      korjasin taas|olen korjannut|oon korjannut|muutin ... takaisin|vaihdoin ... takaisin
      siirsin ... takaisin|palautin|laitoin ... takaisin|poistin ... taas|kirjoitin ... uudestaan|siivosin
      itse korjaamaan|korjaamaan|joutunut korjaamaan
    `),
    change: phrases(`
      nyt|nykyään|nykyisin|ei enää|emme enää|en enää|eivät enää|ei ole enää|siirryimme|siirryttiin
      on siirrytty|siirtyi|on siirtynyt|muutti|on muuttanut|muuttui|on muuttunut|vaihdoimme|vaihdettiin
      on vaihdettu|vaihtui|on vaihtunut|migroitiin|päivitettiin|päivitimme|korvattiin|on korvattu|korvasi
      nimettiin uudelleen|on nyt|nykyinen|alkaen|lähtien|viime viikosta|maanantaista|aiemmin|ennen oli
      oli ennen|ennen meillä|luovuimme|luovuttiin|on luovuttu|lopetettiin|lopetimme|on lopetettu|palattiin
      palasimme|takaisin|uusi osoite|uusi numero|uusi|ei toiminut|päivitys:|korjaus:|nousi|laski|nostettiin
      laskettiin|lakkautettiin|on suljettu|tilalle|tuli tilalle|jäi eläkkeelle|tulee voimaan
      nousee|nostetaan|laskee|lasketaan|pidennetään|lyhennetään
    `),
    state: phrases(`
      on|ovat|oli|sijaitsee|löytyy|asuu|pyörii|toimii|menee|menevät|lähtee|tulee|kulkee|maksaa|kestää|alkaa
      päättyy|loppuu|aukeaa|sulkeutuu|tarkoittaa|merkitsee|kuuluu|omistaa|hyväksyy|hoitaa|käyttää|vastaa
      on nimeltään|nimi on|sisältää|koostuu|koskee|vanhenee|johtuu|istuu
    `),
    question: phrases(`
      ^mikä|^mitä|^mitkä|^miksi|^miks|^miten|^kuinka|^milloin|^koska|^missä|^mihin|^mistä|^kuka|^kenen|^ketkä
      ^kumpi|^kumman|^paljonko|^montako|^onko|^oliko|^ovatko|^voiko|^voisiko|^voinko|^voimmeko|^voidaanko
      ^saako|^saanko|^pitääkö|^pitäisikö|^täytyykö|^tuleeko|^toimiiko|^löytyykö|^tiedätkö|^tiiätkö|^oletko
      ^olenko|^haluatko|^kannattaako|^miltä|^mites|^entä|^entäs|^eikö|onko mahdollista|osaatko sanoa
      mietin että|mietin miten|ihmettelen|onko ideoita
    `),
    hypothesis: phrases(`
      mitä jos|entä jos|jos me|jos vaihtaisimme|jos vaihdettaisiin|^jos|jos olisit|jos joskus|ehkä|kenties
      mahdollisesti|voisi olla|voisimme|voitaisiin|voisin|vois|olisi kiva|olisi ehkä|kuvittele|kuvitellaan
      oletetaan|oletetaan että|sanotaan että|teoriassa|hypoteettisesti|jonain päivänä|joskus tulevaisuudessa
      jossain vaiheessa|vain ajatus|pelkkä ajatus|ajattelin vaan|mietin ääneen|pohdin|harkitsen|harkitsemme
      esimerkiksi|ehdotus:|miksei|miksi ei|luulen|luulisin|arvelen|en ole varma|en oo varma|todennäköisesti
      luultavasti|pitäisikö meidän|leikittelen
    `),
    oneOff: phrases(`
      vain tämän kerran|tämän kerran|tän kerran|tällä kertaa|tällä kerralla|vain tällä kertaa|vain kerran
      vain nyt|nyt heti|juuri nyt|toistaiseksi|tänään|tänä iltana|huomenna|eilen|aamulla|iltapäivällä|illalla
      yöllä|hetkeksi|hetki|väliaikaisesti|väliaikainen|tilapäisesti|# minuuttia|# minuutin|# min
      tällä viikolla|perjantaihin asti|perjantaihin mennessä|tässä kuussa|tässä viestissä|tässä tiedostossa
      tätä tehtävää varten|tähän tehtävään|tässä pr|tässä vastauksessa|huvin vuoksi|poikkeuksellisesti
      yksi poikkeus|kerrankin|tässä tapauksessa|pikaisesti|nopea hack|demoa varten|ennen kokousta|kokoukseen
      samalla kun|kunnes tulen|ennen kuin lähden
    `),
    rolePlay: phrases(`
      teeskentele|leiki|leikitään|leiki että|esitä|esitä että|näyttele|roolipeli|roolileikki|olet nyt|^olet
      ^sinä olet|^sä oot|kuvittele olevasi|kuvittele että olet|ole kuin|käyttäydy kuin|puhu kuin|vastaa kuin
      kirjoita kuin|ikään kuin olisit|roolissa|pysy roolissa|nimesi on|sinun nimesi|olen sinun|olipa kerran
      tarinassa|pelissä|hahmossa
      olet @|sinä olet @|olet nyt @|nimesi on @|esität @
    `),
    smallTalk: phrases(`
      kiitos|kiitoksia|kiitti|kiitos paljon|tuhannet kiitokset|hei hei|moi|moikka|terve|huomenta
      hyvää huomenta|hyvää päivää|hyvää iltaa|hyvää yötä|öitä|näkemiin|nähdään|heippa|moido|haha|hehe|lol
      mitä kuuluu|miten menee|hienoa|hienoa työtä|hyvää työtä|hyvin tehty|hyvä homma|loistavaa|loistava
      mahtavaa|mahtava|täydellistä|täydellinen|upeaa|kiva|kivaa|siistiä|näyttää hyvältä|ole hyvä$|eipä kestä
      sää|kahvi|kahvia|kahville|tee|lounas|lounaalle|kalja|olut|sauna|viikonloppu|loma|lomalla|väsynyt
      väsyttää|nälkä|hauska|vitsi|kissa|koira|lapset|onneksi olkoon|onnea|anteeksi|sori|pahoittelut|ei hätää
      ei se mitään|ei haittaa|älä huoli|ei kiirettä|rauhassa|rakastan sinua|olet paras|hyvää viikonloppua
    `),
    reported: phrases(`
      sanoo että|sanoi että|sano että|väittää|väitti|kirjoitti että|kirjoittaa että|mukaan|kertoi että
      kertoo että|lukee että|luki että|tiketissä lukee|tiketissä|tiketin mukaan|sähköpostissa|viestissä luki
      viestissä lukee|mailissa|asiakas|asiakkaan|asiakas sanoo|asiakas haluaa|asiakas kirjoitti
      käyttäjä kirjoitti|kollega|työkaveri|työkaveri sanoi|pomo sanoo|pomo sanoi|vaimo sanoi|mies sanoi
      hän sanoi|he sanoivat|joku sanoi|joku kirjoitti|luin|luin jostain|luin että|kuulin|kuulin että|näin että
      kuulemma|artikkeli|artikkelissa|blogissa|stack overflow|foorumilla|netissä|toimittaja sanoo|lainaus
      siteeraan|loki sanoo|lokissa|virhe sanoo|kommentissa|ohjeessa lukee|dokumentaatiossa|dokumentaation
      readme|chatgpt|minulle kerrottiin|mulle sanottiin|liitin tähän
    `),
    pointing: phrases(`
      tämä tässä|tässä|tuossa|täällä|tuolla|siinä|siihen|tähän|tuohon|ylhäällä|alhaalla|yllä|alla|yllä oleva
      alla oleva|rivi #|rivillä #|rivit #|riviin #|sivu #|sivulla #|luonnos #|vaihtoehto #|vaihe #|kappale #
      ensimmäinen|toinen|kolmas|viimeinen|seuraava|ylin|alin|edellinen|tämä tiedosto|tässä tiedostossa
      tuo tiedosto|tämä funktio|tuo funktio|tämä haara|tämä branch|tämä pr|tämä commit|tämä testi|tämä bugi
      tämä virhe|tämä muutos|nämä muutokset|tuo kohta|tämä kohta|tuo osa|tämä osa|niistä|loput|jonka kirjoitit
      mitä kirjoitit|mitä teit|takaisin siihen|tarkoitin|yksi vielä|vielä yksi|jatka|odota|sellaisenaan|näin
      tähän asti|ensin|vaihtoehto a|vaihtoehto b
    `),
    task: phrases(`
      ^lisää|^korjaa|^tee|^luo|^toteuta|^implementoi|^rakenna|^refaktoroi|^nimeä uudelleen|^poista|^siirrä
      ^päivitä|^muuta|^vaihda|^näytä|^selitä|^kuvaile|^kuvaa|^tiivistä|^yhteenveto|^käy läpi|^katsele|^katso
      ^vilkaise|^tarkista|^tsekkaa|^etsi|^hae|^listaa|^avaa|^lue|^aja|^suorita|^testaa|^debuggaa|^selvitä
      ^tutki|^vertaa|^vertaile|^käännä|^kirjoita uudestaan|^kirjoita uudelleen|^lyhennä|^pushaa|^commitoi tämä
      ^mergeä|^rebasea|^peru|^kumoa|^deployaa|^julkaise|^asenna|^generoi|^piirrä|^muunna|^poimi|^jaa|^yhdistä
      ^valmistele|^lähetä|^anna|^kerro|^auta|^kokeile|^yritä|^jatketaan|^mene|^voitko|^voisitko|^viitsitkö
      ^tarvitsen|^tarvin|^meidän pitää|^kirjoita minulle|^korvaa|^siivoa|^aseta|^aloita nyt|^viimeistele
      ^oikolue|^tilaa|^soita|^varaa|^laske|^tulosta|^lataa|^ehdota|^leikkaa|^muistuta
    `),
    self: phrases(`
      olen|oon|mä oon|minä olen|olin|minulla on|mulla on|menen|mä meen|tulen|kokeilin|kokeilen|yritin|ajoin
      löysin|näen|näin|sain|tein|lisäsin|pushasin|mergesin|anna minun|anna mun|istun|olen takaisin|palaan pian
      kohta takaisin|en tiedä|en tiiä|en ymmärrä|en tajua|etsin|katson
      olen aina halunnut|aina halunnut|olen aina haaveillut|aina haaveillut|olen aina ajatellut
      aina luullut|olen aina rakastanut|olen aina vihannut|ei olisi koskaan pitänyt
      olisi koskaan pitänyt|en olisi koskaan uskonut|en ole koskaan ymmärtänyt|en ole koskaan ollut
      en ole ikinä ollut|en ikinä ymmärrä|aina paras|aina parhaita|aina parasta
      en koskaan enää elämässäni|aina ilo
    `),
    guess: phrases(`
      lienee|pitäisi toimia|pitäis toimia|pitäisi riittää|pitäisi olla ok|pitäisi olla kunnossa|varmaan
      varmaankin|taitaa|taisi|näyttää siltä|vaikuttaa|vaikuttaa siltä|ilmeisesti|näköjään|veikkaan|epäilen
      oletan|ei aavistustakaan|ei hajuakaan|en tiedä|en tiiä|en usko|en näe|en ymmärrä|en tajua|ei toimi
      ei onnistu|ei käynnisty|kaatuu|kaatui|epäonnistuu|epäonnistui|failaa|hajosi|on rikki|rikki|jumissa
      jumittaa
    `),
  },
  negatesNext: phrases(`
      ei|en|emme|eivät|älä|älkää|ei enää|eikä|ilman|koskaan|vältä|lopeta|jätä pois|luovuimme|luovuttiin
      mieluummin kuin|kuin|korvaa|korvasi|ei koskaan|ei mitään|ei yhtään
    `),
  negatesPrevious: phrases(`
      sijaan|sijasta|asemesta|ei enää|on poissa|on historiaa|on kuollut|lopetettiin|on lopetettu|on kielletty
      kielletty|ei ole sallittu|ei sallittu|on vanhentunut|on poistettu|poistettiin|hylättiin|on korvattu
      korvattiin|ei toiminut|ei käytetä|ei enää käytetä|ei käytössä|jäi eläkkeelle|lähti talosta
      on lakkautettu|pois|jää pois
    on eläkkeellä|on jäänyt eläkkeelle|petti meidät|oli liian kallis|olivat liian kalliita|tuli liian kalliiksi|oli liian hidas|ei riittänyt
    `),
  contrasts: ['mutta', 'vaan', 'mut'],
  endsNegation: phrases(
    `vaan|mutta|mut|käytä|nyt|vain|sen sijaan|mieluummin|me|käytetään|ota|enempää kuin|enemmän kuin|vähemmän kuin|pidempään kuin|myöhemmin kuin|aikaisemmin kuin|yli|ennen kuin|ennen|kunnes|ellei|paitsi`,
  ),
  numbers: {
    nolla: '0',
    yksi: '1',
    kaksi: '2',
    kolme: '3',
    neljä: '4',
    viisi: '5',
    kuusi: '6',
    seitsemän: '7',
    kahdeksan: '8',
    yhdeksän: '9',
    kymmenen: '10',
    yksitoista: '11',
    kaksitoista: '12',
    viisitoista: '15',
    kaksikymmentä: '20',
    kolmekymmentä: '30',
    viisikymmentä: '50',
    sata: '100',
    tuhat: '1000',
  },
  times:
    'maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina maanantaisin tiistaisin keskiviikkoisin torstaisin perjantaisin lauantaisin sunnuntaisin perjantait tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu tammikuussa kesäkuussa joulukuussa kevät kesä syksy talvi keväällä kesällä syksyllä talvella aamu aamupäivä päivä iltapäivä ilta yö keskiyö',
  abbreviations:
    'esim mm jne ym yms eli ks vrt nk ns n noin klo puh nro kpl snt mrd milj tri prof hra rva os sv s v ts ao em ko po tms alk',
  openers: phrases(`
      ei|eiku|eikun|ei ei|väärin|taas väärin|taas|stop|seis|hei|ok|okei|ok no|no|ja|mutta|myös|lisäksi|ai|aha
      hm|hmm|niin|eli|siis|oikeastaan|itse asiassa|ole hyvä|joo|juu|kyllä|anteeksi|sori|muuten|se on väärin
      ei taas|vielä kerran|kuten sanoin|niin kuin sanoin|sanoin jo|kuten aina|tiedoksi|ihan tiedoksi|muista
      huom|huomaa|muistutus|moi|moikka|yksi asia vielä|vielä yksi asia|kuuntele|kuule|katso|oikeesti
      rehellisesti|argh|kiitos
    `),
  frames: {
    errorFix: 'Kun `{command}` epäonnistuu virheeseen “{error}”, aja ensin {fix}.',
    workflow: '{task}: aja {steps}.',
    checks: 'Kun projektissa {project} on muutettu jotain: aja {steps}.',
    begins: 'Työ projektissa {project} alkaa: {steps}.',
    ends: 'Työ projektissa {project} päättyy: {steps}.',
    branches: 'Haarat projektissa {project} nimetään näin: {steps}.',
    commits: 'Commit-viestit projektissa {project} alkavat näin: {steps}.',
    fails: '`{command}` epäonnistuu usein projektissa {project}: ”{error}”. Tarkista se ensin.',
    stepFirst: 'Aja `{step}` ennen komentoa `{goal}`.',
    leaveOut: 'Aja `{goal}` ilman valintaa `{option}`.',
    checkAfter: 'Aja `{step}` komennon `{goal}` jälkeen.',
    andThen: ', sitten ',
    repair: 'Korjaat tämän joka kerta käsin: “{quote}”',
  },
};
