// What a dream looks for, what is never read, how much is shown in the morning, and what a candidate must pass.
import type { Settings } from '../../shared/settings.ts';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { DraftField } from '../ui/DraftField.tsx';
import { Table } from '../ui/Table.tsx';
import { Group } from './Group.tsx';
import { readLines, readText, readWhole } from './readings.ts';
import { thresholds } from './thresholds.ts';
import { useKeep } from './use-keep.ts';

// The app takes no longer text (electron/door/pieces.ts).
const focusCharsMax = 20_000;

function Thresholds() {
  const { stores } = useApp();
  const { say, formats } = useWords();
  const stopped = useValue(stores.night.state)?.last?.turnedDown ?? {};
  const rows = [
    { gate: 'score', name: say('settings.gateScore'), needed: formats.score(thresholds.scoreMin) },
    {
      gate: 'sessions',
      name: say('settings.gateSessions'),
      needed: say('settings.gateSessionsNeeded', { sessions: thresholds.sessionsMin }),
    },
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

export function FocusSection({ settings }: { readonly settings: Settings }) {
  const { say } = useWords();
  const { change } = useKeep();
  return (
    <>
      <Group title={say('settings.lookFor')}>
        <DraftField
          label={say('tonight.focus')}
          hint={say('tonight.focusHint')}
          placeholder={say('tonight.focusPlaceholder')}
          rows={3}
          value={settings.focus}
          write={(focus) => focus ?? ''}
          read={readText(focusCharsMax)}
          keep={(focus) => change(() => ({ focus }))}
        />
      </Group>
      <Group title={say('settings.leaveOut')}>
        <DraftField
          label={say('settings.excluded')}
          hint={say('settings.excludedHint')}
          placeholder="client-x"
          rows={3}
          value={settings.excludedProjects}
          write={(projects) => projects.join('\n')}
          read={readLines}
          keep={(excludedProjects) => change(() => ({ excludedProjects }))}
        />
      </Group>
      <Group title={say('settings.inReview')}>
        <DraftField
          label={say('settings.reviewSize')}
          hint={say('settings.reviewSizeHint')}
          width="short"
          value={settings.review.size}
          write={String}
          read={readWhole({ min: 1, max: 1000 })}
          keep={(size) => change(() => ({ review: { size } }))}
        />
      </Group>
      <Group title={say('settings.thresholds')}>
        <Thresholds />
      </Group>
    </>
  );
}
