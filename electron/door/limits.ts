// What no question of ours looks like, whatever it asks: looked for before any schema reads the value, so that a value
// made to hurt costs next to nothing.

/** Deeper than any argument of the contract by far: the deepest is a setting, four levels down. */
const depthMax = 10;
/** Ten times what deciding on a thousand changes at once takes. */
const partsMax = 20_000;
/** Names with which an object's own workings are reached. */
const reservedNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** True where the value nests too deep, holds too much, names an object's workings, or is more than plain data. */
export function isHostile(value: unknown): boolean {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  let parts = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    parts += 1;
    if (parts > partsMax || next.depth > depthMax) return true;
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (!isPlain(next.value)) return true;
    const names = Object.keys(next.value);
    if (names.length > partsMax || names.some((name) => reservedNames.has(name))) return true;
    const depth = next.depth + 1;
    for (const inner of Object.values(next.value)) open.push({ value: inner, depth });
  }
  return false;
}

function isPlain(value: object): boolean {
  if (Array.isArray(value)) return value.length <= partsMax;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
