// Every kind of secret in every format, and as much that only looks like one. About half of it is held: kinds, formats
// and pairs of both that nobody looks at while the masker is tuned.
import { createChance, type Chance } from '../../scripts/history/chance.ts';
import { formats, headerFormats, linesAround, type Format } from './formats.ts';
import { make, readKinds, type Kind } from './make.ts';

export interface Case {
  readonly id: string;
  readonly kind: string;
  readonly format: string;
  readonly isSecret: boolean;
  readonly isHeld: boolean;
  readonly text: string;
  /** What must be gone; for a look-alike, what must stay. */
  readonly parts: readonly string[];
  /** Lines that hold nothing of the value and must stay. */
  readonly around: readonly string[];
  readonly json: boolean;
}

const heldFormats = new Set(['toml', 'xml-attribute', 'shell-flag', 'json-in-json']);
/** Every fourth kind is held in all formats, and of the other pairs about every fifth. */
const isHeld = (kindAt: number, format: Format, chance: Chance): boolean =>
  chance.happens(0.2) || kindAt % 4 === 3 || heldFormats.has(format.name);

/** As a format writes them: percent signs in links, entities in XML, `\n` for line ends. */
const written = (part: string): readonly string[] => [part, encodeURIComponent(part)];

const caseOf = (kind: Kind, kindAt: number, format: Format, isSecret: boolean, seed: string): Case => {
  const id = `${seed}/${kind.kind}/${format.name}`;
  const chance = createChance(id);
  const { value, secret } = make(kind, chance);
  const text = format.write(kind.key, value);
  return {
    id,
    kind: kind.kind,
    format: format.name,
    isSecret,
    isHeld: isHeld(kindAt, format, createChance(`held ${kind.kind}/${format.name}`)),
    text,
    parts: isSecret ? secret.flatMap(written) : [text],
    around: linesAround(text, isSecret ? [...secret, value] : [value]),
    json: format.json,
  };
};

const formatsOf = (kind: Kind): readonly Format[] => {
  if (kind.whole === true) return headerFormats;
  return kind.pem === undefined ? formats : formats.filter((format) => !format.oneLine);
};

/** Look-alikes come twice, with other values, so that there are more of them than of secrets. */
const lookAlikeRounds = 2;

export const makeCases = (seed: string): readonly Case[] => {
  const { secrets, lookAlikes } = readKinds();
  const all = (kinds: readonly Kind[], isSecret: boolean, round: string): readonly Case[] =>
    kinds.flatMap((kind, at) =>
      formatsOf(kind).map((format) => caseOf(kind, at, format, isSecret, `${seed}${round}`)),
    );
  return [
    ...all(secrets, true, ''),
    ...Array.from({ length: lookAlikeRounds }, (_, round) => all(lookAlikes, false, `.${round}`)).flat(),
  ];
};
