import { describe, expect, it } from 'vitest';
import { languageOf } from '../language/language.ts';
import { readSentence } from '../language/words.ts';
import { cleanSentence } from './clean.ts';

describe('a sentence made clean', () => {
  it.each<readonly [string, string, string]>([
    ['en', 'No, a batch label is exactly 14 letters', 'A batch label is exactly 14 letters.'],
    ['hi', 'नहीं, कमिट मैसेज अंग्रेज़ी में लिखो।', 'कमिट मैसेज अंग्रेज़ी में लिखो।'],
    ['hi-Latn', 'nahi yaar, hamesha pnpm use karo', 'Hamesha pnpm use karo.'],
    ['ar', 'هل ننشر يوم الجمعة؟', 'هل ننشر يوم الجمعة؟'],
    ['zh', '不对，用pnpm', '用pnpm。'],
    ['en', 'Also: `rg` may be missing', '`rg` may be missing.'],
    ['en', '.env stays out of git', '.env stays out of git.'],
    ['da', 'nej, brug pnpm', 'Brug pnpm.'],
    ['en', 'Remember that the keys hang by the door.', 'The keys hang by the door.'],
    ['en', 'No, that is the old key.', 'That is the old key.'],
    ['pl', 'Pamiętaj, że klucze wiszą przy drzwiach.', 'klucze wiszą przy drzwiach.'],
    ['ru', 'Учти, что ключи висят у двери.', 'ключи висят у двери.'],
    ['hi', 'याद रखो कि चाबियाँ दरवाज़े के पास हैं।', 'चाबियाँ दरवाज़े के पास हैं।'],
    [
      'de',
      'Merk dir, dass der Schlüssel an der Tür hängt.',
      'Merk dir, dass der Schlüssel an der Tür hängt.',
    ],
    ['en', 'Wrong unit: kilometres, not miles.', 'Wrong unit: kilometres, not miles.'],
    ['sv', 'Fel enhet: kilometer, inte mil.', 'Fel enhet: kilometer, inte mil.'],
    ['en', 'Wrong: kilometres, not miles.', 'kilometres, not miles.'],
  ])('of %s: %s', (code, said, clean) => {
    expect(cleanSentence(readSentence(said, languageOf(code)), said)).toBe(clean);
  });
});
