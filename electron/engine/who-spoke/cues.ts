// Finds the phrases by which orders are given, in one walk over a text: letters as they read, so that what is hidden in a
// word or looks like another letter does not hide the word.
import { orderKinds, orderWords, type OrderKind } from '../language/order-words.ts';
import { noLetter, plainLetters, plainText } from '../language/plain-letters.ts';

export interface Cue {
  readonly kind: OrderKind;
  /** Places in the text, UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

interface Node {
  readonly next: Map<number, Node>;
  kind: OrderKind | null;
  /** Another letter may follow it: the script sets no spaces. */
  isOpen: boolean;
}

const newNode = (): Node => ({ next: new Map(), kind: null, isOpen: false });

const space = 0x20;
// Han, kana, Hangul and the other scripts in which a word has no end that can be seen, or takes endings.
const isOpenScript = (code: number): boolean =>
  (code >= 0x0600 && code <= 0x06ff) ||
  (code >= 0x0900 && code <= 0x0e7f) ||
  (code >= 0x1100 && code <= 0x11ff) ||
  (code >= 0x2e80 && code <= 0xd7ff);
const isWordSign = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x5f || code >= 0xaa;

/** The phrases of every language in one tree, by how they read. The longer of two kinds with one phrase wins. */
function growTree(): Node {
  const root = newNode();
  for (const words of Object.values(orderWords)) {
    for (const kind of orderKinds) {
      for (const phrase of words[kind].split('|')) plant(root, plainText(phrase).trim(), kind);
    }
  }
  return root;
}

function plant(root: Node, phrase: string, kind: OrderKind): void {
  if (phrase === '') return;
  let at = root;
  for (let i = 0; i < phrase.length; i++) {
    const code = phrase.charCodeAt(i);
    let next = at.next.get(code);
    if (!next) at.next.set(code, (next = newNode()));
    at = next;
  }
  at.kind ??= kind;
  const last = phrase.charCodeAt(phrase.length - 1);
  at.isOpen = isOpenScript(last) || !isWordSign(last);
}

interface Tree {
  readonly root: Node;
  /** Which two letters a phrase may begin with: most words are told by them to be none. */
  readonly begins: Uint8Array;
}

const pairOf = (first: number, second: number): number => (first * 8191 + second) & 0xffff;

function treeWithBeginnings(): Tree {
  const root = growTree();
  const begins = new Uint8Array(0x1_0000);
  for (const [first, node] of root.next)
    for (const second of node.next.keys()) begins[pairOf(first, second)] = 1;
  return { root, begins };
}

let tree: Tree | null = null;

/** The longest phrase that begins there, or null. */
function phraseAt(text: string, from: number, root: Node, letters: Uint16Array): Cue | null {
  let at: Node = root;
  let found: Cue | null = null;
  let spaces = false;
  for (let i = from; i < text.length; i++) {
    const code = letters[text.charCodeAt(i)] ?? noLetter;
    if (code === noLetter || (code === space && spaces)) continue;
    spaces = code === space;
    const next = at.next.get(code);
    if (!next) break;
    at = next;
    if (next.kind !== null && (next.isOpen || !isWordSign(followingCode(text, i + 1, letters)))) {
      found = { kind: next.kind, start: from, end: i + 1 };
    }
  }
  return found;
}

function followingCode(text: string, from: number, letters: Uint16Array): number {
  for (let i = from; i < text.length; i++) {
    const code = letters[text.charCodeAt(i)] ?? noLetter;
    if (code !== noLetter) return isOpenScript(code) ? space : code;
  }
  return space;
}

function visibleAfter(text: string, at: number, letters: Uint16Array): number {
  let next = at + 1;
  while (next < text.length && letters[text.charCodeAt(next)] === noLetter) next++;
  return next < text.length ? (letters[text.charCodeAt(next)] ?? noLetter) : space;
}

// A text that is nothing but such words is no text.
const cuesMax = 2_000;

/** In their order; none lies in another. */
export function cuesIn(text: string): readonly Cue[] {
  const { root, begins } = (tree ??= treeWithBeginnings());
  const letters = plainLetters();
  const cues: Cue[] = [];
  let afterWord = false;
  for (let i = 0; i < text.length && cues.length < cuesMax; i++) {
    const code = letters[text.charCodeAt(i)] ?? noLetter;
    if (code === noLetter) continue;
    const isOpen = code > 0x7f && isOpenScript(code);
    const isBeginning = !afterWord || isOpen;
    afterWord = !isOpen && isWordSign(code);
    if (!isBeginning || begins[pairOf(code, visibleAfter(text, i, letters))] === 0) continue;
    const cue = phraseAt(text, i, root, letters);
    if (!cue) continue;
    cues.push(cue);
    i = cue.end - 1;
    afterWord = isWordSign(letters[text.charCodeAt(i)] ?? noLetter);
  }
  return cues;
}
