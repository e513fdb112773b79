// Puts one member into a JSON text and leaves every other byte as it is: order, spacing and numbers of a file that is
// somebody else's. The text is strict JSON; what has comments or loose commas is refused before.
import { err, ok, type Result } from '../../../shared/result.ts';

interface Member {
  readonly key: string;
  readonly valueStart: number;
  readonly valueEnd: number;
}

interface ObjectAt {
  /** Of the braces. */
  readonly start: number;
  readonly end: number;
  readonly members: readonly Member[];
}

/** Pure. `null`: it says so already. */
export function withMember(
  text: string,
  path: readonly string[],
  value: unknown,
): Result<string | null, 'not-json' | 'not-an-object'> {
  const bare = text.replace(/^\ufeff/u, '');
  if (bare.trim() === '') return ok(`${JSON.stringify(nested(path, value), null, 2)}\n`);
  try {
    JSON.parse(bare);
  } catch {
    return err('not-json');
  }
  return put(text, text.search(/[^\s\ufeff]/u), path, value, 1);
}

const nested = (path: readonly string[], value: unknown): unknown =>
  path.reduceRight((inner, key) => ({ [key]: inner }), value);

function put(
  text: string,
  at: number,
  path: readonly string[],
  value: unknown,
  depth: number,
): Result<string | null, 'not-an-object'> {
  if (text[at] !== '{') return err('not-an-object');
  const [key = '', ...rest] = path;
  const object = readObject(text, at);
  // Of two members of one name, readers take the last.
  const known = object.members.findLast((member) => member.key === key);
  if (known === undefined) return ok(inserted(text, object, key, nested(rest, value), depth));
  if (rest.length > 0) return put(text, known.valueStart, rest, value, depth + 1);
  const standing: unknown = JSON.parse(text.slice(known.valueStart, known.valueEnd));
  if (JSON.stringify(standing) === JSON.stringify(value)) return ok(null);
  return ok(
    text.slice(0, known.valueStart) + written(text, object, value, depth) + text.slice(known.valueEnd),
  );
}

const isOneLine = (text: string, { start, end }: ObjectAt): boolean => !text.slice(start, end).includes('\n');

/** As the file itself is indented; two spaces where it does not show. */
function unitOf(text: string): string {
  return /\n([ \t]+)"/u.exec(text)?.[1] ?? '  ';
}

const newlineOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

function written(text: string, object: ObjectAt, value: unknown, depth: number): string {
  if (isOneLine(text, object) && object.members.length > 0) return JSON.stringify(value);
  const unit = unitOf(text);
  return JSON.stringify(value, null, unit)
    .split('\n')
    .join(`${newlineOf(text)}${unit.repeat(depth)}`);
}

function inserted(text: string, object: ObjectAt, key: string, value: unknown, depth: number): string {
  const last = object.members.at(-1);
  const member = (spaced: string): string =>
    `${JSON.stringify(key)}:${spaced}${written(text, object, value, depth)}`;
  if (last !== undefined && isOneLine(text, object)) {
    return `${text.slice(0, last.valueEnd)}, ${member(' ')}${text.slice(last.valueEnd)}`;
  }
  const [newline, unit] = [newlineOf(text), unitOf(text)];
  if (last !== undefined) {
    return `${text.slice(0, last.valueEnd)},${newline}${unit.repeat(depth)}${member(' ')}${text.slice(last.valueEnd)}`;
  }
  const inside = `${newline}${unit.repeat(depth)}${member(' ')}${newline}${unit.repeat(depth - 1)}`;
  return `${text.slice(0, object.start + 1)}${inside}${text.slice(object.end)}`;
}

/** `at` is an opening brace of a text that was parsed before. */
function readObject(text: string, at: number): ObjectAt {
  const members: Member[] = [];
  let next = skipSpace(text, at + 1);
  while (text[next] === '"') {
    const keyEnd = valueEnd(text, next);
    const key = String(JSON.parse(text.slice(next, keyEnd)));
    const valueStart = skipSpace(text, skipSpace(text, keyEnd) + 1);
    const end = valueEnd(text, valueStart);
    members.push({ key, valueStart, valueEnd: end });
    next = skipSpace(text, end);
    if (text[next] === ',') next = skipSpace(text, next + 1);
  }
  return { start: at, end: next, members };
}

function skipSpace(text: string, at: number): number {
  let next = at;
  while (/\s/u.test(text[next] ?? 'x')) next++;
  return next;
}

/** Where the value that begins at `at` ends. */
function valueEnd(text: string, at: number): number {
  let depth = 0;
  for (let next = at; next < text.length; next++) {
    const letter = text[next] ?? '';
    if (letter === '"') next = stringEnd(text, next) - 1;
    else if (letter === '{' || letter === '[') depth++;
    else if (letter === '}' || letter === ']') depth--;
    else if (depth === 0 && /[\s,]/u.test(letter)) return next;
    // a closing brace of the object around it
    if (depth < 0) return next;
    if (depth === 0 && /["}\]]/u.test(letter)) return next + 1;
  }
  return text.length;
}

function stringEnd(text: string, at: number): number {
  let next = at + 1;
  while (next < text.length && text[next] !== '"') next += text[next] === '\\' ? 2 : 1;
  return next + 1;
}
