// A mind for the exam, of our own making: it answers from the exam's own truth, and on purpose wrongly at times. No model
// ever said any of it. It shows what the laws let through of a mind that finds everything, and what they keep out of one
// that makes things up; what a real one finds is not measured by it.
import { startFakeClaude, type FakeClaude } from '../../electron/engine/models/testing/fake-claude.ts';
import { scriptedMind, type ScriptedRules } from '../../electron/engine/minds/testing/scripted-mind.ts';
import type { Truth, TruthItem } from '../history/plant.ts';
import { says } from '../history/words.ts';

// Each so many answers one is wrong: a quote that nobody said, a wording with a name that no quote holds.
const madeUpEvery = 7;
const renamedEvery = 11;

const sentences = (text: string): readonly string[] =>
  text.split(/(?<=[.!?。！？])\s+|\n+/u).flatMap((part) => {
    const bare = part.trim();
    return bare === '' ? [] : [bare];
  });

/** Its own count of what it said wrongly, for the report. */
export interface Slips {
  madeUp: number;
  renamed: number;
}

export function rulesFrom(truth: Truth, slips: Slips): ScriptedRules {
  const wanted = truth.items.filter(({ want }) => want === 'remember');
  const itemOf = (text: string): TruthItem | undefined => wanted.find((item) => says(text, item));
  let found = 0;
  return {
    read: (turns) => ({
      findings: turns
        .filter(({ by, kind }) => by === 'person' && kind === 'said')
        .flatMap(({ place, text }) =>
          sentences(text)
            .filter((sentence) => sentence.length <= 400 && itemOf(sentence) !== undefined)
            .map((sentence) => {
              found += 1;
              const isMadeUp = found % madeUpEvery === 0;
              const isRenamed = found % renamedEvery === 0;
              slips.madeUp += Number(isMadeUp);
              slips.renamed += Number(isRenamed);
              return {
                kind: 'preference' as const,
                statement: isRenamed ? `Ask Ottokar first: ${sentence}` : sentence,
                quotes: [{ place, text: isMadeUp ? `${sentence} And so says Ottokar.` : sentence }],
                because: 'Scripted: the exam planted it.',
              };
            }),
        ),
    }),
    connect: (members) => {
      const byItem = Map.groupBy(members, ({ statement }) => itemOf(statement)?.id ?? '');
      byItem.delete('');
      return {
        groups: [...byItem.values()]
          .filter((all) => all.length > 1)
          .map((all) => ({
            members: all.map(({ name }) => name),
            quotes: all.flatMap(({ quotes }) =>
              quotes.slice(0, 1).map(({ place, text }) => ({ place, text })),
            ),
            because: 'Scripted: the exam planted them as one.',
          })),
      };
    },
    decide: ({ what, statement, other, may }) => {
      const item = itemOf(statement);
      const isSame = item !== undefined && other !== null && itemOf(other)?.id === item.id;
      const operation =
        what === 'pair'
          ? isSame
            ? 'merge'
            : 'keep-both'
          : what === 'contradiction'
            ? item === undefined
              ? 'hold'
              : 'replace'
            : what === 'wording'
              ? 'keep'
              : item === undefined
                ? 'hold'
                : 'add';
      return may.includes(operation) ? { operation, because: 'Scripted: from the exam’s truth.' } : {};
    },
  };
}

/** Listens on 127.0.0.1 alone, and charges nobody. */
export function startScriptedMind(truth: Truth, slips: Slips): Promise<FakeClaude> {
  const mind = scriptedMind(rulesFrom(truth, slips));
  return startFakeClaude({ reply: (heard) => ({ kind: 'say', text: mind(heard) }) });
}
