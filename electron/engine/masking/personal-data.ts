// Blanks e-mail addresses and telephone numbers, where the owner of the memory wishes it. Both are found from a sign that
// is seldom in other text, and read on from there with a limit.
import type { PersonalDataSettings } from '../../../shared/settings.ts';
import { blankedAt, laidOver, maskedAt } from './found.ts';
import type { Masker } from './masker.ts';

interface Place {
  readonly start: number;
  readonly end: number;
  readonly kind: 'email' | 'phone';
}

const localPart = /[\p{L}\p{N}._%+'-]{1,64}$/u;
/** The last part is of letters: `pkg@1.2.3` is a version. */
const domainPart = /(?:[\p{L}\p{N}-]{1,63}\.){1,6}\p{L}[\p{L}\p{N}-]{1,62}/uy;

function emailsIn(text: string): readonly Place[] {
  const found: Place[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const local = localPart.exec(text.slice(Math.max(0, at - 64), at))?.[0].replace(/^['.%-]+/u, '') ?? '';
    domainPart.lastIndex = at + 1;
    if (local === '' || !domainPart.test(text)) continue;
    const end = domainPart.lastIndex;
    // git@host:team/app.git and ssh://deploy@host/ are nobody's mail.
    const isRemote =
      /^:[\w~/]/u.test(text.slice(end, end + 2)) || text.slice(0, at - local.length).endsWith('://');
    if (!isRemote) found.push({ start: at - local.length, end, kind: 'email' });
  }
  return found;
}

const phoneWords =
  'tel|telephone|phone|mobile|cell|fax|whatsapp|sms|call|telefon|handy|rufnummer|mobil|tél|téléphone|teléfono|telefono|móvil|celular|telefone|телефон|тел|电话|手机|電話|携帯|전화|휴대폰';
const digits = String.raw`(?:\d[ \t().\/-]{0,2}){6,14}\d`;
const phoneShapes: readonly RegExp[] = [
  // +49 30 1234567: with its country. At a line's beginning a bare `+123` is an added line.
  new RegExp(String.raw`(?<![\w+.])(?<!^)\+\d{1,3}[ \t().-]{0,2}${digits}(?!\w|\.\d)`, 'gmu'),
  new RegExp(String.raw`(?<=^)\+\d{1,3}[ \t(-]{1,2}${digits}(?!\w|\.\d)`, 'gmu'),
  // 555-123-4567, (555) 123-4567
  /(?<![\w.-])(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?!\w|\.\d)/gu,
  // "tel. 030 1234567", "手机：13812345678"
  new RegExp(
    String.raw`(?<=(?<!\p{L})(?:${phoneWords})[.:：=]?(?: (?:me|us|her|him|them))?(?: ?(?:no|nr|number|is|at|号|号码|番号))?[.:：=]?[ \t"']{0,3})\+?\(?${digits}(?!\w|\.\d)`,
    'giu',
  ),
  // A mobile in China, in Chinese talk
  /(?<=\p{Script=Han}[：:，, ]{0,3})1[3-9]\d{9}(?!\d)/gu,
];

const digitCount = (text: string): number => text.replace(/\D/gu, '').length;
/** Dates and moments are written with the same signs. */
const isDate = (text: string): boolean => /^\d{4}[-./]\d{1,2}[-./]\d{1,2}/u.test(text);

const phonesIn = (text: string): readonly Place[] =>
  phoneShapes.flatMap((shape) =>
    [...text.matchAll(shape)]
      .filter(([number]) => digitCount(number) >= 7 && digitCount(number) <= 15 && !isDate(number))
      .map(({ 0: number, index }): Place => ({ start: index, end: index + number.length, kind: 'phone' })),
  );

function placesIn(text: string, { emails, phones }: PersonalDataSettings): readonly Place[] {
  const places = [...(emails ? emailsIn(text) : []), ...(phones ? phonesIn(text) : [])].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
  const out: Place[] = [];
  for (const place of places) if (place.start >= (out.at(-1)?.end ?? 0)) out.push(place);
  return out;
}

/** `now`: what its owner wishes at the moment of asking. With neither wished for it costs nothing. */
export const withoutPersonalData = (masker: Masker, now: () => PersonalDataSettings): Masker => ({
  mask(text) {
    const masked = masker.mask(text);
    const wished = now();
    if (!wished.emails && !wished.phones) return masked;
    const places = placesIn(masked.text, wished);
    if (places.length === 0) return masked;
    const own = maskedAt(masked.text, places);
    const kinds: Record<string, number> = { ...masked.kinds };
    for (const [kind, count] of Object.entries(own.kinds)) kinds[kind] = (kinds[kind] ?? 0) + count;
    return { text: own.text, kinds };
  },
  find(text) {
    const found = masker.find(text);
    return laidOver(found, placesIn(blankedAt(text, found), now()));
  },
});
