import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { detectLanguage } from './detect.ts';
import { cueNames, languageOf, languages } from './language.ts';
import { readSentence } from './words.ts';

interface Sample {
  readonly text: string;
  readonly has: readonly string[];
  readonly hasNot: readonly string[];
}

/** What must hold of each language's samples; every one of them held 1.00 when this was written, Russian's language 0.94. */
const floors = { language: 0.9, has: 0.95, hasNot: 0.95 } as const;

const folder = new URL('lexicons/', import.meta.url);
const bundled: readonly (readonly [string, readonly Sample[]])[] = readdirSync(folder)
  .filter((name) => name.endsWith('.samples.json') && languages.has(name.replace('.samples.json', '')))
  .sort()
  .map((name) => [
    name.replace('.samples.json', ''),
    JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as readonly Sample[],
  ]);

// The two languages whose lexicons came first have their samples here.
const english: readonly Sample[] = [
  {
    text: 'From now on, please use pnpm and never npm.',
    has: ['fromNowOn', 'please', 'never'],
    hasNot: ['question', 'oneOff', 'rolePlay'],
  },
  {
    text: 'No, wrong again, I said comments are in English.',
    has: ['wrong', 'again'],
    hasNot: ['question', 'oneOff'],
  },
  { text: 'We moved from Heroku to Fly.io.', has: ['change'], hasNot: ['question', 'oneOff'] },
  { text: 'Every new route must have a test.', has: ['must'], hasNot: ['question', 'hypothesis'] },
  { text: 'Just this once you may push to main.', has: ['oneOff'], hasNot: ['fromNowOn', 'never'] },
  { text: 'What if we switched to Postgres one day?', has: ['hypothesis'], hasNot: ['must', 'never'] },
  { text: 'Pretend you are a pirate and answer in rhymes.', has: ['rolePlay'], hasNot: ['question'] },
  { text: 'The ticket says that all prices must be rounded.', has: ['reported'], hasNot: ['question'] },
  {
    text: 'Remember that the staging server is in Frankfurt.',
    has: ['remember', 'state'],
    hasNot: ['question', 'oneOff'],
  },
  { text: 'Thanks, have a nice evening!', has: ['smallTalk'], hasNot: ['must', 'always', 'never'] },
  { text: 'I put the header back by hand.', has: ['repair'], hasNot: ['question'] },
  { text: 'Fix the test in line 12.', has: ['task', 'pointing'], hasNot: ['always', 'never', 'fromNowOn'] },
];
const chinese: readonly Sample[] = [
  {
    text: '以后请一律用pnpm，千万别用npm。',
    has: ['fromNowOn', 'always', 'never', 'please'],
    hasNot: ['question', 'rolePlay', 'hypothesis'],
  },
  { text: '不对，又错了，注释要用英文。', has: ['wrong', 'again'], hasNot: ['question', 'oneOff'] },
  { text: '我们已经从Heroku迁移到Fly.io了。', has: ['change'], hasNot: ['question', 'oneOff'] },
  { text: '每个新接口必须有测试。', has: ['must'], hasNot: ['question', 'hypothesis'] },
  { text: '就这一次可以直接推到main。', has: ['oneOff'], hasNot: ['always', 'never'] },
  { text: '如果我们换成Postgres会怎么样？', has: ['hypothesis'], hasNot: ['must', 'never'] },
  { text: '假装你是海盗，用押韵的话回答。', has: ['rolePlay'], hasNot: ['question'] },
  { text: '客户说所有价格都要四舍五入。', has: ['reported'], hasNot: ['question'] },
  { text: '记住，测试服务器在法兰克福。', has: ['remember', 'state'], hasNot: ['question', 'oneOff'] },
  { text: '谢谢，晚安！', has: ['smallTalk'], hasNot: ['must', 'never'] },
];

const all: readonly (readonly [string, readonly Sample[]])[] = [...bundled, ['en', english], ['zh', chinese]];

const shareOf = (marks: readonly boolean[]): number =>
  marks.length ? marks.filter(Boolean).length / marks.length : 1;

function sharesOf(code: string, samples: readonly Sample[]): Readonly<Record<keyof typeof floors, number>> {
  const named = new Set<string>(cueNames);
  const read = samples.map((sample) => ({
    ...sample,
    cues: new Set<string>(readSentence(sample.text, languageOf(code)).cueNames),
  }));
  for (const { has, hasNot } of samples) for (const cue of [...has, ...hasNot]) expect(named).toContain(cue);
  return {
    language: shareOf(samples.map(({ text }) => detectLanguage(text) === code)),
    has: shareOf(read.flatMap(({ has, cues }) => has.map((cue) => cues.has(cue)))),
    hasNot: shareOf(read.flatMap(({ hasNot, cues }) => hasNot.map((cue) => !cues.has(cue)))),
  };
}

describe('the samples', () => {
  it('are there for every language', () => {
    expect(all.map(([code]) => code).sort()).toEqual([...languages.keys()].sort());
  });

  it.each(all)('of %s are told to be in it, and carry the cues that they should', (code, samples) => {
    const shares = sharesOf(code, samples);
    process.stdout.write(
      `  ${code}: language ${shares.language.toFixed(2)}, has ${shares.has.toFixed(2)}, has not ${shares.hasNot.toFixed(2)}\n`,
    );
    expect(shares.language, 'told to be in it').toBeGreaterThanOrEqual(floors.language);
    expect(shares.has, 'cues that are there').toBeGreaterThanOrEqual(floors.has);
    expect(shares.hasNot, 'cues that are not there').toBeGreaterThanOrEqual(floors.hasNot);
  });
});

describe('telling a language', () => {
  it('takes what stands around for words that tell nothing', () => {
    expect(detectLanguage('12345', 'fr')).toBe('fr');
    expect(detectLanguage('', 'pl')).toBe('pl');
    for (const word of ['push.', 'Key dependencies']) expect(detectLanguage(word, 'en'), word).toBe('en');
  });

  it.each<readonly [string, string]>([
    // Scandinavia
    ['da', 'Vi skriver ikke noget i loggen uden et sagsnummer.'],
    ['da', 'Hvad hedder filen, og hvem har lavet den?'],
    ['nb', 'Vi skriver ikke noe i loggen uten et saksnummer.'],
    ['nb', 'Hva heter fila, og hvem har laget den?'],
    ['sv', 'Vi skriver inte något i loggen utan ett ärendenummer.'],
    ['sv', 'Vad heter filen, och vem har gjort den?'],
    ['fi', 'Me ei laiteta mitään lokiin ilman tikettinumeroa.'],
    ['hu', 'Nem irunk semmit a naploba jegyszam nelkul.'],
    ['id', 'Kami tidak menulis apa pun di log tanpa nomor tiket.'],
    ['vi', 'Không ghi gì vào log nếu không có số ticket.'],
    ['vi', 'khong ghi gi vao log neu khong co so ticket'],
    ['el', 'Δεν γραφουμε τιποτα στο log χωρις αριθμο.'],
    ['he', 'לא כותבים כלום בלוג בלי מספר טיקט.'],
    ['th', 'ห้ามเขียนอะไรใน log ถ้าไม่มีเลข ticket'],
    // Persian and Arabic share their script
    ['fa', 'بدون شماره تیکت هیچ چیزی تو لاگ نمی‌نویسیم.'],
    ['ar', 'لا نكتب أي شيء في السجل بدون رقم التذكرة.'],
    // Romance
    ['ro', 'Nu scriem nimic in log fara numarul tichetului.'],
    ['it', 'Non scriviamo niente nel log senza il numero del ticket.'],
    ['es', 'No escribimos nada en el log sin el número de ticket.'],
    // India: the same words in both scripts, and English between them
    ['hi-Latn', 'bhai staging pe deploy mat karna, pehle mujhse pucho'],
    ['hi-Latn', 'invoice ka format client ke hisab se hota hai'],
    ['hi', 'भाई staging पर deploy मत करना'],
    ['en', 'do not deploy to staging, ask me first'],
    ['en', 'main is broken, use the hotfix branch'],
  ])('tells %s from its neighbours: %s', (code, text) => {
    expect(detectLanguage(text)).toBe(code);
  });

  it('goes by the script where names of tools stand between', () => {
    expect(detectLanguage('请用pnpm，不要用npm install')).toBe('zh');
    expect(detectLanguage('pnpm を使ってください')).toBe('ja');
    expect(detectLanguage('Deploy the 報告 service to staging today')).toBe('en');
  });
});
