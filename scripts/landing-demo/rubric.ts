// Reads the rubric, a Markdown file, and grades a landing by it. What the file says is what counts: a line that is
// changed there changes the grade.
import { readFileSync } from 'node:fs';
import { assert } from '../../shared/result.ts';
import type { Touchdown } from './physics.ts';

export interface Criterion {
  /** As the file words it: "Touchdown speed: at most 2.0 m/s". */
  readonly line: string;
  readonly measure: 'speed' | 'boulders' | 'craters' | 'fuel';
  readonly isMet: (measured: number) => boolean;
}

export interface Grade {
  readonly passed: boolean;
  /** One for each criterion that was not met: what was measured, and what was asked for. */
  readonly failures: readonly string[];
}

const measures = {
  'touchdown speed': 'speed',
  boulders: 'boulders',
  craters: 'craters',
  fuel: 'fuel',
} as const;

function criterionOf(line: string): Criterion {
  const [name = '', wanted = ''] = line.split(':').map((part) => part.trim().toLowerCase());
  const measure = Object.entries(measures).find(([word]) => name.startsWith(word))?.[1];
  assert(measure !== undefined, `the rubric names something that is not measured: ${line}`);
  const limit = Number(/\d+(?:\.\d+)?/u.exec(wanted)?.[0] ?? '0');
  if (wanted.startsWith('at least')) return { line, measure, isMet: (measured) => measured >= limit };
  assert(wanted.startsWith('at most') || wanted === 'none', `the rubric asks for something else: ${line}`);
  return { line, measure, isMet: (measured) => measured <= limit };
}

/** One criterion for each line of the list. */
export const readRubric = (markdown: string): readonly Criterion[] =>
  markdown.split('\n').flatMap((line) => (line.startsWith('- ') ? [criterionOf(line.slice(2))] : []));

export const rubricFile = new URL('./rubric.md', import.meta.url);
export const usualRubric = (): readonly Criterion[] => readRubric(readFileSync(rubricFile, 'utf8'));

const sayings: Readonly<Record<Criterion['measure'], (at: Touchdown) => string>> = {
  speed: ({ speed }) => `touchdown at ${speed.toFixed(1)} m/s`,
  boulders: ({ x }) => `leg on a boulder at ${x.toFixed(0)} m`,
  craters: ({ x, aim }) =>
    `down in a crater at ${x.toFixed(0)} m, ${Math.abs(x - aim).toFixed(0)} m off the spot`,
  fuel: ({ fuel }) => `${fuel.toFixed(1)} % of the fuel left`,
};

export function grade(touchdown: Touchdown, rubric: readonly Criterion[]): Grade {
  const failures = rubric
    .filter(({ measure, isMet }) => !isMet(touchdown[measure]))
    .map(({ measure, line }) => `${sayings[measure](touchdown)} (${line.toLowerCase()})`);
  return { passed: failures.length === 0, failures };
}
