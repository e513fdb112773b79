// Words with which nobody ends a sentence ("the header has to"), and words by which people break one off ("uh, hang on,
// the phone"): data that a person can read and extend, one record a language, in all of them. Written as lexicons are.
import type { Pattern } from './lexicon.ts';
import { phrases } from './phrases.ts';

interface HalfSaid {
  /** At the end of a sentence: something is to come. */
  readonly opens: readonly Pattern[];
  /** The same in what is to hold from now on; in another sentence it may well be the last word ("as it should"). */
  readonly duties: readonly Pattern[];
  /** After a pause: the speaker is called away, or thinks better of it. */
  readonly breaks: readonly Pattern[];
}

const said = (opens: string, duties: string, breaks: string): HalfSaid => ({
  opens: phrases(opens).map((pattern) => `${pattern}$`),
  duties: phrases(duties).map((pattern) => `${pattern}$`),
  breaks: phrases(breaks),
});

export const halfSaid: Readonly<Record<string, HalfSaid>> = {
  en: said(
    'has to|needs to|ought to|should always|should never|must always|must never|you should always|you must never|the|a|an|and|or|whenever|every|because|your|our|my|that the|if the',
    'have to|need to|must|should|shall|will',
    'hang on|hold on|uh|um|erm|one sec|one second|just a sec|phone$|doorbell|let me think|where was i|scratch that|no wait|oh wait|wait$|brb|back in a minute|forget it$',
  ),
  de: said(
    'und|oder|jeder|jede|jedes|jeden|wenn|weil|dass|sollten wir immer|sollte man immer|sollte immer|muss jede|muss jeder|muss jedes|muss immer|und die|und der|und das',
    'sollte|muss|soll',
    'äh|ähm|moment|momentchen|warte mal|sekunde|telefon$|es klingelt|ach egal|ach nee|vergiss es$|wo war ich|lass mich überlegen|lass mich nachdenken',
  ),
  fr: said(
    'et|ou|que|quand|chaque|faut que|devrait toujours|il faut toujours|il faudrait toujours|ne doit jamais|doit toujours|pour les|avec le|dans le',
    'doit|doivent|devra|faudra',
    "euh|attends|attendez|une seconde|un instant|téléphone$|on sonne|laisse tomber$|laisse-moi réfléchir|où j'en étais|non attends",
  ),
  es: said(
    'el|los|las|y|o|que|cada|cuando|tiene que|tienen que|hay que|debe siempre|debería siempre|habría que siempre|nunca debe|con el|de los',
    'debe|deben|deberá',
    'eh|espera|espere|un segundo|un momento|teléfono$|llaman|déjame pensar|dejame pensar|olvídalo$|por dónde iba|no espera',
  ),
  pt: said(
    'e|ou|que|cada|quando|tem que|têm que|tem de|têm de|deve sempre|devia sempre|nunca deve|com o|com os',
    'deve|devem|deverá',
    'ahn|hum|espera|espere|péra|peraí|pera aí|um segundo|um momento|telefone$|tocaram|deixa eu pensar|deixa-me pensar|esquece$|onde é que eu ia|não espera',
  ),
  it: said(
    'il|e|o|che|ogni|quando|deve sempre|dovrebbe sempre|bisogna sempre|bisogna|non deve mai|con il|con i',
    'deve|devono|dovrà',
    "ehm|aspetta|aspetti|un attimo|un secondo|telefono$|suonano|lascia stare$|fammi pensare|dov'ero|no aspetta",
  ),
  nl: said(
    'de|een|en|of|elke|elk|wanneer|omdat|moet altijd|moeten altijd|zou altijd|zouden altijd|met de|in de',
    'moet|moeten',
    'eh|ehm|uh|wacht|wacht even|momentje|telefoon$|de bel|laat maar$|even denken|waar was ik|nee wacht',
  ),
  sv: said(
    'och|eller|varje|när|att|måste alltid|ska alltid|bör alltid|med den|i den',
    'måste|ska',
    'öh|eh|vänta|ett ögonblick|telefon$|telefonen$|det ringer|strunt samma$|glöm det$|låt mig tänka|var var jag|nej vänta',
  ),
  da: said(
    'og|eller|hver|hvert|når|skal altid|bør altid|med den|i den',
    'skal|må',
    'øh|øhm|vent|et øjeblik|telefon$|telefonen$|det ringer|glem det$|lad mig tænke|hvor var jeg|nej vent',
  ),
  nb: said(
    'og|eller|hver|hvert|når|må alltid|skal alltid|bør alltid|med den|i den',
    'skal|må',
    'øh|øhm|vent|et øyeblikk|telefon$|telefonen$|det ringer|glem det$|la meg tenke|hvor var jeg|nei vent',
  ),
  fi: said(
    'ja|tai|joka|kun|jos|että|pitää aina|täytyy aina|pitäisi aina',
    'pitää|täytyy',
    'öö|hetki|hetkinen|odota|puhelin$|ovikello|anna kun mietin|antaa olla$|mihin jäin|ei kun odota',
  ),
  hu: said(
    'és|vagy|a|az|minden|hogy|ha|mindig kell|mindig a|mindig az',
    'kell',
    'öö|ööö|várj|pillanat|egy pillanat|telefon$|csöngetnek|hagyd$|hadd gondolkodjak|hol is tartottam|nem várj',
  ),
  ro: said(
    'un|și|sau|fiecare|când|trebuie să|ar trebui mereu|trebuie mereu|de la|cu',
    'trebuie',
    'ăă|ăăă|stai|stai puțin|o secundă|telefonul$|sună|lasă$|lasă-mă să mă gândesc|unde rămăsesem|nu stai',
  ),
  el: said(
    'η|ο|και|ή|κάθε|όταν|να|πρέπει να|πρέπει πάντα|πρέπει πάντα να|δεν πρέπει ποτέ να',
    'πρέπει',
    "εε|εεε|περίμενε|μια στιγμή|ένα λεπτό|το τηλέφωνο$|χτυπάει|άσ' το$|άσε να σκεφτώ|πού ήμουν|όχι περίμενε",
  ),
  ru: said(
    'и|или|если|когда|каждый|каждая|каждое|надо бы|нужно бы|всегда надо|всегда нужно|всегда надо бы|никогда не надо|и в|на каждой',
    'должен|должна|должно|должны|надо|нужно',
    'эм|эээ|подожди|подождите|погоди|секунду|секундочку|телефон$|звонят|дай подумать|дай подумаю|неважно$|нет подожди|о чём это я',
  ),
  uk: said(
    'і|та|або|якщо|коли|кожен|кожна|кожне|треба б|завжди треба|завжди треба б|має бути завжди|і в',
    'повинен|повинна|повинно|повинні|треба|має',
    'ем|еее|зачекай|почекай|секунду|телефон$|дзвонять|дай подумати|неважливо$|ні зачекай|про що це я',
  ),
  pl: said(
    'i|lub|albo|każdy|każda|każde|jeśli|kiedy|że|zawsze musi|zawsze powinien|trzeba zawsze|i w',
    'musi|muszą|powinien|powinna|powinno|powinny',
    'yyy|eee|czekaj|poczekaj|chwila|chwileczkę|sekundę|telefon$|dzwonek|dzwonią|nieważne$|daj pomyśleć|na czym to ja|nie czekaj',
  ),
  cs: said(
    'a|nebo|každý|každá|každé|když|že|musí vždycky|musí vždy|by měl vždycky|a v',
    'musí|by měl|by měla|by mělo',
    'ehm|ééé|počkej|počkejte|moment|vteřinku|telefon$|zvoní|to je jedno$|nech mě přemýšlet|kde jsem to|ne počkej',
  ),
  tr: said(
    've|veya|ya da|her|eğer|bundan sonra her|artık her|ve bu',
    '',
    'ıı|ııı|eee|dur|dur bir|bekle|bir saniye|bir dakika|telefon$|kapı çalıyor|boş ver$|bir düşüneyim|nerede kalmıştım',
  ),
  id: said(
    'dan|atau|yang|harus selalu|setiap|kalau|untuk',
    'harus',
    'eh|hmm|tunggu|sebentar|telepon$|ada tamu|lupakan$|biar kupikir|sampai mana tadi|bukan tunggu',
  ),
  vi: said(
    'và|hoặc|phải luôn|luôn phải|mỗi|nếu|khi|không bao giờ được',
    'phải',
    'ờ|à mà|khoan|khoan đã|chờ chút|điện thoại$|thôi bỏ đi$|để nghĩ đã|nói tới đâu rồi',
  ),
  th: said('และ|หรือ|ทุก|ถ้า|ต้องเสมอ', '', 'เอ่อ|เดี๋ยวนะ|แป๊บ|โทรศัพท์$|ช่างมัน$|ขอคิดก่อน|ถึงไหนแล้ว'),
  ar: said(
    'و|أو|يجب أن|يجب دائما|يجب دائماً|كل|إذا|عندما|في كل|لا يجب أبدا أن',
    'يجب',
    'اه|امم|لحظة|انتظر|ثانية|الهاتف$|الباب$|انس الأمر$|دعني أفكر|أين كنت|لا انتظر',
  ),
  he: said(
    'או|כל|אם|של|צריך תמיד|תמיד צריך|אסור לך',
    'צריך|צריכה|חייב|חייבת',
    'אה|אממ|רגע|שנייה|טלפון$|דופקים|עזוב$|תן לי לחשוב|איפה הייתי|לא רגע',
  ),
  fa: said(
    'و|یا|باید همیشه|همیشه باید|هر|اگر|که|وقتی|هرگز نباید',
    'باید',
    'اِ|اوم|صبر کن|یه لحظه|یک لحظه|تلفن$|زنگ در|ولش کن$|بذار فکر کنم|کجا بودم|نه صبر کن',
  ),
  hi: said(
    'और|या|हर|अगर|जब|कि|अब से हर',
    '',
    'उम्म|अरे|रुको|एक मिनट|एक सेकंड|फ़ोन$|फोन$|दरवाज़ा$|छोड़ो$|सोचने दो|कहाँ था मैं|नहीं रुको',
  ),
  'hi-Latn': said(
    'aur|ya|har|agar|jab|ki|ab se har|has to|the',
    'should|must',
    'umm|arre|ruko|ek minute|ek second|phone$|darwaza$|chhodo$|sochne do|hang on|hold on|uh|um',
  ),
  zh: said(
    '每个|如果|要是|或者|每次都要|以后都|永远不要|永远都要',
    '必须|应该|一定要|都要',
    '呃|额|等下|等一下|等等|电话$|有人敲门|算了$|让我想想|说到哪了|不对等',
  ),
  ja: said(
    'もし|そして|場合は|ときは|時は|べきは|すべての|今後は|これからは',
    '必ず|いつも',
    'えっと|ええと|待って|ちょっと待って|電話$|やっぱりいい|まあいいや|考えさせて|どこまで言った',
  ),
  ko: said(
    '만약|그리고|때는|앞으로는|모든',
    '항상|반드시',
    '잠깐만|잠깐|잠시만|전화$|아니다$|됐다$|생각 좀|어디까지 했',
  ),
};
