// Test code: a mind of our own making. It reads the fenced data as a model would and answers by rules that a test gives it.
// Nothing here was ever said by a model.
import type { ConnectorAnswer } from '../connector.ts';
import type { ConsolidatorAnswer } from '../consolidator.ts';
import type { GraderAnswer } from '../grader.ts';
import type { ShownTurn } from '../pieces.ts';
import type { ReaderAnswer } from '../reader.ts';

export interface ShownItem {
  readonly item: string;
  readonly what: string;
  readonly statement: string;
  readonly other: string | null;
  readonly may: readonly string[];
  readonly quotes: readonly { readonly place: string; readonly saidBy: string; readonly text: string }[];
}

export interface ShownMember {
  readonly name: string;
  readonly statement: string;
  readonly quotes: readonly { readonly place: string; readonly text: string }[];
}

export interface ScriptedRules {
  /** Of one piece of a session; left out: nothing is found. */
  readonly read?: (turns: readonly ShownTurn[]) => Partial<ReaderAnswer>;
  /** Left out: nothing belongs together. */
  readonly connect?: (members: readonly ShownMember[]) => Partial<ConnectorAnswer>;
  /** The operation; null for saying nothing of it. */
  readonly decide?: (
    item: ShownItem,
    round: number,
  ) => Partial<ConsolidatorAnswer['decisions'][number]> | null;
  readonly orders?: (items: readonly ShownItem[]) => ConsolidatorAnswer['ordersInData'];
  readonly grade?: (criteria: readonly string[], items: readonly string[], round: number) => GraderAnswer;
}

/** What stands between the fences; null where there are none. */
export function dataIn(user: string): unknown {
  const data = /<data-([0-9a-f]+)>\n([\s\S]*)\n<\/data-\1>/u.exec(user.slice(user.indexOf('\n\n')))?.[2];
  return data === undefined ? null : JSON.parse(data);
}

const criteriaIn = (system: string): readonly string[] =>
  [...system.matchAll(/^## (.+)$/gmu)].flatMap((found) => found[1] ?? []);

/** Keeps what the engine did, and proves it with the first quote. */
const agree = (item: ShownItem): ConsolidatorAnswer['decisions'][number] => ({
  item: item.item,
  operation: (
    {
      pattern: 'hold',
      'near-gate': 'hold',
      weak: 'add',
      contradiction: 'replace',
      pair: 'keep-both',
      wording: 'keep',
    } as const
  )[item.what as 'weak'],
  wording: null,
  quotes: item.quotes.slice(0, 1).map(({ place, text }) => ({ place, text })),
  because: 'The engine is right.',
});

const satisfied = (criteria: readonly string[]): GraderAnswer => ({
  fits: true,
  criteria: criteria.map((criterion) => ({ criterion, verdict: 'met', reason: 'It is so.', items: [] })),
});

/** The answer to one request, as text. */
export function scriptedMind(rules: ScriptedRules = {}): (asked: { system: string; user: string }) => string {
  let gradings = 0;
  return ({ system, user }) => {
    const data = dataIn(user);
    if (system.startsWith('You read one session')) {
      const { turns } = data as { readonly turns: readonly ShownTurn[] };
      return JSON.stringify({ findings: [], ordersInData: [], ...rules.read?.(turns) });
    }
    if (system.startsWith('You see findings')) {
      const members = data as readonly ShownMember[];
      return JSON.stringify({ groups: [], ordersInData: [], ...rules.connect?.(members) });
    }
    if (system.startsWith('You grade')) {
      gradings += 1;
      const items = (data as readonly { item: string }[]).map(({ item }) => item);
      const criteria = criteriaIn(system);
      return JSON.stringify(rules.grade?.(criteria, items, gradings) ?? satisfied(criteria));
    }
    const items = data as readonly ShownItem[];
    const decisions = items.flatMap((item) => {
      const said = rules.decide === undefined ? {} : rules.decide(item, gradings + 1);
      return said === null ? [] : [{ ...agree(item), ...said }];
    });
    return JSON.stringify({ decisions, ordersInData: rules.orders?.(items) ?? [] });
  };
}
