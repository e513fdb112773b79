import { describe, expect, it } from 'vitest';
import { chosenPasswords } from './chosen-password.ts';
import { hintStems } from './handing-over-words.ts';
import { createMasker } from './mask.ts';
import { isScrambled, isTradeName, weightOfMake } from './word-make.ts';

const masker = createMasker();
// put together here, so that no file of ours holds what looks like a secret
const strong = ['marmotFZ', '4716NlN'].join('!');
const signs = ['tR7', 'vq!2m', '9vLx'].join('#');
const scrambled = ['badger', 'vnqk', '4716'].join('-');
const spoken = ['badger', 'lupo', '4716'].join('-');
// a word of the trade that is everybody's word as well
const stone = ['slate', 'rkvt', '4716'].join('-');
const amber = ['amber', 'cafe', '4716'].join('-');
const four = ['marmot', 'lantern', 'quince', 'saffron', '4716'].join('-');
const capital = ['Marmot', 'Lantern4716!'].join('');

describe('a word that only a password maker writes', () => {
  it.each([
    `for the ftp always ${strong}`,
    `서명할 때 항상 ${strong} 써`,
    `logga alltid in med ${strong}`,
    `"${strong}" everywhere, please.`,
    `so: ${signs}, like before`,
    `then there is ${scrambled} for Monday`,
    `For the shared mailbox we all use ${scrambled}.`,
    `Mit ${strong}.`,
    `La contraseña de la base es ${stone}, úsala siempre.`,
    `so: ${stone}`,
    `the password is ${amber} again`,
    `{"text":"so\\n${strong}\\nthanks"}`,
  ])('is masked without any word that names it: %#', (text) => {
    const masked = masker.mask(text).text;
    expect(masked).not.toMatch(/4716|9vLx/u);
    if (text.startsWith('{')) expect(JSON.parse(masked)).toEqual({ text: 'so\n⟦masked:password⟧\nthanks' });
  });

  it.each([
    'KERNEL32!BaseThreadInitThunk+0x14 and ntdll!RtlUserThreadStart+0x21',
    'if (a1!==B2x && !c3Dx) wow!2 Good',
    'const a = b?.Foo12$x || c3D&&e4F ? g5H : i6%J7k+l8M; [A-Za-z0-9+/]{16,400}',
    'css-loader!sass-loader?v=1 repo.get!User12ab Great!10 times',
    '![Img1](a.png) Nice!1!!11 ok!2024 done',
  ])('is not seen in code or in joy: %#', (text) => {
    expect(masker.mask(text).text).toBe(text);
  });
});

describe('a password handed over without a word for it', () => {
  it.each([
    'staging box: user deploy, then {}',
    'use {} for the router upstairs',
    'kannst dich mit {} anmelden',
    'me logueo con {} y nada',
    'maintenant c’est {}, changé hier',
    '{} で金庫が開きます',
    'теперь {}, вчера поменяли',
    'استخدم {} للراوتر',
    '공유기에는 {} 쓰세요',
    'ทดลอง: เข้าระบบด้วย {} ได้เลย',
    'wifi upstairs:\n{}',
    'my psasword at home is {}',
  ])('is known by what the sentence says: %s', (sentence) => {
    for (const value of [scrambled, spoken, four, capital, strong, signs])
      expect(masker.mask(sentence.replace('{}', () => value)).text).not.toMatch(/4716|9vLx/u);
  });

  it.each([
    'check out fix-login-4711 and log in',
    'use text-gray-500 for the router page',
    'user deploy, then run migrate-0042',
    'it is release-candidate-2024 now, changed yesterday',
    'the branch for the vault is badger-lupo-4711',
    'open report-2024-11-03.pdf, then the ticket OPS-4711',
    'the password field is in login-form-v2, the vault in notes-vault-2024.zip',
    `sign in with account 0x${'AbCdEf1234567890'.repeat(3)}`,
  ])('is not seen where the same shapes name branches and files: %s', (text) => {
    expect(masker.mask(text).text).toBe(text);
  });

  it('is a number, or what looks like a sum, only behind a word for it', () => {
    const sum = '5d41402abc4b2a76b9719d911017c592';
    const number = ['48', '29', '13'].join('');
    for (const value of [sum, number]) {
      expect(masker.mask(`the passcode of the archive is ${value}`).text).not.toContain(value);
      expect(masker.mask(`wifi key: ${value}`).text).not.toContain(value);
      for (const text of [
        `commit ${value}`,
        `changed ${value} rows`,
        `password hash of the file, sha ${value}`,
      ])
        expect(masker.mask(text).text).toBe(text);
    }
  });
});

describe('how a word is made', () => {
  it('tells letters that are no word from those of many languages', () => {
    for (const part of ['mtrz', 'xkqd', 'rfgt', 'ndwo']) expect(isScrambled(part)).toBe(true);
    for (const part of ['login', 'basalt', 'schloss', 'brygga', 'strand', 'kaappi', 'nuvola'])
      expect(isScrambled(part)).toBe(false);
  });

  it('weighs a password more than what is tied and numbered in the trade', () => {
    for (const word of [scrambled, strong, signs]) expect(weightOfMake(word)).toBe(4);
    for (const word of [spoken, four, capital]) expect(weightOfMake(word)).toBeGreaterThanOrEqual(2);
    for (const word of [
      'fix-login-4711',
      'web-api-8080',
      'order-line-0042',
      'v2-2024',
      'Chapter12Section4',
    ]) {
      expect(weightOfMake(word)).toBe(0);
    }
    expect(isTradeName('rotate-secrets-0300')).toBe(true);
    expect(isTradeName(spoken)).toBe(false);
  });
});

describe('a number behind a name for a password', () => {
  const names = hintStems.flatMap(([hint, list]) => (hint === 'name' ? list.split('|') : []));
  const written = names.map((name) => name.trimEnd());
  const number = ['48', '29', '13'].join('');

  it.each([
    ['as it is', (name: string) => name],
    ['in capitals', (name: string) => name.replaceAll(/[a-z]/gu, (letter) => letter.toUpperCase())],
  ])('is found for every name, %s, at once and six words later', (_, write) => {
    for (const name of written.map(write)) {
      for (const between of [' ', ': ', ' we all use here now is ']) {
        const text = `and ${name}${between}${number}`;
        expect(chosenPasswords(text), text).toEqual([
          { start: text.length - 6, end: text.length, kind: 'password' },
        ]);
        // another value stands between, or another line
        expect(chosenPasswords(`${name} 7${between}${number}`)).toEqual([]);
        expect(chosenPasswords(`${name}\n${number}`)).toEqual([]);
      }
    }
  });
});
