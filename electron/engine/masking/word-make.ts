// How a word is made, and how much that says: "slate-rkvt-…" is nobody's name for anything, "fix-login-…" is a branch.
// A weight of 4 is a password wherever it stands; a smaller one needs a sentence that hands something over.
import { tradeParts } from './handing-over-words.ts';
import { classChanges, isHashLike, looksRandom } from './randomness.ts';

/** So many random signs and more are a machine's. */
export const machineMin = 24;

/** 0 to 4. `word` has letters and digits, and no white space, quotes or brackets. */
export function weightOfMake(word: string): number {
  if (word.length >= machineMin && isMachineMade(word)) return 2;
  if (word.includes('/')) return 0;
  if (/[!?#$%&*+@^~]/u.test(word)) return Math.max(ofCapitals(word), ofMarks(word));
  return Math.max(ofParts(word), ofCapitals(word));
}

// Words of the trade that are everybody's words too: colours, stones and animals, as people choose them.
const chosenAsWell: ReadonlySet<string> = new Set(
  'granite llama gemini opus sonnet haiku mistral slate zinc stone red green blue indigo purple pink amber teal cyan white black ring shadow alpine bastion canary'.split(
    ' ',
  ),
);

const parted = /^\p{L}{3,}(?:([-_.])[\p{L}\d]{2,})(?:\1[\p{L}\d]{2,}){0,4}\1\d{2,6}$/u;

/** Tied by hyphens, digits last. A word, letters that are none, digits: 4. Words of any language and digits: 2. */
function ofParts(word: string): number {
  const joined = parted.exec(word);
  if (joined === null || word.length < 12) return 0;
  const parts = word.split(joined[1] ?? '-');
  const names = parts.slice(0, -1).map((part) => part.toLowerCase());
  if (names.some((part) => /^v?\d+$/u.test(part))) return 0;
  const ofTrade = names.filter((part) => tradeParts.has(part));
  const isOfWork = ofTrade.some((part) => !chosenAsWell.has(part));
  if (joined[1] !== '-') return ofTrade.length > 0 ? 0 : 1;
  const middle = names[1] ?? '';
  const isWild =
    names.length === 2 && middle.length >= 4 && isScrambled(middle) && (parts.at(-1) ?? '').length >= 3;
  // Letters that are no word outweigh a word of the trade beside them.
  if (isWild) return isOfWork ? 2 : 4;
  if (isOfWork) return 0;
  return ofTrade.length > 0 ? 1 : 2;
}

/** "BlauerWal1234!": two words, digits, a mark: 3; one word, a year, or no mark: less. */
function ofCapitals(word: string): number {
  const made = /^((?:\p{Lu}\p{Ll}{2,}){1,4})(\d{2,6})([!?#$%&*+@~]{0,2})$/u.exec(word);
  const [, words = '', digits = '', mark = ''] = made ?? [];
  if (made === null || word.length < 9) return 0;
  const isTwo = /\p{Ll}\p{Lu}/u.test(words);
  const isYear = /^(?:19|20)\d\d$/u.test(digits);
  if (mark === '') return isTwo && digits.length >= 3 ? 1 : 0;
  return isTwo && !isYear && digits.length >= 3 ? 3 : 2;
}

const marksInside = /(?<=[A-Za-z0-9])[!#$%&*+@^~?](?=[A-Za-z0-9])/gu;

/** Letters, digits and marks that change places as no sentence, address or line of code has them. */
function ofMarks(word: string): number {
  if (word.length < 10 || word.length > 40 || /[-_.]{2}|\.[a-z]{2,4}$|([!?&])\1/u.test(word)) return 0;
  if (/^[$@#%&+*?~-]/u.test(word) || (word.match(/%[0-9A-F]{2}/gu)?.length ?? 0) > 1) return 0;
  const marks = [...word.matchAll(marksInside)].map(([mark]) => mark);
  if (marks.length === 0 || !/[a-z]/u.test(word)) return 0;
  const isMixed = /[A-Z]/u.test(word) && (word.match(/\d/gu)?.length ?? 0) >= 2;
  const changes = /[A-Za-z]{6,}/u.test(word) ? 0 : classChanges(word);
  // signs that reckon stand in code that was made small as well
  const isNoCode = isMixed && new Set(marks).size > 1 && marks.some((mark) => '!#@'.includes(mark));
  if (marks.length > 1 && changes >= 0.5) return isNoCode ? 4 : 3;
  if (marks.length > 1 && changes >= 0.3) return 2;
  if (!isMixed || marks.length > 1 || /[-_.]/u.test(word)) return 0;
  // "badgerKL!34xy": one mark and a digit behind it stand in no name of code
  return /!\d/u.test(word) ? 4 : 2;
}

/** Random signs, and not a sum, an address of a chain, nor what joins a call and its answer. */
const isMachineMade = (word: string): boolean =>
  /^[A-Za-z0-9+/_=-]+$/u.test(word) &&
  /[a-z]/u.test(word) &&
  /[A-Z]/u.test(word) &&
  !/^0x|^[A-Za-z]{1,8}[_-]|^\/|\/\w{3,}\//u.test(word) &&
  !isHashLike(word) &&
  looksRandom(word);

// Pairs of consonants that stand in words of the languages that are written in Latin letters.
const pairs = new Set(
  (
    'bb bl br bs bt ch ck cl cr cs ct cz dd dh dl dm dn dr ds dt dv dw dz ff fl fr fs ft gd gg gh gl gm gn gr gs gt hl hm hn hr hs ht jd kd kk kl km kn kr ks kt kv kw lb lc ld lf lg lh lj lk ll lm ln lp lr ls lt lv lz ' +
    'mb mf ml mm mn mp ms mt nb nc nd nf ng nh nj nk nl nm nn np nr ns nt nv nw nz pf ph pl pm pn pp pr ps pt rb rc rd rf rg rh rj rk rl rm rn rp rr rs rt rv rw rz sc sf sg sh sj sk sl sm sn sp ss st sv sw sz tc th tj tk ' +
    'tl tm tn tr ts tt tv tw tz vl vn vr vs wb wh wl wn wr ws zd zg zk zl zm zn zt zv zw zz xc xp xt dj gk gb fj kj hv hj mj pj vj'
  ).split(' '),
);
/** Such pairs end syllables and begin none. */
const endings =
  /^(?:bb|dd|ff|gg|kk|nn|rr|tt|ck|ct|nd|ng|nt|nk|mp|mb|lt|ld|lk|rt|rd|rk|rn|rm|ls|rs|ns|ms|lp|lf|lm|rp|rb|rg|rl|lb|lg)/u;

/** No vowel, or consonants side by side that no language puts there. */
export function isScrambled(part: string): boolean {
  if (!/^[a-z]+$/u.test(part)) return false;
  if (!/[aeiouy]/u.test(part) || endings.test(part) || /q[^u]|[jvwx]{2}/u.test(part)) return true;
  for (let at = 0; at + 1 < part.length; at++) {
    const pair = part.slice(at, at + 2);
    if (/^[^aeiouy]{2}$/u.test(pair) && !pairs.has(pair)) return true;
  }
  return false;
}

/** "order-id-77", "rotate-secrets-0300": words of the trade, tied, and a number. */
export function isTradeName(word: string): boolean {
  const parts = word.toLowerCase().split(/[-_.]/u);
  const names = parts.filter((part) => !/^v?\d{1,4}$/u.test(part));
  return (
    parts.length > 1 &&
    names.every((part) => /^[a-z]{2,}\d{0,2}$/u.test(part)) &&
    names.some((part) => tradeParts.has(part))
  );
}
