// Shows how the exams went: a table, one pooled line an exam, and what was missed.
import type { Figures } from '../history/grade.ts';
import type { Marks } from './papers.ts';

const addable = [
  'wanted',
  'found',
  'dreamt',
  'good',
  'doubles',
  'misplaced',
  'leaks',
  'lost',
  'secretsOnDisk',
  'quotes',
  'trueQuotes',
  'unsupported',
  'bare',
] as const satisfies readonly (keyof Figures)[];

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

/** Counts of several runs added up, and the shares of the sums; null where no run was graded. */
export const pool = (all: readonly Marks[]): Figures | null => {
  const graded = all.flatMap(({ figures }) => (figures === null ? [] : [figures]));
  const [first] = graded;
  if (first === undefined) return null;
  const sum = { ...first };
  for (const key of addable) sum[key] = graded.reduce((total, figures) => total + figures[key], 0);
  return { ...sum, recall: share(sum.found, sum.wanted), precision: share(sum.good, sum.dreamt) };
};

const heads = [
  'exam',
  'person',
  'seed',
  'size',
  'recall',
  'precision',
  'dreamt',
  'doubles',
  'misplaced',
  'leaks',
  'lost',
  'secrets',
  'quotes',
  'unsupp.',
  'bare',
  's',
];

const cells = (figures: Figures | null): readonly string[] =>
  figures === null
    ? ['failed', ...Array.from({ length: 10 }, () => '-')]
    : [
        figures.recall.toFixed(3),
        figures.precision.toFixed(3),
        ...[figures.dreamt, figures.doubles, figures.misplaced, figures.leaks, figures.lost].map(String),
        String(figures.secretsOnDisk),
        `${figures.trueQuotes}/${figures.quotes}`,
        ...[figures.unsupported, figures.bare].map(String),
      ];

const seconds = (ms: number): string => (ms / 1000).toFixed(1);

export const examNames = (all: readonly Marks[]): readonly string[] => [
  ...new Set(all.map(({ exam }) => exam)),
];

export const tableOf = (all: readonly Marks[]): string => {
  const rows = all.map((marks) => [
    marks.exam,
    marks.person,
    marks.seed,
    String(marks.sessions),
    ...cells(marks.figures),
    seconds(marks.tookMs),
  ]);
  const pooled = examNames(all).map((exam) => {
    const own = all.filter((marks) => marks.exam === exam);
    const tookMs = own.reduce((sum, marks) => sum + marks.tookMs, 0);
    return [exam, 'pooled', '', '', ...cells(pool(own)), seconds(tookMs)];
  });
  const table = [heads, ...rows, ...pooled];
  const widths = heads.map((_, at) => Math.max(...table.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ');
  return table.map(line).join('\n');
};

/** How many of each type were found, over all runs. */
export const typesOf = (all: readonly Marks[]): string => {
  const sums = new Map<string, { wanted: number; found: number }>();
  for (const { byType } of all) {
    for (const [type, { wanted, found }] of Object.entries(byType)) {
      const sum = sums.get(type) ?? { wanted: 0, found: 0 };
      sums.set(type, { wanted: sum.wanted + wanted, found: sum.found + found });
    }
  }
  return [...sums].map(([type, { wanted, found }]) => `${type} ${found}/${wanted}`).join(', ');
};

/** A bank that is kept apart from tuning: its misses would give its words away, so they are only counted. */
const keptApart = 'held-out';

const counted = (misses: readonly string[]): readonly string[] => {
  const counts = new Map<string, number>();
  for (const miss of misses) {
    const kind = miss.split(' ', 1)[0] ?? '';
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => `${kind} ${count}`);
};

/** Every miss of every run, those of one run together. */
export const missesOf = (all: readonly Marks[]): string =>
  all
    .map(({ exam, person, seed, sessions, misses, figures }) => {
      const told = exam.includes(keptApart) && figures !== null ? counted(misses) : misses;
      return [`## ${exam} ${person}, seed ${seed}, ${sessions} sessions`, ...told, ''].join('\n');
    })
    .join('\n');
