// The second step: what is kept of a session, how secrets look afterwards, and which projects are left out.
import type { Settings } from '../../shared/settings.ts';
import { useWords } from '../app/AppContext.tsx';
import { readLines } from '../settings/readings.ts';
import { useKeep } from '../settings/use-keep.ts';
import { DraftField } from '../ui/DraftField.tsx';
import styles from './WelcomePage.module.css';

export function Reading({ settings }: { readonly settings: Settings }) {
  const { say } = useWords();
  const { change } = useKeep();
  return (
    <div className={styles['body']}>
      <p className={styles['words']}>{say('welcome.readingText')}</p>
      <figure>
        <figcaption className={styles['caption']}>{say('welcome.sample')}</figcaption>
        <p className={styles['sample']}>
          {say('welcome.sampleBefore')} <mark>[GitHub token]</mark> {say('welcome.sampleAfter')}
        </p>
      </figure>
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
    </div>
  );
}
