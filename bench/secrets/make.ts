// Makes values from shapes: secrets that look real, and harmless values that look like secrets. They are put together at
// run time, so that no file of ours holds anything in the shape of one.
import { readFileSync } from 'node:fs';
import { assert } from '../../shared/result.ts';
import type { Chance } from '../../scripts/history/chance.ts';

const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const digits = '0123456789';
const lower = upper.toLowerCase();
/** The letters that a slot of a shape takes: `{A20}` is twenty of the letters of A. */
const alphabets: Readonly<Record<string, string>> = {
  A: upper + lower + digits,
  l: lower,
  a: lower + digits,
  U: upper + digits,
  t: `${upper}234567`,
  T: '0123456789ABCDEFGHJKMNPQRSTVWXYZ',
  h: '0123456789abcdef',
  d: digits,
  B: `${upper}${lower}${digits}-_`,
  S: `${upper}${lower}${digits}+/`,
  M: '!?#%&*+@$^~',
};
const words =
  'kestrel juniper basalt marmot lantern quince harbour saffron granit dachs birke fourmi citron zorro naranja gatto lumaca vlinder kanel rakuna sorex tulipan'.split(
    ' ',
  );

export interface Kind {
  readonly kind: string;
  /** One line with slots; absent where `pem` is there. */
  readonly shape?: string;
  readonly pem?: string;
  readonly lines?: number;
  /** What it is called in a configuration, in snake case. */
  readonly key: string;
  /** Nothing in its letters tells it: only its name does. */
  readonly named?: boolean;
  /** A whole line, such as a header, that no key stands before. */
  readonly whole?: boolean;
}
export interface Made {
  /** What stands where a value stands. Several lines for a PEM. */
  readonly value: string;
  /** What must be gone: the value or the part of it that is secret. Lines of a PEM's body, each. */
  readonly secret: readonly string[];
}

const isKind = (value: unknown): value is Kind =>
  typeof value === 'object' && value !== null && 'kind' in value && 'key' in value;

export const readKinds = (): { readonly secrets: readonly Kind[]; readonly lookAlikes: readonly Kind[] } => {
  const data: unknown = JSON.parse(readFileSync(new URL('kinds.json', import.meta.url), 'utf8'));
  const list = (key: string): readonly Kind[] => {
    const all: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, key) : null;
    assert(Array.isArray(all) && all.every(isKind), `kinds.json has a list called ${key}`);
    return all;
  };
  return { secrets: list('secrets'), lookAlikes: list('lookAlikes') };
};

const chars = (alphabet: string, count: number, chance: Chance): string => {
  const from = alphabets[alphabet];
  assert(from !== undefined, `there is an alphabet called ${alphabet}`);
  return Array.from({ length: count }, () => from.charAt(chance.whole(from.length))).join('');
};

const fill = (shape: string, chance: Chance): string =>
  shape
    .replace(/\{([AalUtThdBSM])(\d+)\}/g, (_, alphabet: string, count: string) =>
      chars(alphabet, Number(count), chance),
    )
    .replace(/\{w\}/g, () => chance.pick(words))
    .replace(/\{W\}/g, () => chance.pick(words).replace(/^./, (first) => first.toUpperCase()));

const lineColumns = 64;

const makePem = (label: string, lines: number, chance: Chance): Made => {
  const body = Array.from({ length: lines }, (_, at) =>
    chars('S', at === lines - 1 ? 36 : lineColumns, chance),
  );
  return {
    value: [`-----BEGIN ${label}-----`, ...body, `-----END ${label}-----`].join('\n'),
    secret: body,
  };
};

export const make = (kind: Kind, chance: Chance): Made => {
  if (kind.pem !== undefined) return makePem(kind.pem, kind.lines ?? 8, chance);
  assert(kind.shape !== undefined, `${kind.kind} has a shape or is a PEM`);
  let part: string | null = null;
  const whole = kind.shape.replace(/\{secret:(\w+)\}/, (_, what: string) => {
    const login = `${chance.pick(words)}:${chars('A', 14, chance)}`;
    if (what === 'basic') part = Buffer.from(login).toString('base64');
    else part = fill(what === 'hook' ? 'T{U10}/B{U10}/{A24}' : `{${what}}`, chance);
    return '\u0000';
  });
  const value = fill(whole, chance).replace('\u0000', () => part ?? '');
  return { value, secret: [part ?? value] };
};
