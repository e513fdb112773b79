import { describe, expect, it } from 'vitest';
import { createMasker } from './mask.ts';
import { withoutPersonalData } from './personal-data.ts';

const mask = (text: string, emails = true, phones = true): string =>
  withoutPersonalData(createMasker(), () => ({ emails, phones })).mask(text).text;

describe('e-mail addresses and telephone numbers', () => {
  it.each([
    ['Write to kim.lee+shop@mail.example.org today.', 'Write to ⟦masked:email⟧ today.'],
    ['{"to":"jörg@büro.example","n":1}', '{"to":"⟦masked:email⟧","n":1}'],
    ['Author: Ann <ann@corp.co.uk>', 'Author: Ann <⟦masked:email⟧>'],
    ['Ring +49 30 1234567 at noon', 'Ring ⟦masked:phone⟧ at noon'],
    ['+1 (555) 123-4567', '⟦masked:phone⟧'],
    ['my number: 555-123-4567.', 'my number: ⟦masked:phone⟧.'],
    ['Tel. 030 123 45 67', 'Tel. ⟦masked:phone⟧'],
    ['手机：13812345678', '手机：⟦masked:phone⟧'],
    ['call me at 07700 900123 please', 'call me at ⟦masked:phone⟧ please'],
  ])('are blanked where that is wished for: %s', (text, expected) => {
    expect(mask(text)).toBe(expected);
  });

  it.each([
    'npm i @types/node@24.1.0 and left-pad@1.3.0',
    'git clone git@host.example:team/app.git',
    'ssh://deploy@host.example/srv',
    '@media (min-width: 600px) { a { color: red } }',
    'import { x } from "@scope/pkg.name";',
    '2026-11-03T08:14:11.201Z took 1731234567890 ms',
    'commit 4f2a9c1 1762156451 +0100',
    '192.168.100.200 and 10.0.0.1:5432',
    'v1.22.333-4444',
    '@@ -12,7 +12,9 @@\n+1234567890\n+export const a = 1;',
    'order 4711-2026-0001, 3.141592653589793',
    'call it 3 times in 20 seconds',
  ])('are not seen in: %s', (text) => {
    expect(mask(text)).toBe(text);
  });

  it('stay where nobody wished for it, each by itself', () => {
    const text = 'kim@mail.example or +49 30 1234567';
    expect(mask(text, false, false)).toBe(text);
    expect(mask(text, true, false)).toBe('⟦masked:email⟧ or +49 30 1234567');
    expect(mask(text, false, true)).toBe('kim@mail.example or ⟦masked:phone⟧');
  });

  it('are counted by kind, and what is blanked is not blanked again', () => {
    const masker = withoutPersonalData(createMasker(), () => ({ emails: true, phones: true }));
    const once = masker.mask('a@b.example, c@d.example, +49 30 1234567');
    expect(once.kinds).toEqual({ email: 2, phone: 1 });
    expect(masker.mask(once.text)).toEqual({ text: once.text, kinds: {} });
  });
});
