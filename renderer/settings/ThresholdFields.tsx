// What a candidate must pass: two figures that can be set, what the last night would have come to with them, and the gates
// that no figure opens.
import { useEffect, useState } from 'react';
import { usualThresholds, type Thresholds } from '../../shared/settings.ts';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { DraftField } from '../ui/DraftField.tsx';
import { Table } from '../ui/Table.tsx';
import styles from './BudgetSection.module.css';
import { readAmount, readWhole } from './readings.ts';
import { useKeep } from './use-keep.ts';

/** The engine judges the newest night anew: a figure of its own, and none of ours. */
function LastNightWith({ thresholds }: { readonly thresholds: Thresholds }) {
  const { bridge } = useApp();
  const { say } = useWords();
  const { scoreMin, sessionsMin } = thresholds;
  const [count, setCount] = useState<{ readonly would: number; readonly did: number } | null>(null);
  useEffect(() => {
    let isLatest = true;
    void bridge.call('night.withThresholds', { thresholds: { scoreMin, sessionsMin } }).then((answer) => {
      if (isLatest) setCount(answer.ok ? answer.value : null);
    });
    return () => {
      isLatest = false;
    };
  }, [bridge, scoreMin, sessionsMin]);
  return (
    <p className={styles['spent']} role="status">
      {count === null
        ? say('settings.noNightYet')
        : say('settings.withThese', { count: count.would, did: count.did })}
    </p>
  );
}

function Gates() {
  const { stores } = useApp();
  const { say, formats } = useWords();
  const stopped = useValue(stores.night.state)?.last?.turnedDown ?? {};
  const rows = [
    { gate: 'score', name: say('settings.gateScore'), needed: say('settings.gateAbove') },
    { gate: 'sessions', name: say('settings.gateSessions'), needed: say('settings.gateAbove') },
    { gate: 'contexts', name: say('settings.gateContexts'), needed: say('settings.gateContextsNeeded') },
    { gate: 'trust', name: say('settings.gateTrust'), needed: say('settings.gateTrustNeeded') },
  ];
  return (
    <Table
      caption={say('settings.thresholdsText')}
      columns={[
        { title: say('settings.gate') },
        { title: say('settings.needed') },
        { title: say('settings.stoppedLast'), isNumber: true },
      ]}
      rows={rows.map(({ gate, name, needed }) => ({
        key: gate,
        cells: [name, needed, formats.number(stopped[gate] ?? 0)],
      }))}
    />
  );
}

export function ThresholdFields({ thresholds }: { readonly thresholds: Thresholds }) {
  const { say } = useWords();
  const { change } = useKeep();
  const keep = (part: Partial<Thresholds>) =>
    change((now) => ({ thresholds: { ...now.thresholds, ...part } }));
  return (
    <>
      <div className={styles['fields']}>
        <DraftField
          label={say('settings.scoreMin')}
          hint={say('settings.usually', { n: usualThresholds.scoreMin })}
          width="short"
          value={thresholds.scoreMin}
          write={(n) => n.toFixed(2)}
          read={readAmount({ min: 0, max: 1 })}
          keep={(scoreMin) => keep({ scoreMin })}
        />
        <DraftField
          label={say('settings.sessionsMin')}
          hint={say('settings.usually', { n: usualThresholds.sessionsMin })}
          width="short"
          value={thresholds.sessionsMin}
          write={String}
          read={readWhole({ min: 1, max: 20 })}
          keep={(sessionsMin) => keep({ sessionsMin })}
        />
      </div>
      <LastNightWith thresholds={thresholds} />
      <Gates />
    </>
  );
}
