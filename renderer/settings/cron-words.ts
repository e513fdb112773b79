// A cron expression said in words, through cronstrue; whatever it cannot say is complained of. Five fields, as the
// scheduler reads them.
import cronstrue from 'cronstrue';
// oxlint-disable-next-line import/no-unassigned-import -- the language adds itself to cronstrue
import 'cronstrue/locales/zh_CN.js';
import type { Reading } from '../ui/DraftField.tsx';
import type { Language } from '../words/words.ts';

const fieldsOf = (text: string): readonly string[] => text.trim().split(/\s+/u);

/** Null where it makes no sense. */
export function cronWords(expression: string, language: Language): string | null {
  if (fieldsOf(expression).length !== 5) return null;
  try {
    return cronstrue.toString(expression, {
      locale: language === 'zh' ? 'zh_CN' : 'en',
      use24HourTimeFormat: true,
      throwExceptionOnParseError: true,
    });
  } catch {
    return null;
  }
}

export function readCron(text: string): Reading<string> {
  const fields = fieldsOf(text);
  if (text.trim() !== '' && fields.length !== 5) {
    return { ok: false, complaint: (say) => say('settings.wrongCronFields', { fields: fields.length }) };
  }
  return cronWords(text, 'en') === null
    ? { ok: false, complaint: (say) => say('settings.wrongCron') }
    : { ok: true, value: fields.join(' ') };
}
