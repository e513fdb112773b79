// Patterns that never end: texts made to keep each rule of the masker and the reading of sentences busy, at one length and
// at four times that. What is linear takes four times as long, what is square sixteen.
import { hintStems } from '../../electron/engine/masking/handing-over-words.ts';
import { createMasker } from '../../electron/engine/masking/mask.ts';
import { withoutPersonalData } from '../../electron/engine/masking/personal-data.ts';
import { shapeRules } from '../../electron/engine/masking/rules.ts';
import { secretWords } from '../../electron/engine/masking/secret-words.ts';
import { passwordStems } from '../../electron/engine/masking/spoken-password.ts';
import type { Measure } from '../room.ts';

const shortChars = 1500;
/** Longer than anything that a rule follows (rules.ts). */
const beyondChars = 24_000;
const growth = 4;
const rounds = 3;
/** Between linear and square. */
const aim = 9;
/** What is this fast is noise. */
const floorMs = 3;

const fillers = ['', 'a', '-', ' ', '"', '\\', 'a1-', '\n', '=', ': ', '/', '.a', '@', '+1 ', 'A9', '=aB3$'];

/** One word of each kind that speaks of handing over, and what is weighed beside it. */
const hintsBesideWords = hintStems.flatMap(([, list]) => {
  const stem = list.split('|', 1)[0] ?? '';
  return [`${stem} badger-lupo-1234 `, `${stem} Badger1234! `, `${stem} 123456 `, `${stem} aB3$cD4#eF `];
});

const leads = (): readonly string[] => {
  const keywords = shapeRules.flatMap(({ keywords: own }) =>
    own.filter((word) => !/^sk[0-9a-f]{2}$/.test(word)),
  );
  const words = secretWords.map(({ word }) => word);
  return [
    ...new Set([
      ...keywords,
      ...words,
      ...passwordStems,
      ...hintsBesideWords,
      'sk3f',
      '-----begin private key-----',
      '@',
      '+',
      '⟦masked:',
    ]),
  ];
};

export const patterns: Measure = (room) => {
  const masker = withoutPersonalData(createMasker(), () => ({ emails: true, phones: true }));
  // Of this process alone: others at work on the machine do not count.
  const once = (text: string): number => {
    const before = process.cpuUsage();
    masker.mask(text);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  const fastest = (text: string): number => Math.min(...Array.from({ length: rounds }, () => once(text)));
  const of = (unit: string, chars: number): string => unit.repeat(Math.ceil(chars / unit.length));
  let worst = { unit: '', ratio: 0, ms: 0 };
  let texts = 0;
  for (const lead of leads()) {
    for (const filler of fillers) {
      const unit = lead + filler;
      texts++;
      const long = of(unit, shortChars * growth);
      if (once(long) < floorMs) continue;
      const ms = fastest(long);
      const short = ms / fastest(of(unit, shortChars));
      // Values are followed for some thousand characters at the most: what is square below that is looked at beyond it.
      const ratio =
        short <= aim ? short : fastest(of(unit, beyondChars * growth)) / fastest(of(unit, beyondChars));
      if (ratio > worst.ratio) worst = { unit, ratio, ms };
    }
  }
  room.print({
    measure: 'patterns',
    value: worst.ratio,
    unit: `times as long for ${growth} times the text, at the worst`,
    baseline: growth,
    aim: null,
    valueAim: aim,
    holds: worst.ratio <= aim,
    details: {
      texts,
      worst: JSON.stringify(worst.unit),
      worstMs: Math.round(worst.ms),
      chars: shortChars * growth,
    },
  });
  return Promise.resolve();
};
