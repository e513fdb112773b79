// Question marks behind what is no question: a tag that asks for a nod ("minutes are in the present tense, ok?"), and an
// order that is worded as a polite question ("could you always give the source?"). Data that a person can read and
// extend, one record a language. Tags by which somebody only makes sure of a thing ("right?", "isn't it?") are not here.
import type { Pattern } from './lexicon.ts';
import { phrases } from './phrases.ts';

interface Asking {
  readonly tags: readonly string[];
  /** How an order begins, or ends, that is worded as a question. */
  readonly requests: readonly Pattern[];
}

const asked = (tags: string, begins: string, ends = ''): Asking => ({
  tags: phrases(tags),
  requests: [...phrases(begins).map((p) => `^${p}`), ...phrases(ends).map((p) => `${p}$`)],
});

export const asking: Readonly<Record<string, Asking>> = {
  en: asked(
    'ok|okay|agreed|deal|got it|understood|clear|remember|please|alright|all right|will you|would you|can you',
    'can you|could you|would you please|would you kindly|will you please|can u|could u|can we please|could we please|can or not you|may i ask you to|might i ask you to|would you mind',
  ),
  de: asked(
    'ok|okay|ne|gell|klar|verstanden|abgemacht|einverstanden|weißt du noch|bitte|in ordnung|ja',
    'kannst du|könntest du|können sie|könnten sie|würdest du|würden sie|kannste|könnten wir bitte|können wir bitte',
  ),
  fr: asked(
    "ok|d'accord|hein|compris|entendu|s'il te plaît|s'il vous plaît|tu te rappelles|c'est clair",
    "peux-tu|tu peux|pourrais-tu|tu pourrais|pouvez-vous|vous pouvez|pourriez-vous|vous pourriez|est-ce que tu peux|est-ce que tu pourrais|est-ce que vous pouvez|est-ce que vous pourriez|on peut s'il te plaît",
  ),
  es: asked(
    'vale|ok|de acuerdo|entendido|recuerdas|te acuerdas|por favor|dale|estamos|listo',
    'puedes|podrías|puede usted|podría usted|pueden|podrían|me puedes|me podrías|podés|podrías por favor',
  ),
  pt: asked(
    'ok|combinado|tá|tá bom|tá bem|né|entendido|percebido|está bem|lembras-te|lembra|beleza|por favor|pode ser|viu',
    'podes|poderias|podias|você pode|você poderia|dá para|dava para|tem como você|será que podes|será que você pode',
  ),
  it: asked(
    "ok|va bene|d'accordo|capito|chiaro|intesi|ricordi|ti ricordi|per favore",
    'puoi|potresti|può per favore|potrebbe per favore|potete|potreste|mi puoi|riesci a',
  ),
  nl: asked(
    'ok|oké|goed|hè|he|afgesproken|akkoord|begrepen|weet je nog|duidelijk|snap je|graag',
    'kun je|kan je|zou je|kunt u|zou u|wil je|kunnen we alsjeblieft',
  ),
  sv: asked(
    'ok|okej|förstått|överens|minns du|tack',
    'kan du|skulle du kunna|kan ni|skulle ni kunna|kunde du|vill du',
  ),
  da: asked('ok|okay|forstået|aftalt|husker du|tak', 'kan du|kunne du|vil du|gider du|kan i|kunne i'),
  nb: asked('ok|greit|forstått|avtalt|husker du|takk', 'kan du|kunne du|vil du|kan dere|kunne dere'),
  fi: asked('ok|selvä|sovittu|muistatko|jooko', 'voitko|voisitko|voisitteko|voitteko|viitsitkö'),
  hu: asked('ok|oké|rendben|jó|ugye|érted|emlékszel', 'tudnál|tudnád|meg tudnád|kérhetném|megtennéd'),
  ro: asked('ok|bine|ne-am înțeles|de acord|ții minte|te rog', 'poți|poți să|ai putea|puteți|ați putea'),
  el: asked('εντάξει|οκ|σύμφωνοι|θυμάσαι|παρακαλώ', 'μπορείς|θα μπορούσες|μπορείτε|θα μπορούσατε'),
  ru: asked(
    'ок|окей|ладно|хорошо|понятно|договорились|помнишь|ясно',
    'можешь|можете|мог бы ты|не мог бы ты|могла бы ты|не могла бы ты|не могли бы вы|могли бы вы|ты можешь',
  ),
  uk: asked(
    "ок|гаразд|добре|зрозуміло|домовились|домовилися|пам'ятаєш",
    'можеш|можете|міг би ти|чи не міг би ти|чи можеш|чи могли б ви|чи не могли б ви',
  ),
  pl: asked(
    'ok|okej|dobrze|dobra|zgoda|jasne|rozumiesz|pamiętasz',
    'możesz|mógłbyś|mogłabyś|czy możesz|czy mógłbyś|czy mogłabyś|czy może pan|czy może pani',
  ),
  cs: asked(
    'ok|dobře|platí|jasné|pamatuješ|rozumíš|domluveno|jo',
    'můžeš|mohl bys|mohla bys|můžete|mohli byste',
  ),
  tr: asked(
    'tamam mı|tamam|olur mu|anlaştık mı|anladın mı|hatırlıyor musun|oldu mu',
    '',
    'ar mısın|er misin|ır mısın|ir misin|ur musun|ür müsün|mısın|misin|musun|müsün|mısınız|misiniz|musunuz|müsünüz',
  ),
  id: asked('ya|oke|ok|setuju|mengerti|ingat|paham', 'bisa|bisakah|bisa tidak|dapatkah kamu|dapatkah anda'),
  vi: asked('nhé|được không|nhớ không|ok|hiểu không', 'bạn có thể|anh có thể|em có thể', 'được không'),
  th: asked('นะ|โอเคไหม|ตกลงไหม|เข้าใจไหม', '', 'ได้ไหม|ได้มั้ย|หน่อยได้ไหม'),
  ar: asked('اتفقنا|تمام|مفهوم|ماشي|طيب|حسنا|حسناً', 'هل يمكنك|هل تستطيع|هل بإمكانك|ممكن|تقدر'),
  he: asked('בסדר|אוקיי|סבבה|הבנת|מסכים', 'אתה יכול|את יכולה|תוכל|תוכלי|אפשר בבקשה'),
  fa: asked('باشه|خب|موافقی|یادت هست|اوکی', 'می‌شود|میشه|می‌توانی|می‌تونی|ممکن است'),
  hi: asked('ठीक है|ठीक|समझे|समझ गए|ओके|याद है ना', '', 'सकते हैं|सकते हो|सकती हो|सकते हो क्या|दोगे|देंगे'),
  'hi-Latn': asked(
    'theek hai|thik hai|ok|okay|samjhe|yaad hai na',
    'can you|could you',
    'sakte ho|sakte hain|sakti ho|doge|denge',
  ),
  zh: asked('好吗|好吧|好不好|知道吗|明白吗|懂吗|记得吗|ok|没问题吧', '能不能|可不可以|可以|能|麻烦你|请你'),
  ja: asked(
    'いいですね|いいですか|いいね|よね|わかった|分かりましたか|わかりましたか|大丈夫ですね|覚えてますか',
    '',
    'もらえますか|いただけますか|くれますか|もらえる|くれる|お願いできますか|くださいますか|もらえませんか|くれませんか|いただけませんか',
  ),
  ko: asked(
    '알았죠|알겠죠|알았지|알겠지|오케이|됐죠|기억하죠|알겠어요',
    '',
    '주세요|줄래|줄래요|주실래요|주실 수 있나요|줄 수 있어|줄 수 있어요|주시겠어요|줄 수 있나요',
  ),
};
