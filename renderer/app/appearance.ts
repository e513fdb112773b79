// From what a person chose to what the page shows: theme, density, motion and language. Pure.
import type { Settings } from '../../shared/settings.ts';
import { languageFor, localeFor, type Language } from '../words/words.ts';

export interface System {
  readonly prefersLight: boolean;
  readonly languages: readonly string[];
  /** 0 to 23, where the person is. */
  readonly hour: number;
}

export interface Appearance {
  readonly theme: 'night' | 'morning';
  readonly density: Settings['appearance']['density'];
  readonly textSize: Settings['appearance']['textSize'];
  readonly motion: Settings['appearance']['motion'];
  readonly language: Language;
  readonly locale: string;
}

// Morning's hours, by the design.
const morningFrom = 6;
const morningUntil = 18;

function themeFor(chosen: Settings['appearance']['theme'], system: System): Appearance['theme'] {
  if (chosen === 'night' || chosen === 'morning') return chosen;
  if (chosen === 'system') return system.prefersLight ? 'morning' : 'night';
  return system.hour >= morningFrom && system.hour < morningUntil ? 'morning' : 'night';
}

/** Null settings: not known yet. */
export function appearanceFor(chosen: Settings['appearance'] | null, system: System): Appearance {
  const language = languageFor(chosen?.language ?? 'system', system.languages);
  return {
    theme: themeFor(chosen?.theme ?? 'system', system),
    density: chosen?.density ?? 'comfortable',
    textSize: chosen?.textSize ?? 'usual',
    motion: chosen?.motion ?? 'system',
    language,
    locale: localeFor(language, system.languages),
  };
}

/** Upon the page itself, before the first paint and whenever it changes. */
export function wear(appearance: Appearance, page: HTMLElement): void {
  page.dataset['theme'] = appearance.theme;
  page.dataset['density'] = appearance.density;
  page.dataset['text'] = appearance.textSize;
  page.dataset['motion'] = appearance.motion;
  page.lang = appearance.language === 'zh' ? 'zh-CN' : 'en';
}
