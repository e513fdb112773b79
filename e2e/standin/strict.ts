// What the stand-in lacks it refuses by name: a gap that answers `undefined` would make a test green that tests nothing.
// What it has and Electron has not is kept under a symbol.
export const missing = (what: string): Error => new Error(`stand-in: ${what} is not there`);

/** Asked for by Node, by promises and by Playwright of any object. */
const askedOfAll = new Set<PropertyKey>(['then', 'toJSON', 'constructor', 'asymmetricMatch', 'nodeType']);

export function strict<T extends object>(what: string, target: T): T {
  return new Proxy(target, {
    get(object, key) {
      if (!(key in object) && typeof key === 'string' && !askedOfAll.has(key))
        throw missing(`${what}.${key}`);
      const value: unknown = Reflect.get(object, key, object);
      // Bound, because private fields belong to the object itself and not to what stands before it.
      return typeof value === 'function' && key !== 'constructor' ? (value.bind(object) as unknown) : value;
    },
    set: (object, key, value) => Reflect.set(object, key, value, object),
  });
}

/** An event of Electron's that a listener may prevent. */
export class Preventable {
  defaultPrevented = false;
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

export function ignore(error: unknown): void {
  // A page that is gone by now is no fault: pages go.
  if (process.env['STANDIN_TRACE'] === '1') process.stderr.write(`stand-in: ${String(error)}\n`);
}
