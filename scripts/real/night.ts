// Reads what the command line printed about an import and a night, field by field: it may be of another day's shape.

export interface Imported {
  readonly sessions: number;
  readonly turns: number;
  readonly personTurns: number;
  readonly skipped: number;
  readonly skippedByReason: string;
}

export interface Proposed {
  readonly operation: string;
  readonly kind: string;
  readonly scope: string;
  readonly text: string;
  readonly why: string;
  readonly quotes: readonly { readonly session: string; readonly turn: number; readonly quote: string }[];
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const readImported = (printed: string): Imported => {
  const whole = fieldsOf(JSON.parse(printed));
  const report = fieldsOf(whole['import'] ?? whole);
  const reasons = Object.entries(fieldsOf(report['skippedByReason']));
  return {
    sessions: numberOf(report['sessions']),
    turns: numberOf(report['turns']),
    personTurns: numberOf(report['personTurns']),
    skipped: listOf(report['skipped']).length,
    skippedByReason: reasons.map(([reason, count]) => `${reason} ${String(count)}`).join(', '),
  };
};

export const readNight = (printed: string): readonly Proposed[] =>
  listOf(fieldsOf(JSON.parse(printed))['proposals'])
    .map(fieldsOf)
    .map((change) => {
      const after = fieldsOf(change['after']);
      return {
        operation: textOf(change['operation']),
        kind: textOf(after['kind']),
        scope: textOf(after['scope']),
        text: textOf(after['text']) || textOf(change['title']),
        why: textOf(change['why']),
        quotes: listOf(after['evidence'])
          .map(fieldsOf)
          .map((each) => ({
            session: textOf(each['session']),
            turn: numberOf(each['turn']),
            quote: textOf(each['quote']),
          })),
      };
    });
