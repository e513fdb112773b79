import { expect, it } from 'vitest';
import { createLightener } from './light-gist.ts';
import { gistOf, isSame } from './sameness.ts';

const texts = [
  'Write the weekly report in German, never in English.',
  'Backups are kept for 30 days on Fly.io.',
  'it is',
  `Say ${Array.from({ length: 40 }, (_, n) => `word${String(n)}`).join(' ')} every day.`,
];

it.each(texts)('a lightened gist says what it said: %s', (text) => {
  const gist = gistOf(text);
  const light = createLightener()(gist);
  expect([...light.terms]).toEqual([...gist.terms]);
  expect([...light.negated]).toEqual([...gist.negated]);
  expect(light.terms.size).toBe(gist.terms.size);
  expect([...gist.terms, 'nowhere'].filter((term) => light.terms.has(term))).toEqual([...gist.terms]);
  expect(light.values).toEqual(gist.values);
  expect(isSame(light, gist)).toBe(isSame(gist, gist));
});
