// The third step: who dreams. The engine alone is enough, and costs nothing.
import type { ModelChoice, Settings } from '../../shared/settings.ts';
import { useWords } from '../app/AppContext.tsx';
import { Note } from '../settings/Group.tsx';
import { useKeep } from '../settings/use-keep.ts';
import { Choices } from '../ui/Choices.tsx';
import styles from './WelcomePage.module.css';

export function Dreaming({ settings }: { readonly settings: Settings }) {
  const { say, formats } = useWords();
  const { choose } = useKeep();
  const { choice } = settings.model;
  return (
    <div className={styles['body']}>
      <Choices<ModelChoice>
        legend={say('settings.whoDreams')}
        isLegendHidden
        value={choice}
        onChange={(next) => choose((now) => ({ model: { ...now.model, choice: next } }))}
        options={[
          { value: 'none', label: say('settings.modelNone'), hint: say('settings.modelNoneHint') },
          { value: 'claude', label: say('settings.modelClaude'), hint: say('settings.modelClaudeHint') },
          { value: 'server', label: say('settings.modelServer'), hint: say('settings.modelServerHint') },
        ]}
      />
      {choice === 'none' ? (
        <p className={styles['words']}>{say('welcome.costNothing')}</p>
      ) : (
        <>
          <Note>{say('settings.modelNotYetText')}</Note>
          <p className={styles['words']}>
            {say('welcome.costCap', { usd: formats.usd(settings.budget.usdPerNight) })}
          </p>
        </>
      )}
    </div>
  );
}
