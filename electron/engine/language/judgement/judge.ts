// How likely a sentence is a lasting rule or fact, as people word them, and not talk of the moment. A second witness
// beside the cues of the lexicons: it was taught by examples (scripts/train-judgement.ts) and knows wordings that no list
// holds; the lists know what it was never shown.
import type { Reading } from '../words.ts';
import { featuresMax, featuresOf } from './features.ts';
import { bias, packedWeights, scale } from './weights.ts';

let unpacked: Int8Array | null = null;

/** Unpacked at the first question: a command that reads no sentence pays nothing. */
function weights(): Int8Array {
  if (unpacked === null) {
    const bytes = atob(packedWeights);
    unpacked = Int8Array.from({ length: featuresMax }, (_, i) => bytes.charCodeAt(i));
  }
  return unpacked;
}

const judged = new WeakMap<Reading, number>();

/** Between 0 and 1, three decimals. The text is the sentence that the reading is of. */
export function judge(text: string, reading: Reading): number {
  const known = judged.get(reading);
  if (known !== undefined) return known;
  const lasts = weigh(text, reading);
  judged.set(reading, lasts);
  return lasts;
}

function weigh(text: string, reading: Reading): number {
  const features = featuresOf(text, reading);
  const table = weights();
  const sum = features.reduce((total, index) => total + (table[index] ?? 0), 0) * scale;
  const logit = bias + sum / Math.sqrt(features.length || 1);
  return Math.round(1000 / (1 + Math.exp(-logit))) / 1000;
}
