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
  /** With which two letters a phrase may begin, and with which three: most words are told by them to be none. */
  readonly pairs: Uint8Array;
  readonly threes: Uint8Array;
}

const pairOf = (first: number, second: number): number => (first * 8191 + second) & 0xffff;
const threeOf = (pair: number, third: number): number => (pair * 8191 + third) & 0xffff;

function treeWithBeginnings(): Tree {
  const root = growTree();
  const [pairs, threes] = [new Uint8Array(0x1_0000), new Uint8Array(0x1_0000)];
  for (const [first, node] of root.next) {
    for (const [second, after] of node.next) {
      const pair = pairOf(first, second);
      // a short phrase, or a space of which there may be several in the text
      const isToldByTwo = after.kind !== null || second === space;
      pairs[pair] = Math.max(pairs[pair] ?? 0, isToldByTwo ? toldByTwo : toldByThree);
      for (const third of after.next.keys()) threes[threeOf(pair, third)] = 1;
    }
  }
  return { root, pairs, threes };
}
const toldByThree = 1;
const toldByTwo = 2;

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

/** The place of the next letter that can be seen; the text's end where none comes. */
function visibleAfter(text: string, at: number, letters: Uint16Array): number {
  let next = at + 1;
  while (next < text.length && letters[text.charCodeAt(next)] === noLetter) next++;
  return next;
}

function mayBegin(text: string, at: number, { pairs, threes }: Tree, letters: Uint16Array): boolean {
  const letterAt = (place: number): number =>
    place < text.length ? (letters[text.charCodeAt(place)] ?? noLetter) : space;
  const next = visibleAfter(text, at, letters);
  const pair = pairOf(letterAt(at), letterAt(next));
  if (pairs[pair] !== toldByThree) return pairs[pair] === toldByTwo;
  return threes[threeOf(pair, letterAt(visibleAfter(text, next, letters)))] === 1;
}

/** What each character is to a walk over words: nothing to see, a letter of a word, of an open script, or another sign. */
type Part = 0 | 1 | 2 | 3;
const [unseen, ofWord, ofOpenScript, other] = [0, 1, 2, 3] as const;
let parts: Uint8Array | null = null;

function partsOfWords(letters: Uint16Array): Uint8Array {
  const partOf = (code: number): Part => {
    if (code === noLetter) return unseen;
    if (code > 0x7f && isOpenScript(code)) return ofOpenScript;
    return isWordSign(code) ? ofWord : other;
  };
  return Uint8Array.from(letters, partOf);
}

// A text that is nothing but such words is no text.
const cuesMax = 2_000;

/** In their order; none lies in another. */
export function cuesIn(text: string): readonly Cue[] {
  const phrases = (tree ??= treeWithBeginnings());
  const letters = plainLetters();
  const partOf = (parts ??= partsOfWords(letters));
  const cues: Cue[] = [];
  let afterWord = false;
  for (let i = 0; i < text.length && cues.length < cuesMax; i++) {
    const part = partOf[text.charCodeAt(i)];
    // most letters stand in the middle of a word
    if (part === unseen || (part === ofWord && afterWord)) continue;
    const isBeginning = !afterWord || part === ofOpenScript;
    afterWord = part === ofWord;
    if (!isBeginning || !mayBegin(text, i, phrases, letters)) continue;
    const cue = phraseAt(text, i, phrases.root, letters);
    if (!cue) continue;
    cues.push(cue);
    i = cue.end - 1;
    afterWord = isWordSign(letters[text.charCodeAt(i)] ?? noLetter);
  }
  return cues;
}
