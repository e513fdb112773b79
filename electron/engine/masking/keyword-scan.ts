// One pass over a text that finds every keyword of a table at once: the cheap filter in front of the careful rules.
// Three characters at a time are looked up in a small table; where they fit the beginning of a keyword, a tree of all
// keywords decides. Upper and lower case are the same to it.

import { assert } from '../../../shared/result.ts';

export interface KeywordScan {
  /** Calls back at each keyword found, in the order of their beginnings. One at the text's very end may be missed. */
  scan(text: string, found: (keyword: number, start: number, end: number) => void): void;
}

/** Five bits of each of three characters: small enough to stay in the processor's nearest memory. */
const trigrams = 1 << 15;

export function createKeywordScan(keywords: readonly string[]): KeywordScan {
  const { classOf, classes } = classesOf(keywords);
  const { table, ends } = treeOf(keywords, classOf, classes);
  const begins = beginningsOf(keywords);
  return {
    scan(text, found) {
      const length = text.length;
      let trigram = ((text.charCodeAt(0) & 31) << 5) | (text.charCodeAt(1) & 31);
      for (let i = 2; i < length; i++) {
        trigram = ((trigram << 5) | (text.charCodeAt(i) & 31)) & 0x7fff;
        if (begins[trigram] === 0) continue;
        let node = 0;
        for (let at = i - 2; at < length; at++) {
          node = table[node * classes + (classOf[text.charCodeAt(at)] ?? 0)] ?? 0;
          if (node === 0) break;
          const keyword = ends[node] ?? -1;
          if (keyword >= 0) found(keyword, i - 2, at + 1);
        }
      }
    },
  };
}

function bothCases(char: string): readonly string[] {
  const upper = char.toUpperCase();
  // Turkish "ı" goes up to "I", which is "i" to everybody else: only a pair that leads back counts.
  return upper !== char && upper.length === 1 && upper.toLowerCase() === char ? [char, upper] : [char];
}

/** Characters that no keyword has are all of one class, 0. */
function classesOf(keywords: readonly string[]): { readonly classOf: Uint8Array; readonly classes: number } {
  const classOf = new Uint8Array(65_536);
  let classes = 1;
  for (const char of new Set(keywords.flatMap((keyword) => keyword.split('')))) {
    for (const same of bothCases(char)) classOf[same.charCodeAt(0)] = classes;
    classes++;
  }
  assert(classes <= 256, 'a class is a byte');
  return { classOf, classes };
}

function treeOf(
  keywords: readonly string[],
  classOf: Uint8Array,
  classes: number,
): { readonly table: Int32Array; readonly ends: Int32Array } {
  const nodesMax = keywords.reduce((sum, keyword) => sum + keyword.length, 1);
  const table = new Int32Array(nodesMax * classes);
  const ends = new Int32Array(nodesMax).fill(-1);
  let nodes = 1;
  keywords.forEach((keyword, number) => {
    let node = 0;
    for (let i = 0; i < keyword.length; i++) {
      const cell = node * classes + (classOf[keyword.charCodeAt(i)] ?? 0);
      if (table[cell] === 0) table[cell] = nodes++;
      node = table[cell] ?? 0;
    }
    ends[node] = number;
  });
  return { table, ends };
}

function beginningsOf(keywords: readonly string[]): Uint8Array {
  const begins = new Uint8Array(trigrams);
  const any = Array.from({ length: 32 }, (_, bits) => bits);
  const bitsOf = (char: string): readonly number[] => bothCases(char).map((same) => same.charCodeAt(0) & 31);
  for (const keyword of keywords) {
    for (const a of bitsOf(keyword.charAt(0))) {
      for (const b of bitsOf(keyword.charAt(1))) {
        // Two Chinese characters are a word: whatever follows them fits.
        for (const c of keyword.length > 2 ? bitsOf(keyword.charAt(2)) : any)
          begins[(a << 10) | (b << 5) | c] = 1;
      }
    }
  }
  return begins;
}
