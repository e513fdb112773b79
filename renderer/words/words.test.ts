// Both languages say everything, with the same values; plurals and numbers follow the language.
import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { createSay, languageFor, localeFor } from './words.ts';
import { zh } from './zh.ts';

const namesIn = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name = '']) => name))].sort();

describe('the words', () => {
  it('need the same values in both languages', () => {
    const chinese: Readonly<Record<string, string>> = zh;
    for (const [key, text] of Object.entries(en)) {
      if (key.endsWith('_one')) continue;
      expect({ key, names: namesIn(chinese[key] ?? '') }).toEqual({ key, names: namesIn(text) });
    }
    expect(Object.keys(zh).filter((key) => !(key in en))).toEqual([]);
  });

  it('are whole: a form for one never stands without the other', () => {
    const alone = Object.keys(en).filter(
      (key) => key.endsWith('_one') && !(key.replace(/_one$/u, '_other') in en),
    );
    expect(alone).toEqual([]);
  });

  it('choose the plural by the language and write numbers its way', () => {
    const english = createSay('en', 'en-GB');
    expect(english('review.more', { count: 1 })).toBe('1 more waiting');
    expect(english('review.more', { count: 1200 })).toBe('1,200 more waiting');
    expect(createSay('zh', 'zh-CN')('review.more', { count: 1 })).toBe('还有 1 项');
  });

  it('put values in as they are: braces in a value are no places', () => {
    expect(createSay('en', 'en')('palette.goTo', { place: '{{place}} $& $1' })).toBe('Go to {{place}} $& $1');
  });

  it('follow the system, and a person’s choice before it', () => {
    expect(languageFor('system', ['fr-FR', 'zh-TW', 'en'])).toBe('zh');
    expect(languageFor('system', ['fr-FR'])).toBe('en');
    expect(languageFor('en', ['zh-CN'])).toBe('en');
    expect(localeFor('en', ['zh-CN', 'en-US'])).toBe('en-US');
    expect(localeFor('zh', ['en-US'])).toBe('zh-CN');
  });
});
