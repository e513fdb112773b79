// The same night in figures: its receipt as tables, nothing told twice.
import type { Receipt, Stage } from '../../shared/dream.ts';
import { useWords } from '../app/AppContext.tsx';
import { describeSleep } from '../tonight/describe-sleep.ts';
import { NearMisses } from '../tonight/NearMisses.tsx';
import { Hypnogram } from '../ui/Hypnogram.tsx';
import { sleepOfReceipt } from '../ui/sleep.ts';
import { Table } from '../ui/Table.tsx';
import type { PlainKey } from '../words/words.ts';
import styles from './Facts.module.css';

const readRows = [
  ['sessions', 'diary.read.sessions'],
  ['newSessions', 'diary.read.newSessions'],
  ['turns', 'diary.read.turns'],
  ['tokens', 'diary.read.tokens'],
  ['memoryFiles', 'diary.read.memoryFiles'],
  ['memoryLines', 'diary.read.memoryLines'],
  ['maskedSecrets', 'diary.read.maskedSecrets'],
  ['skippedLines', 'diary.read.skippedLines'],
] as const satisfies readonly (readonly [keyof Receipt['read'], PlainKey])[];

const stageOrder: readonly Stage[] = ['import', 'light', 'rem', 'deep', 'propose'];

const known: Readonly<Record<string, PlainKey>> = {
  add: 'operation.add',
  merge: 'operation.merge',
  replace: 'operation.replace',
  retire: 'operation.retire',
  share: 'operation.share',
  note: 'operation.note',
  preference: 'kind.preference',
  correction: 'kind.correction',
  decision: 'kind.decision',
  fact: 'kind.fact',
  'error-fix': 'kind.error-fix',
  workflow: 'kind.workflow',
  playbook: 'kind.playbook',
  evidence: 'gate.evidence',
  trust: 'gate.trust',
  owner: 'gate.owner',
  'stands-alone': 'gate.stands-alone',
  sessions: 'gate.sessions',
  contexts: 'gate.contexts',
  score: 'gate.score',
  instructions: 'gate.instructions',
};

interface CountsProps {
  readonly title: PlainKey;
  readonly counts: Readonly<Record<string, number>>;
}

function Counts({ title, counts }: CountsProps) {
  const { say, formats } = useWords();
  const rows = Object.entries(counts).filter(([, n]) => n > 0);
  if (rows.length === 0) return null;
  return (
    <Table
      caption={say(title)}
      columns={[{ title: say('diary.what') }, { title: say('diary.count'), isNumber: true }]}
      rows={rows
        .toSorted((a, b) => b[1] - a[1])
        .map(([name, n]) => {
          const key = known[name];
          return { key: name, cells: [key === undefined ? name : say(key), formats.number(n)] };
        })}
    />
  );
}

export function Facts({ receipt }: { readonly receipt: Receipt }) {
  const { say, formats } = useWords();
  const sleep = sleepOfReceipt(receipt);
  return (
    <div className={styles['facts']}>
      {sleep.intervals.length > 0 && (
        <div className={styles['whole']}>
          <Hypnogram sleep={sleep} label={describeSleep(sleep, say, formats)} />
        </div>
      )}
      <Table
        caption={say('diary.facts.read')}
        columns={[{ title: say('diary.what') }, { title: say('diary.count'), isNumber: true }]}
        rows={readRows.map(([name, key]) => ({
          key: name,
          cells: [say(key), formats.number(receipt.read[name])],
        }))}
      />
      <Table
        caption={say('diary.facts.time')}
        columns={[{ title: say('chart.stage') }, { title: say('chart.took'), isNumber: true }]}
        rows={[
          ...stageOrder.map((stage) => ({
            key: stage,
            cells: [say(`stage.${stage}`), formats.duration(receipt.stageMs[stage])],
          })),
          { key: 'all', cells: [say('diary.facts.all'), formats.duration(receipt.tookMs)] },
          { key: 'cost', cells: [say('tonight.cost'), formats.usd(receipt.cost.usd)] },
        ]}
      />
      <Counts title="diary.facts.proposed" counts={receipt.proposed} />
      <Counts title="diary.facts.turnedDown" counts={receipt.turnedDown} />
      <Counts title="diary.facts.heard" counts={receipt.found.byKind} />
      {receipt.nearestMisses.length > 0 && (
        <div className={styles['whole']}>
          <NearMisses misses={receipt.nearestMisses} />
        </div>
      )}
    </div>
  );
}
