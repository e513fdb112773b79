// Ids are hashes of content without a key: against the id of a forgotten entry anybody could try words out. So what lost
// its words gets another id, made with the key, wherever the store speaks of it. Pure.
import { createHmac } from 'node:crypto';

type Plain = Readonly<Record<string, unknown>>;
const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Of entries and changes, and the bare ones of themes and signals. */
const anyId = /\b(?:mem_|chg_)?[0-9a-f]{16}\b/gu;
const oneId = /^(?:mem_|chg_)?[0-9a-f]{16}$/u;

/** Ids of all that says something else after than before: `after` is `before` itself wherever nothing was changed. */
export function idsOfBlanked(before: unknown, after: unknown, see: (id: string) => void): void {
  if (before === after) return;
  if (Array.isArray(before) && Array.isArray(after))
    before.forEach((one: unknown, index) => idsOfBlanked(one, after[index], see));
  if (!isPlain(before) || !isPlain(after)) return;
  const { id } = before;
  const saysOther = before['text'] !== after['text'] || before['title'] !== after['title'];
  if (saysOther && typeof id === 'string' && oneId.test(id)) see(id);
  for (const [name, value] of Object.entries(before)) idsOfBlanked(value, after[name], see);
}

export const renamedWith =
  (key: Buffer, ids: ReadonlySet<string>): ((text: string) => string) =>
  (text) =>
    text.replace(anyId, (id) => (ids.has(id) ? keyedId(key, id) : id));

/** In the same shape. */
const keyedId = (key: Buffer, id: string): string =>
  id.slice(0, -16) + createHmac('sha256', key).update(`id\0${id}`).digest('hex').slice(0, 16);
