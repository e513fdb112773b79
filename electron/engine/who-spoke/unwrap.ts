// What a text holds besides what it shows: tag characters, words with something invisible in them, base64, percent signs,
// entities, escapes, hex, comments, hidden elements, spelled-out and turned-round words. Each as the words it stands for.

/** How words were kept from being seen. */
export type Wrapping = 'hidden-characters' | 'encoded' | 'comment';

export interface Unwrapped {
  readonly how: Wrapping;
  /** What it says. */
  readonly words: string;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
  /** No reader of the page would have seen it as words, and nothing but the wish to hide makes anybody write so. */
  readonly isOnPurpose: boolean;
}

// A run that is longer is a picture or a program; what gives orders gives them at its beginning.
const encodedCharsMax = 8_000;
const wordsMin = 8;

const printable = (text: string): boolean => {
  const strange = text.match(/[^\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\s]/gu)?.length ?? 0;
  return (
    text.trim().length >= wordsMin &&
    strange * 20 <= text.length &&
    /\p{L}{2}/u.test(text) &&
    !text.includes('\ufffd')
  );
};

type Place = Pick<Unwrapped, 'start' | 'end'>;

const placeOf = ({ 0: matched, index }: RegExpExecArray): Place => ({
  start: index,
  end: index + matched.length,
});

const found = (how: Wrapping, place: Place, words: string, isOnPurpose: boolean): Unwrapped[] =>
  printable(words) ? [{ how, words, start: place.start, end: place.end, isOnPurpose }] : [];

/** U+E0000 and on: letters that no screen shows. Only three flags are written with them. */
function tagged(text: string): readonly Unwrapped[] {
  if (!text.includes('\udb40')) return [];
  const tags = [...text.matchAll(/(?<!\u{1f3f4})[\u{e0001}-\u{e007f}]{4,}/gu)].flatMap((match) =>
    found(
      'hidden-characters',
      placeOf(match),
      Array.from(match[0])
        .map((sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xe0000))
        .join(''),
      true,
    ),
  );
  const selected = [...text.matchAll(/[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]{6,}/gu)].flatMap((match) => {
    const bytes = Array.from(match[0]).map((sign) => {
      const code = sign.codePointAt(0) ?? 0;
      return code >= 0xe0100 ? code - 0xe0100 + 16 : code - 0xfe00;
    });
    return found('hidden-characters', placeOf(match), Buffer.from(bytes).toString('utf8'), true);
  });
  return [...tags, ...selected];
}

/** Two signs that cannot be seen, eight of which make a letter. */
function binary(text: string): readonly Unwrapped[] {
  return [...text.matchAll(/[\u200b-\u200f\u2060-\u2064\ufeff]{32,}/g)].flatMap((match) => {
    const signs = [...new Set(match[0])];
    if (signs.length !== 2) return [];
    return [0, 1].flatMap((one) => {
      const bits = Array.from(match[0])
        .map((sign) => (sign === signs[one] ? '1' : '0'))
        .join('');
      const bytes = (bits.match(/.{8}/gu) ?? []).map((byte) => Number.parseInt(byte, 2));
      return found('hidden-characters', placeOf(match), Buffer.from(bytes).toString('utf8'), true);
    });
  });
}

/** For each character of ASCII, whether it fits. */
const tableOf = (fits: RegExp): Uint8Array =>
  Uint8Array.from({ length: 0x80 }, (_, code) => (fits.test(String.fromCharCode(code)) ? 1 : 0));

/**
 * Runs of at least so many characters that fit, each as long as it goes. Looks at every n-th character and goes back from
 * it, so that a text of words is hardly read: a regular expression would begin anew at each letter.
 */
function* runsOf(
  text: string,
  fits: Uint8Array,
  charsMin: number,
): Generator<{ start: number; end: number }> {
  let start = 0;
  while (start + charsMin <= text.length) {
    let at = start + charsMin - 1;
    while (at >= start && fits[text.charCodeAt(at)] === 1) at--;
    if (at >= start) {
      start = at + 1;
      continue;
    }
    let end = start + charsMin;
    while (end < text.length && fits[text.charCodeAt(end)] === 1) end++;
    yield { start, end };
    start = end + 1;
  }
}

const base64Sign = tableOf(/[A-Za-z0-9+/_-]/u);
const base64CharsMin = 24;

function base64(text: string): readonly Unwrapped[] {
  const all: Unwrapped[] = [];
  for (const { start, end } of runsOf(text, base64Sign, base64CharsMin)) {
    const padding = /^={0,2}/u.exec(text.slice(end, end + 2))?.[0] ?? '';
    const whole = { start, end: end + padding.length };
    const run = text.slice(start, Math.min(whole.end, start + encodedCharsMax));
    // hashes, ids and paths say nothing: a look at the first letters tells
    if (!/[A-Z]/u.test(run) || !/[a-z]/u.test(run)) continue;
    if (
      !printable(
        Buffer.from(run.slice(0, 24), 'base64')
          .toString('utf8')
          .replace(/\ufffd+$/u, ''),
      )
    )
      continue;
    all.push(
      ...found(
        'encoded',
        whole,
        Buffer.from(run, 'base64')
          .toString('utf8')
          .replace(/\ufffd+$/u, ''),
        true,
      ),
    );
  }
  return all;
}

const hexSign = tableOf(/[0-9a-fA-F :]/u);
const hexCharsMin = 32;

function hex(text: string): readonly Unwrapped[] {
  return [...runsOf(text, hexSign, hexCharsMin)].flatMap((run) =>
    [...text.slice(run.start, run.end).matchAll(/(?:[0-9a-fA-F]{2}[ :]?){16,}/g)].flatMap((match) => {
      const digits = match[0].slice(0, encodedCharsMax).replace(/[^0-9a-fA-F]/gu, '');
      const start = run.start + match.index;
      const place = { start, end: start + match[0].length };
      return found('encoded', place, Buffer.from(digits, 'hex').toString('utf8'), true);
    }),
  );
}

// Letters that need no escape and have one all the same are written so for some reason.
const isNeedless = (escaped: string): boolean => (escaped.match(/[a-z]/giu)?.length ?? 0) >= 6;

function escapes(text: string): readonly Unwrapped[] {
  const all: Unwrapped[] = [];
  const decode = (pattern: RegExp, one: RegExp, letter: (digits: string) => string): void => {
    for (const match of text.matchAll(pattern)) {
      const run = match[0].slice(0, encodedCharsMax);
      const hidden = [...run.matchAll(one)].map((part) => letter(part[1] ?? '')).join('');
      const words = run.replace(one, (_, digits: string) => letter(digits));
      all.push(...found('encoded', placeOf(match), words, isNeedless(hidden)));
    }
  };
  const fromHex = (digits: string): string => String.fromCharCode(Number.parseInt(digits, 16));
  if (text.includes('\\u'))
    decode(/(?:\\u[0-9a-fA-F]{4}[^\\\n]{0,20}){6,}/gu, /\\u([0-9a-fA-F]{4})/gu, fromHex);
  if (text.includes('\\x'))
    decode(/(?:\\x[0-9a-fA-F]{2}[^\\\n]{0,20}){6,}/gu, /\\x([0-9a-fA-F]{2})/gu, fromHex);
  if (text.includes('&#')) {
    const entity = /&#(x?[0-9a-fA-F]{2,6});/gu;
    decode(/(?:&#x?[0-9a-fA-F]{2,6};[^&\n]{0,20}){6,}/gu, entity, (digits) => {
      const code = digits.startsWith('x')
        ? Number.parseInt(digits.slice(1), 16)
        : Number.parseInt(digits, 10);
      return code <= 0x10_ffff ? String.fromCodePoint(code) : '';
    });
  }
  return all;
}

function percent(text: string): readonly Unwrapped[] {
  if (!text.includes('%')) return [];
  return [...text.matchAll(/(?:%[0-9a-fA-F]{2}[\w.~+!*'(),-]{0,24}){6,}/gu)].flatMap((match) => {
    const run = match[0].slice(0, encodedCharsMax);
    const needless = [...run.matchAll(/%([4-7][0-9a-fA-F])/gu)].length >= 6;
    try {
      return found('encoded', placeOf(match), decodeURIComponent(run.replaceAll('+', ' ')), needless);
    } catch {
      return [];
    }
  });
}

const comment =
  /<!--([\s\S]{1,4000}?)-->|^\[(?:\/\/|comment)\]:\s*#?\s*[("']?(.{1,2000}?)[)"']?$|\{\/\*([\s\S]{1,2000}?)\*\/\}|\{#([\s\S]{1,2000}?)#\}/gmu;
const hiddenElement =
  /<[a-z][^<>]{0,400}(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0(?!\.[1-9])|color\s*:\s*(?:white|#fff\b|#ffffff|transparent)|left\s*:\s*-\d{3,}px|\shidden(?=[\s>=])|aria-hidden\s*=\s*["']true)[^<>]{0,400}>([^<]{1,2000})/giu;

function comments(text: string): readonly Unwrapped[] {
  if (!text.includes('<') && !text.includes('[//]') && !text.includes('[comment]') && !text.includes('{'))
    return [];
  return [comment, hiddenElement].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) =>
      found('comment', placeOf(match), match.slice(1).find((part) => part !== undefined) ?? '', false),
    ),
  );
}

const turned = (letter: string): string => {
  const from = letter <= 'Z' ? 65 : 97;
  return String.fromCharCode(((letter.charCodeAt(0) - from + 13) % 26) + from);
};
const rot13 = (text: string): string => text.replace(/[A-Za-z]/gu, turned);

// "remember", "always", "from now on", "memory", "instructions", each turned by thirteen letters or read from behind.
const rotated = /erzrzore|nyjnlf|sebz abj ba|zrzbel|vafgehpgvba|rirel frffvba/i;
const reversed = /rebmemer|syawla|no won morf|yromem|snoitcurtsni/i;

/** A line that is written backwards or turned says nothing to a reader. */
function ciphers(text: string): readonly Unwrapped[] {
  if (!rotated.test(text) && !reversed.test(text)) return [];
  const all: Unwrapped[] = [];
  for (const match of text.matchAll(/[^\n]{8,2000}/gu)) {
    if (rotated.test(match[0])) all.push(...found('encoded', placeOf(match), rot13(match[0]), true));
    if (reversed.test(match[0]))
      all.push(...found('encoded', placeOf(match), Array.from(match[0]).toReversed().join(''), true));
  }
  return all;
}

// Without the flag for Unicode, which makes it ten times slower: most texts hold nothing of the kind.
const spelledQuickly =
  /[^\s\d.·_-][ .·_-]{1,3}[^\s\d.·_-][ .·_-]{1,3}[^\s\d.·_-][ .·_-]{1,3}[^\s\d.·_-][ .·_-]{1,3}[^\s\d.·_-][ .·_-]/;
/** "r e m e m b e r": each letter by itself. Words are set apart by more than one space, or not at all. */
function spelled(text: string): readonly Unwrapped[] {
  if (!spelledQuickly.test(text)) return [];
  return [...text.matchAll(/(?<![\p{L}\p{N}])(?:\p{L}[ .·_-]{1,3}){8,}\p{L}(?![\p{L}\p{N}])/gu)].flatMap(
    (match) =>
      found(
        'encoded',
        placeOf(match),
        match[0]
          .replace(/ {2,}/gu, '\u0001')
          .replace(/[ .·_-]/gu, '')
          .replaceAll('\u0001', ' '),
        true,
      ),
  );
}

/** All that stands in a text without being seen as words. */
export const unwrap = (text: string): readonly Unwrapped[] => [
  ...tagged(text),
  ...binary(text),
  ...base64(text),
  ...hex(text),
  ...escapes(text),
  ...percent(text),
  ...comments(text),
  ...ciphers(text),
  ...spelled(text),
];
