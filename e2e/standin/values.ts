// Structured-clone values as text, for the way between a page and this process. The same source runs on both sides, so
// it stands in one function that knows nothing outside of itself. Functions are refused unless somebody takes them.

export interface Codec {
  readonly encode: (value: unknown, takeFunction?: (work: unknown) => unknown) => string;
  readonly decode: (text: string, giveFunction?: (name: unknown) => unknown) => unknown;
}

export function createCodec(): Codec {
  const tagged = (kind: string, value: unknown): unknown => ({ $kind: kind, value });
  type Take = ((work: unknown) => unknown) | undefined;

  const packBytes = (value: ArrayBuffer | ArrayBufferView): unknown => {
    const bytes =
      value instanceof ArrayBuffer
        ? new Uint8Array(value)
        : new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return tagged('bytes', btoa(text));
  };
  const packObject = (value: object, take: Take): unknown => {
    if (Array.isArray(value)) return value.map((each) => pack(each, take));
    if (value instanceof Date) return tagged('date', value.getTime());
    if (value instanceof Map)
      return tagged(
        'map',
        [...value].map((pair) => pack(pair, take)),
      );
    if (value instanceof Set)
      return tagged(
        'set',
        [...value].map((each) => pack(each, take)),
      );
    if (value instanceof Error) return tagged('error', value.message);
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return packBytes(value);
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, pack(each, take)]));
  };
  const pack = (value: unknown, take: Take): unknown => {
    if (value === undefined) return tagged('undefined', 0);
    if (typeof value === 'bigint') return tagged('bigint', String(value));
    if (typeof value === 'number' && !Number.isFinite(value)) return tagged('number', String(value));
    if (typeof value === 'function' && take !== undefined) return tagged('function', take(value));
    if (typeof value === 'function' || typeof value === 'symbol')
      throw new Error('An object could not be cloned.');
    return typeof value === 'object' && value !== null ? packObject(value, take) : value;
  };

  const unpackTagged = (kind: unknown, value: unknown, give: Take): unknown => {
    if (kind === 'undefined') return undefined;
    if (kind === 'bigint') return BigInt(String(value));
    if (kind === 'number') return Number(value);
    if (kind === 'date') return new Date(Number(value));
    if (kind === 'map') return new Map(unpack(value, give) as [unknown, unknown][]);
    if (kind === 'set') return new Set(unpack(value, give) as unknown[]);
    if (kind === 'error') return new Error(String(value));
    if (kind === 'bytes') return Uint8Array.from(atob(String(value)), (each) => each.charCodeAt(0));
    if (kind === 'function' && give !== undefined) return give(value);
    throw new Error(`stand-in: a value of kind ${String(kind)}`);
  };
  const unpack = (value: unknown, give: Take): unknown => {
    if (Array.isArray(value)) return value.map((each) => unpack(each, give));
    if (typeof value !== 'object' || value === null) return value;
    if ('$kind' in value) return unpackTagged(value.$kind, 'value' in value ? value.value : null, give);
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, unpack(each, give)]));
  };

  return {
    encode: (value, takeFunction) => JSON.stringify(pack(value, takeFunction)),
    decode: (text, giveFunction) => unpack(JSON.parse(text), giveFunction),
  };
}
