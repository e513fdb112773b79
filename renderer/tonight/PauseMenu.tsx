// No dreams for a day, a week, until a date, or at all; and back again.
import { useState } from 'react';
import type { NextNight } from '../../shared/schedule.ts';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import { Dialog } from '../ui/Overlay.tsx';
import fieldStyles from '../ui/Field.module.css';
import { useNightHands } from './use-night-hands.ts';

const dayMs = 86_400_000;

interface DateDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onPick: (ms: number) => void;
}

function DateDialog({ isOpen, onClose, onPick }: DateDialogProps) {
  const { now } = useApp();
  const { say, formats } = useWords();
  const [date, setDate] = useState('');
  const earliest = formats.isoDay(now() + dayMs);
  // Midnight where the person is: the browser reads a date with a time as local.
  const ms = Date.parse(`${date}T00:00`);
  return (
    <Dialog
      title={say('tonight.pauseUntil')}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('action.cancel')}</Button>
          <Button tone="primary" disabled={Number.isNaN(ms) || date < earliest} onClick={() => onPick(ms)}>
            {say('tonight.pause')}
          </Button>
        </>
      }
    >
      <label className={fieldStyles['field']}>
        <span className={fieldStyles['label']}>{say('tonight.pauseDate')}</span>
        <input
          type="date"
          className={fieldStyles['control']}
          min={earliest}
          value={date}
          onChange={(event) => setDate(event.target.value)}
        />
      </label>
    </Dialog>
  );
}

export function PauseMenu({ next }: { readonly next: NextNight }) {
  const { stores, now } = useApp();
  const { say } = useWords();
  const hands = useNightHands();
  const [isPicking, setIsPicking] = useState(false);
  const isOn = useValue(stores.settings.settings)?.schedule.isOn ?? true;
  if (next.dueAtMs === null || !isOn) {
    return <Button onClick={() => hands.pauseUntil(null)}>{say('tonight.resume')}</Button>;
  }
  return (
    <>
      <Menu
        label={say('tonight.pause')}
        items={[
          { label: say('tonight.pauseDay'), onPick: () => hands.pauseUntil(now() + dayMs) },
          { label: say('tonight.pauseWeek'), onPick: () => hands.pauseUntil(now() + 7 * dayMs) },
          { label: say('tonight.pauseUntil'), onPick: () => setIsPicking(true) },
          { label: say('tonight.pauseOff'), onPick: () => hands.turn(false) },
        ]}
      />
      <DateDialog
        isOpen={isPicking}
        onClose={() => setIsPicking(false)}
        onPick={(ms) => {
          setIsPicking(false);
          hands.pauseUntil(ms);
        }}
      />
    </>
  );
}
