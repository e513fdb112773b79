// What a dream looks for, what is never read, how much is shown in the morning, and what a candidate must pass.
import { instructionsCharsMax } from '../../shared/instructions.ts';
import type { Settings } from '../../shared/settings.ts';
import { useWords } from '../app/AppContext.tsx';
import { DraftField } from '../ui/DraftField.tsx';
import { Check } from '../ui/Field.tsx';
import { Group, Note } from './Group.tsx';
import { charsIn, readInstructions, readLines, readWhole } from './readings.ts';
import { ThresholdFields } from './ThresholdFields.tsx';
import { useKeep } from './use-keep.ts';

export function FocusSection({ settings }: { readonly settings: Settings }) {
  const { say } = useWords();
  const { change, choose } = useKeep();
  const setPersonal = (part: Partial<Settings['personalData']>): void =>
    choose((now) => ({ personalData: { ...now.personalData, ...part } }));
  return (
    <>
      <Group title={say('settings.lookFor')}>
        <DraftField
          label={say('tonight.focus')}
          placeholder={say('tonight.focusPlaceholder')}
          rows={3}
          value={settings.focus}
          write={(focus) => focus ?? ''}
          read={readInstructions}
          meaning={(focus) =>
            `${say('tonight.focusHint')} ${say('tonight.focusCount', { chars: charsIn(focus ?? ''), max: instructionsCharsMax })}`
          }
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
      <Group title={say('settings.personal')}>
        <Note>{say('settings.personalText')}</Note>
        <Check
          label={say('settings.maskEmails')}
          isOn={settings.personalData.emails}
          onChange={(emails) => setPersonal({ emails })}
        />
        <Check
          label={say('settings.maskPhones')}
          isOn={settings.personalData.phones}
          onChange={(phones) => setPersonal({ phones })}
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
        <ThresholdFields thresholds={settings.thresholds} />
      </Group>
    </>
  );
}
