// Whether a value has the make of a real secret, also where it stands in another encoding: its owner is then asked twice.
import type { Masker } from './masker.ts';
import { looksRandom } from './randomness.ts';
import { isOfItsOwnMake } from './rules.ts';

/** By its kind, or because the value alone is one: a provider's token may be masked as a header's, and encoded. */
export const isCertain = (kind: string, value: string, masker: Masker): boolean =>
  isOfItsOwnMake(kind) || plainForms(value).some((form) => isMade(form, masker));

const isMade = (text: string, masker: Masker): boolean =>
  isKeyOfCloud(text.trim()) || masker.find(text).some((found) => isOfItsOwnMake(found.kind));

/** AWS gives its secret keys no mark of their own. Another random text of that length is asked about once more, no harm. */
const isKeyOfCloud = (text: string): boolean => /^[A-Za-z0-9/+]{40}$/u.test(text) && looksRandom(text);

/** A token in an address in base64 in JSON: nothing that was met goes deeper. */
const deep = 3;

/** The value, and all that its encodings say, one inside another. */
function plainForms(value: string): readonly string[] {
  const forms = new Set([value]);
  let newest: readonly string[] = [value];
  for (let round = 0; round < deep; round++) {
    newest = newest
      .flatMap((form) => decoders.map((decode) => decode(form)))
      .filter((one) => !forms.has(one));
    for (const form of newest) forms.add(form);
  }
  return [...forms];
}

const decoders: readonly ((text: string) => string)[] = [
  (text) =>
    text.replace(/(?:%[0-9a-f]{2})+/giu, (run) => textOf(Buffer.from(run.replaceAll('%', ''), 'hex'), run)),
  (text) =>
    text.replace(/\\+(?:u00|x)([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
  (text) => text.replace(/[A-Za-z0-9+/_-]{16,}={0,2}/gu, (run) => textOf(Buffer.from(run, 'base64'), run)),
];

/** What is no plain text was no encoding. */
function textOf(bytes: Buffer, otherwise: string): string {
  const text = bytes.toString('utf8');
  return /^[\t\n\r\x20-\x7e]+$/u.test(text) ? text : otherwise;
}
