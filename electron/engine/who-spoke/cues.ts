// Finds the phrases by which orders are given, in one walk over a text: letters as they read, so that what is hidden in a
// word or looks like another letter does not hide the word.
import { assert } from '../../../shared/result.ts';
import { orderKinds, orderWords, type OrderKind } from '../language/order-words.ts';
import { noLetter, plainLetters, plainText } from '../language/plain-letters.ts';

export interface Cue {
  readonly kind: OrderKind;
  /** Places in the text, UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

const space = 0x20;
// Han, kana, Hangul and the other scripts in which a word has no end that can be seen, or takes endings.
const isOpenScript = (code: number): boolean =>
  (code >= 0x0600 && code <= 0x06ff) ||
  (code >= 0x0900 && code <= 0x0e7f) ||
  (code >= 0x1100 && code <= 0x11ff) ||
  (code >= 0x2e80 && code <= 0xd7ff);
const isWordSign = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x5f || code >= 0xaa;

/**
 * The phrases of every language in one tree, by how they read. What leads from node to node by a letter lies in one table,
 * at a place made of both: a walk over millions of words looks up nothing else. 0 is the root, and leads nowhere.
 */
interface Tree {
  /** Node and letter as one number; beside it in `leads` the next node, 0 for an empty place. */
  readonly edges: Int32Array;
  readonly leads: Uint16Array;
  /** What kind of phrase ends at a node, from 1 in the order of `orderKinds`; 0 for none. */
  readonly kinds: Uint8Array;
  /** Another letter may follow it: the script sets no spaces. */
  readonly isOpen: Uint8Array;
  /** Which two letters a phrase may begin with: most words are told by them to be none. */
  readonly begins: Uint8Array;
}

const pairOf = (first: number, second: number): number => (first * 8191 + second) & 0xffff;

const edgeBits = 18;
const edgesMax = 1 << edgeBits;
const nodesMax = 1 << 16;
const edgeOf = (node: number, code: number): number => (node << 16) | code;

/** Where the edge stands, or the empty place where it would. */
function placeOf({ edges, leads }: Tree, edge: number): number {
  let place = Math.imul(edge, 0x9e37_79b1) >>> (32 - edgeBits);
  while (leads[place] !== 0 && edges[place] !== edge) place = (place + 1) & (edgesMax - 1);
  return place;
}

function growTree(): Tree {
  const grown: Tree = {
    edges: new Int32Array(edgesMax),
    leads: new Uint16Array(edgesMax),
    kinds: new Uint8Array(nodesMax),
    isOpen: new Uint8Array(nodesMax),
    begins: new Uint8Array(0x1_0000),
  };
  let nodes = 1;
  for (const words of Object.values(orderWords)) {
    for (const [index, kind] of orderKinds.entries()) {
      for (const phrase of words[kind].split('|'))
        nodes = plant(grown, plainText(phrase).trim(), index + 1, nodes);
    }
  }
  return grown;
}

/** The first of two kinds with one phrase wins. Says how many nodes there are now. */
function plant(grown: Tree, phrase: string, kind: number, nodesBefore: number): number {
  if (phrase === '') return nodesBefore;
  let nodes = nodesBefore;
  let at = 0;
  for (let i = 0; i < phrase.length; i++) {
    const edge = edgeOf(at, phrase.charCodeAt(i));
    const place = placeOf(grown, edge);
    if (grown.leads[place] === 0) {
      assert(nodes < nodesMax, 'more phrases than the tree has room for');
      grown.edges[place] = edge;
      grown.leads[place] = nodes++;
    }
    at = grown.leads[place] ?? 0;
  }
  if (grown.kinds[at] === 0) grown.kinds[at] = kind;
  const last = phrase.charCodeAt(phrase.length - 1);
  grown.isOpen[at] = isOpenScript(last) || !isWordSign(last) ? 1 : 0;
  if (phrase.length > 1) grown.begins[pairOf(phrase.charCodeAt(0), phrase.charCodeAt(1))] = 1;
  return nodes;
}

let tree: Tree | null = null;

/** The longest phrase that begins there, or null. */
function phraseAt(text: string, from: number, phrases: Tree, letters: Uint16Array): Cue | null {
  const { leads, kinds, isOpen } = phrases;
  let at = 0;
  let found: Cue | null = null;
  let spaces = false;
  for (let i = from; i < text.length; i++) {
    const code = letters[text.charCodeAt(i)] ?? noLetter;
    if (code === noLetter || (code === space && spaces)) continue;
    spaces = code === space;
    at = leads[placeOf(phrases, edgeOf(at, code))] ?? 0;
    if (at === 0) break;
    const number = kinds[at] ?? 0;
    if (number === 0) continue;
    const kind = orderKinds[number - 1];
    assert(kind !== undefined, 'each kind has its number');
    if (isOpen[at] === 1 || !isWordSign(followingCode(text, i + 1, letters))) {
      found = { kind, start: from, end: i + 1 };
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

function mayBegin(text: string, at: number, { begins }: Tree, letters: Uint16Array): boolean {
  const code = letters[text.charCodeAt(at)] ?? noLetter;
  return begins[pairOf(code, visibleAfter(text, at, letters))] === 1;
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
  const phrases = (tree ??= growTree());
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
    const cue = phraseAt(text, i, phrases, letters);
    if (!cue) continue;
    cues.push(cue);
    i = cue.end - 1;
    afterWord = isWordSign(letters[text.charCodeAt(i)] ?? noLetter);
  }
  return cues;
}
