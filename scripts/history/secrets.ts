// Made-up secrets in the shape of real ones. They are put together at run time, so that no file of ours holds one.
import type { Chance } from './chance.ts';

export const secretKinds = [
  'password',
  'openai',
  'anthropic',
  'github',
  'gitlab',
  'stripe',
  'slack',
  'aws-id',
  'aws-secret',
  'jwt',
  'pem-body',
] as const;
export type SecretKind = (typeof secretKinds)[number];

const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const letters = `${upper}${upper.toLowerCase()}`;
const letterDigits = `${letters}0123456789`;
const base32 = `${upper}234567`;
const words = ['kestrel', 'juniper', 'basalt', 'marmot', 'lantern', 'quince'];

export const makeSecret = (kind: SecretKind, chance: Chance): string => {
  const chars = (count: number, from = letterDigits): string =>
    Array.from({ length: count }, () => from.charAt(chance.whole(from.length))).join('');
  const makers: Readonly<Record<SecretKind, () => string>> = {
    password: () => `${chance.pick(words)}${chars(2, upper)}!${1000 + chance.whole(9000)}${chars(3)}`,
    openai: () => ['sk', 'proj', chars(48)].join('-'),
    anthropic: () => ['sk', 'ant', 'api03', `${chars(80)}AA`].join('-'),
    github: () => ['gh', 'p_', chars(36)].join(''),
    gitlab: () => ['glp', 'at-', chars(20)].join(''),
    stripe: () => ['sk', 'live', chars(24)].join('_'),
    slack: () =>
      ['xo', 'xb-', chars(12, '0123456789'), '-', chars(12, '0123456789'), '-', chars(24, letterDigits)].join(
        '',
      ),
    'aws-id': () => ['AK', 'IA', chars(16, base32)].join(''),
    'aws-secret': () => chars(40),
    jwt: () => ['ey', 'JhbGciOiJIUzI1NiJ9.', 'ey', 'J', chars(56), '.', chars(43)].join(''),
    'pem-body': () => `MIIEvQ${chars(58)}`,
  };
  return makers[kind]();
};
