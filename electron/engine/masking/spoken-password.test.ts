import { describe, expect, it } from 'vitest';
import { createMasker } from './mask.ts';

const masker = createMasker();
// put together here, so that no file of ours holds what looks like a secret
const secret = ['badger', 'vnqk', '9921'].join('-');
const mixed = ['marmotFZ', '4716NlN'].join('!');

describe('a password in a sentence', () => {
  it.each([
    `für die kasse immer ${mixed} als passwort nehmen`,
    `das kassenpasswort ist ${mixed}, merk dir das`,
    `usa siempre ${secret} como contraseña`,
    `utilise toujours ${secret} comme mot de passe`,
    `密码用 ${secret}`,
    `zaloguj się hasłem ${secret}`,
    `パスワードは ${secret} です`,
    `ноутбук, пароль ${secret}`,
    `btw always log in to the portal with ${mixed}.`,
    `Zum Anmelden nehmen Sie immer ${secret}, ja?`,
    `Die PIN-Datei vom Chef, nicht weitersagen: ${secret}`,
    `Die PIN-Datei vom Chef, nicht weitersagen: ${mixed}`,
    `the safe opens with ${secret}`,
    `le code est ${secret}`,
    `it is ${secret}, keep it to yourself`,
    `PASS=${secret}`,
  ])('is masked whatever the language and the order: %#', (text) => {
    expect(masker.mask(text).text).not.toMatch(/9921|4716/u);
  });

  it.each([
    'The password rules stand in docs/password-policy.md since 2026-03-01.',
    'reset the password page for node-18 in src/web/login2.tsx',
    'Passwort-Feld in Version 2.14.3 kürzen, Ticket ABC-1234',
    'log in to node-18 and unlock build-7 with react-dom',
    'the vault is on branch fix-login-12, get in touch about pr-1934',
    'password hash e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  ])('is not seen where none is: %#', (text) => {
    expect(masker.mask(text).text).toBe(text);
  });
});
