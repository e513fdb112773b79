// The themes as small pictures of themselves: each is drawn in its own colours, whatever the window wears.
import { useId } from 'react';
import type { Theme } from '../../shared/settings.ts';
import { useWords } from '../app/AppContext.tsx';
import type { PlainKey } from '../words/words.ts';
import styles from './ThemeChoices.module.css';

const looks: readonly {
  readonly theme: Theme;
  readonly words: PlainKey;
  readonly hint?: PlainKey;
  readonly worn: readonly ('night' | 'morning')[];
}[] = [
  { theme: 'night', words: 'settings.themeNight', worn: ['night'] },
  { theme: 'morning', words: 'settings.themeMorning', worn: ['morning'] },
  {
    theme: 'follow-time',
    words: 'settings.themeTime',
    hint: 'settings.themeTimeHint',
    worn: ['morning', 'night'],
  },
  { theme: 'system', words: 'settings.asSystem', worn: ['night', 'morning'] },
];

const Picture = ({ theme }: { readonly theme: 'night' | 'morning' }) => (
  <span className={styles['picture']} data-theme={theme}>
    <svg viewBox="0 0 64 40" preserveAspectRatio="none" aria-hidden="true">
      <path className={styles['stair']} d="M6 10H18V28H32V18H46V34H58" />
      <path className={styles['words']} d="M6 38H30" />
    </svg>
  </span>
);

export interface ThemeChoicesProps {
  readonly value: Theme;
  readonly onChange: (theme: Theme) => void;
}

export function ThemeChoices({ value, onChange }: ThemeChoicesProps) {
  const { say } = useWords();
  const name = useId();
  return (
    <fieldset className={styles['looks']}>
      <legend className="visually-hidden">{say('settings.theme')}</legend>
      {looks.map(({ theme, words, hint, worn }) => (
        <label key={theme} className={styles['look']}>
          <span className={styles['pictures']}>
            {worn.map((each) => (
              <Picture key={each} theme={each} />
            ))}
          </span>
          <span className={styles['name']}>
            <input type="radio" name={name} checked={theme === value} onChange={() => onChange(theme)} />
            <span>
              {say(words)}
              {hint !== undefined && <span className={styles['hint']}>{say(hint)}</span>}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
