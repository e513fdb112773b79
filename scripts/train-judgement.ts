// Trains the judge that tells a lasting rule or fact from talk of the moment, on the sentences in
// scripts/judgement/examples, and writes its weights. The same sentences give the same weights, byte for byte.
//
//   npm run train-judgement            writes electron/engine/language/judgement/weights.ts
//   npm run train-judgement -- --folds 5   only measures: trained on four fifths, asked about the fifth (with --out: both,
//                                      for reading the sentences takes most of the time)
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { featuresMax, featuresOf } from '../electron/engine/language/judgement/features.ts';
import { languageOf } from '../electron/engine/language/language.ts';
import { readSentence } from '../electron/engine/language/words.ts';
import { fit, logitOf, type Model } from './judgement/fit.ts';

const root = resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    folds: { type: 'string' },
    examples: { type: 'string', default: join(root, 'scripts/judgement/examples') },
    orders: { type: 'string', default: join(root, 'scripts/judgement/orders') },
    out: { type: 'string' },
    wrong: { type: 'boolean', default: false },
  },
});

interface Example {
  readonly language: string;
  readonly text: string;
  readonly lasts: boolean;
  readonly features: readonly number[];
  /** Of the same sentence in small letters and without its stop: nobody's rule is less of a rule for it. */
  readonly inHaste: readonly number[];
}

function exampleOf(language: string, text: string, lasts: boolean): Example {
  const known = languageOf(language);
  const features = (said: string): readonly number[] => featuresOf(said, readSentence(said, known));
  // where nouns have capitals, also whoever is in haste mostly writes them
  const small =
    known.lexicon.capitalNouns === true ? text.slice(0, 1).toLowerCase() + text.slice(1) : text.toLowerCase();
  return {
    language,
    text,
    lasts,
    features: features(text),
    inHaste: features(small.replace(/[.。!！।]+$/u, '')),
  };
}

const examples: readonly Example[] = readdirSync(values.examples)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .flatMap((name) => {
    const language = name.replace(/(?:-\d+)?\.txt$/u, '');
    return readFileSync(join(values.examples, name), 'utf8')
      .split('\n')
      .filter((line) => /^[RN] \S/u.test(line))
      .map((line) => exampleOf(language, line.slice(2).trim(), line.startsWith('R')));
  });

// So many made-up orders for each language: with more of them rules told sideways were taken for orders.
const ordersEach = 60;

/** Orders of a day's work, put together from the words of scripts/judgement/orders. They never last. */
function ordersOf(name: string): readonly Example[] {
  const language = name.slice(0, 2);
  const parts = new Map(
    readFileSync(join(values.orders, name), 'utf8')
      .split('\n')
      .filter((line) => /^[a-z] /u.test(line))
      .map((line) => [line.slice(0, 1), line.slice(2).split('|')]),
  );
  let state = 17;
  const below = (max: number): number =>
    Math.floor(((state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 0x1_0000_0000) * max);
  const pick = (key: string): string => {
    const list = parts.get(key) ?? [''];
    return list[below(list.length)] ?? '';
  };
  const frame = (parts.get('s') ?? ['{l} {v} {o} {p}'])[0] ?? '';
  return Array.from({ length: ordersEach }, () => {
    const text = frame
      .replace(/\{([lvop])\}/gu, (_, key: string) => pick(key))
      .replace(/\{([fw])\}/gu, (_, key: string) => pick(key))
      .replace(/\{n\}/gu, () => String(2 + below(40)))
      .replace(/\s+(?=[,.，。])/gu, '')
      .replace(/\s+/gu, ' ')
      .trim();
    return exampleOf(language, text, false);
  });
}

const madeUp: readonly Example[] = readdirSync(values.orders)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .flatMap(ordersOf);

/** A linear congruential generator (Numerical Recipes' constants): the order of training is the same each time. */
function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  let state = seed >>> 0;
  const next = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 0x1_0000_0000;
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    const [a, b] = [result[i], result[j]];
    if (a !== undefined && b !== undefined) [result[i], result[j]] = [b, a];
  }
  return result;
}

/** Trained on each sentence as it is written well and as it is typed in haste. */
const train = (seen: readonly Example[]): Model =>
  fit(
    seen.flatMap(({ features, inHaste, lasts }) => [
      { features, lasts },
      { features: inHaste, lasts },
    ]),
    featuresMax,
  );

function measure(folds: number): void {
  const mixed = shuffled(examples, 7);
  const tally = new Map<
    string,
    { right: number; all: number; lost: number; rules: number; strays: number; talk: number }
  >();
  for (let fold = 0; fold < folds; fold++) {
    const model = train([...mixed.filter((_, i) => i % folds !== fold), ...madeUp]);
    for (const example of mixed.filter((_, i) => i % folds === fold)) {
      const says = logitOf(model, example.features) > 0;
      for (const key of ['all', example.language]) {
        const t = tally.get(key) ?? { right: 0, all: 0, lost: 0, rules: 0, strays: 0, talk: 0 };
        t.all++;
        if (says === example.lasts) t.right++;
        if (example.lasts) t.rules++;
        else t.talk++;
        if (example.lasts && !says) t.lost++;
        if (!example.lasts && says) t.strays++;
        tally.set(key, t);
      }
      if (values.wrong && says !== example.lasts)
        process.stdout.write(
          `${example.lasts ? 'R' : 'N'} ${logitOf(model, example.features).toFixed(1)} ${example.language} ${example.text}\n`,
        );
    }
  }
  for (const [key, t] of [...tally].sort(([a], [b]) => (a < b ? -1 : 1)))
    process.stdout.write(
      `${key}: ${t.all} sentences, right ${(t.right / t.all).toFixed(3)}, rules lost ${(t.lost / t.rules).toFixed(3)}, talk taken ${(t.strays / t.talk).toFixed(3)}\n`,
    );
}

function write(file: string): void {
  const { bias, weights } = train([...examples, ...madeUp]);
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const scale = largest / 127;
  const packed = Buffer.from(Int8Array.from(weights, (weight) => Math.round(weight / scale)).buffer);
  writeFileSync(
    file,
    `// Made by scripts/train-judgement.ts from ${examples.length} sentences; not to be changed by hand.
export const bias = ${Number(bias.toFixed(6))};
/** What one step of a weight stands for. */
export const scale = ${Number(scale.toPrecision(6))};
/** One signed byte for each feature, in Base64. */
export const packedWeights =
  '${packed.toString('base64')}';
`,
  );
  process.stdout.write(`${examples.length} sentences; ${file}\n`);
}

const { folds, out } = values;
if (folds !== undefined) measure(Number(folds));
if (folds === undefined || out !== undefined)
  write(out ?? join(root, 'electron/engine/language/judgement/weights.ts'));
