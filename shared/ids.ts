// Branded ids, and the only functions that make them. An id comes from content, never from a clock or from
// chance, so that the same input gives the same night, byte for byte.

declare const brand: unique symbol;
type Branded<T, B extends string> = T & { readonly [brand]: B };

/** Milliseconds since 1970, UTC. */
export type EpochMs = Branded<number, 'EpochMs'>;
/** `agent:native session id`, unique over all agents. */
export type SessionId = Branded<string, 'SessionId'>;
/** One turn of one session; stable when the same history is read again or stands in a second file. */
export type TurnKey = Branded<string, 'TurnKey'>;
/** `ngt_…`: one night. */
export type NightId = Branded<string, 'NightId'>;
/** `chg_…`: one proposed change. The same change proposed on two nights has the same id. */
export type ChangeId = Branded<string, 'ChangeId'>;
/** `mem_…`: one memory entry, through all of its versions. */
export type EntryId = Branded<string, 'EntryId'>;
/** 1, 2, 3 …: the versions of the memory, in the order they were published. */
export type VersionNumber = Branded<number, 'VersionNumber'>;

export const epochMs = (ms: number): EpochMs => ms as EpochMs;
export const sessionId = (agent: string, nativeId: string): SessionId => `${agent}:${nativeId}` as SessionId;
export const turnKey = (key: string): TurnKey => key as TurnKey;
export const versionNumber = (n: number): VersionNumber => n as VersionNumber;

// FNV-1a, 64 bits as two halves: ids must be computed in rooms that may not import Node's crypto.
function fnv64(text: string): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (let i = 0; i < text.length; i++) {
    low ^= text.charCodeAt(i);
    // times the 64-bit FNV prime 0x100000001b3, in 32-bit halves
    const carried = Math.imul(low, 0x1b3) >>> 0;
    const carry = Math.floor(((low >>> 0) * 0x1b3) / 0x1_0000_0000);
    high = (Math.imul(high, 0x1b3) + carry + (low << 8)) >>> 0;
    low = carried;
  }
  return (high >>> 0).toString(16).padStart(8, '0') + (low >>> 0).toString(16).padStart(8, '0');
}

/** 16 hexadecimal digits made of the parts; parts cannot run into one another. */
export const contentHash = (...parts: readonly string[]): string =>
  fnv64(parts.map((p) => `${p.length}:${p}`).join('|'));

export const nightId = (...parts: readonly string[]): NightId =>
  `ngt_${contentHash('night', ...parts)}` as NightId;
export const changeId = (...parts: readonly string[]): ChangeId =>
  `chg_${contentHash('change', ...parts)}` as ChangeId;
export const entryId = (...parts: readonly string[]): EntryId =>
  `mem_${contentHash('entry', ...parts)}` as EntryId;

/** For rows read back from our own store and for what a person typed: the caller has checked that it exists. */
export const asSessionId = (text: string): SessionId => text as SessionId;
export const asNightId = (text: string): NightId => text as NightId;
export const asChangeId = (text: string): ChangeId => text as ChangeId;
export const asEntryId = (text: string): EntryId => text as EntryId;
