// Does a text that its owner did not write give orders about how an agent is to behave or what it is to remember? The
// words alone never decide what becomes memory: that is decided by who spoke. This finds what a person should see.
import type { OrderReason } from '../../../shared/quarantine.ts';
import type { OrderKind } from '../language/order-words.ts';
import { cuesIn, type Cue } from './cues.ts';
import { unwrap } from './unwrap.ts';

export interface Order {
  readonly reason: OrderReason;
  /** Where it stands, UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** What it says, where that is not what stands there. */
  readonly says: string | null;
}

/** How plainly orders must be given to count. */
export type Listening =
  /** a page: nothing that it wants of an agent is wanted */
  | 'page'
  /** a file or a program's output: manuals say "always" */
  | 'file'
  /** a comment, which no reader of the page sees */
  | 'close'
  /** it speaks as the user or the system: one sign is enough */
  | 'role'
  /** it was hidden on purpose */
  | 'any';

// Cues that lie further apart than this belong to different thoughts: about two sentences.
const togetherCharsMax = 260;

const asks: readonly OrderKind[] = ['lasting', 'remember', 'memory', 'override', 'forOwner'];

function isOrder(kinds: ReadonlySet<OrderKind>, listening: Listening): boolean {
  const has = (...some: readonly OrderKind[]): boolean => some.some((kind) => kinds.has(kind));
  if (has('override', 'memory')) return true;
  if (listening === 'any') return kinds.size > 0;
  if (listening === 'role' && has('toAgent', 'lasting', 'remember', 'forOwner')) return true;
  const others = [...kinds].filter((kind) => kind !== 'toAgent').length;
  if (has('toAgent') && (others > 0 || listening === 'close')) return true;
  if (has('forOwner') && has('lasting', 'remember', 'always', 'duty')) return true;
  if (has('remember') && has('lasting')) return true;
  if (has('duty') && has(...asks)) return true;
  if (listening === 'close') return kinds.size >= 2;
  return listening === 'page' && has('lasting') && has('always');
}

interface Found {
  readonly cues: readonly Cue[];
}

/** Runs of cues, each near the one before, that make an order together. */
function ordersAmong(cues: readonly Cue[], listening: Listening): readonly Found[] {
  const groups: Cue[][] = [];
  for (const cue of cues) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last && before && cue.start - before.end <= togetherCharsMax) last.push(cue);
    else groups.push([cue]);
  }
  return groups.flatMap((group) => nearest(group, listening));
}

/** The shortest run within a group that is an order: a long manual may be one group. */
function nearest(group: readonly Cue[], listening: Listening): readonly Found[] {
  for (const [first, cue] of group.entries()) {
    const kinds = new Set<OrderKind>();
    for (const [offset, other] of group.slice(first).entries()) {
      if (other.start - cue.end > togetherCharsMax) break;
      kinds.add(other.kind);
      if (isOrder(kinds, listening)) return [{ cues: group.slice(first, first + offset + 1) }];
    }
  }
  return [];
}

// A wrapped text is looked at alone; what is longer was not written to be read by anybody.
const wordsCharsMax = 8_000;

const saysOrder = (words: string, listening: Listening): boolean =>
  ordersAmong(cuesIn(words.slice(0, wordsCharsMax)), listening).length > 0;

const wrapped = (text: string): readonly Order[] =>
  unwrap(text).flatMap(({ how, words, start, end, isOnPurpose }) => {
    const listening = how === 'comment' ? 'close' : isOnPurpose ? 'any' : 'page';
    return saysOrder(words, listening)
      ? [{ reason: how, start, end, says: words.trim().slice(0, wordsCharsMax) }]
      : [];
  });

/**
 * "User:", "### System", "<|im_start|>user", "[INST]", `"role": "user"`: text that would be taken for somebody else's turn.
 * The words that follow in the same paragraph are what that somebody would say.
 */
const role =
  /(?:^|\n)[ \t>*#\-_]*(?:\*\*)?(?:system|user|human|assistant|developer|owner|operator|admin|用户|用戶|系统|系統|人类|助手|benutzer|nutzer|usuario|usuário|utilisateur|utente|пользователь|система|ユーザー|システム|사용자|시스템|المستخدم|النظام|उपयोगकर्ता|gebruiker|användare|użytkownik|uživatel|kullanıcı|користувач)(?:\*\*)?[ \t]*(?:message|prompt|instruction|instructions|override|note|turn)?[ \t]*(?:\*\*)?[:：]|<\|?(?:im_start|start_header_id|system|user|assistant|human|developer)\|?>|\[\/?(?:INST|SYS|SYSTEM|USER)\]|<<SYS>>|<\/?(?:system|user|human|assistant|instructions?|system[-_]prompt|system[-_]reminder|system[-_]message|user[-_]message|user[-_]query|admin|important)(?:\s[^<>\n]{0,80})?>|["']role["']\s*:\s*["'](?:system|user|developer|assistant)["']/giu;
const roleCharsMax = 600;

function played(text: string): readonly Order[] {
  const all: Order[] = [];
  let until = 0;
  for (const match of text.matchAll(role)) {
    if (match.index < until) continue;
    const rest = text.slice(match.index, match.index + match[0].length + roleCharsMax);
    const gap = /\n\s*\n/u.exec(rest.slice(match[0].length + 1));
    const end = match.index + (gap ? match[0].length + 1 + gap.index : rest.length);
    const said = text.slice(match.index + match[0].length, end);
    if (isHarness(text.slice(match.index, end)) || !speaksOrder(match[0], said)) continue;
    all.push({ reason: 'plays-a-role', start: match.index, end, says: null });
    until = end;
  }
  return all;
}

// What Claude Code itself puts behind a tool's result, word for word.
const harness = [
  '<system-reminder>\nWhenever you read a file, you should consider whether it',
  '<system-reminder>\nThis is a reminder that your todo list is currently empty.',
  '<system-reminder>\nThe TodoWrite tool hasn',
  '<system-reminder>\nThe task tools haven',
  '<system-reminder>Warning: the file exists but',
];
/** An owner who begins with "always" in a program's output is a forged one; a user whose shell never expires is not. */
const asOwner =
  /user|human|owner|operator|用|人|nutzer|usu|utilis|utente|пользов|ユーザ|사용자|المستخدم|उपयोग|gebruik|användar|użytk|uživat|kullan|корист/iu;
const atOnceChars = 24;
const speaksOrder = (opening: string, said: string): boolean =>
  saysOrder(said, 'role') || (asOwner.test(opening) && saysOrder(said.slice(0, atOnceChars), 'any'));

const isHarness = (block: string): boolean => harness.some((beginning) => block.startsWith(beginning));

const invisibleInside = /\p{L}\p{Default_Ignorable_Code_Point}+\p{L}|[\u202a-\u202e\u2066-\u2069]/u;
const twoScripts =
  /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/u;
// Full width and mathematical letters, where the words are Latin ones.
const otherLetters = /[\uff21-\uff3a\uff41-\uff5a]{4}|[\u{1d400}-\u{1d7ff}]{4}/u;

/** A phrase that is not written as it reads was made to be found by an agent and not by a reader. */
function disguised(text: string, cues: readonly Cue[]): readonly Order[] {
  return cues.flatMap(({ start, end }) => {
    const written = text.slice(start, end);
    const isHidden = invisibleInside.test(written);
    if (!isHidden && !twoScripts.test(written) && !otherLetters.test(written)) return [];
    return [{ reason: isHidden ? 'hidden-characters' : 'look-alike', start, end, says: null } as const];
  });
}

/** Mathematical letters are pairs of units: such a text is read anew as it reads. */
function mathematical(text: string): readonly Order[] {
  if (!text.includes('\ud835')) return [];
  return [...text.matchAll(/[^\n]{0,400}[\u{1d400}-\u{1d7ff}]{4}[^\n]{0,400}/gu)].flatMap((match) => {
    const words = match[0].normalize('NFKC');
    return saysOrder(words, 'any')
      ? [
          {
            reason: 'look-alike',
            start: match.index,
            end: match.index + match[0].length,
            says: words,
          } as const,
        ]
      : [];
  });
}

const spanOf = ({ cues }: Found): { readonly start: number; readonly end: number } => ({
  start: cues[0]?.start ?? 0,
  end: cues.at(-1)?.end ?? 0,
});

/** The orders in a text, in their order, each place once: how it was hidden says more than that it gives orders. */
export function ordersIn(text: string, listening: Listening): readonly Order[] {
  const cues = cuesIn(text);
  const plain = ordersAmong(cues, listening).map((found): Order => ({
    reason: 'gives-orders',
    ...spanOf(found),
    says: null,
  }));
  const all = [...wrapped(text), ...played(text), ...disguised(text, cues), ...mathematical(text), ...plain];
  const kept: Order[] = [];
  for (const order of all) {
    if (!kept.some((other) => other.start <= order.end && order.start <= other.end)) kept.push(order);
  }
  return kept.toSorted((a, b) => a.start - b.start);
}
