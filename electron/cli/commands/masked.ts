// `slowwave masked`: what was masked, mask by mask, and its owner's word that one of them is no secret. Which value that is
// stands in the agent's own file: it is never printed here.
import type { MaskAt, MaskLook, MaskPlace, NotSecret } from '../../../shared/masked.ts';
import { secretInWords, withSecretsInWords, type Mark } from '../../../shared/masked-words.ts';
import { err, ok } from '../../../shared/result.ts';
import { agentKinds } from '../../../shared/transcript.ts';
import { counted, moment } from '../figures.ts';
import { isoOrNull } from '../json-answer.ts';
import { readCount } from '../option-values.ts';
import { oneLine } from '../plain-text.ts';
import type { Call, Command, Register } from '../world.ts';

const markedWords = ({ agent, session, turn, mark }: MaskAt): string => `${agent}:${session}/${turn}/${mark}`;

/** As it is typed: "claude-code:5f3c…/12/1/QmFzZTY0IHVybCEh". Its end holds it to the words that were listed. */
const placeWords = (place: MaskPlace): string => `${markedWords(place)}/${place.turnHash}`;

function readPlace(typed: string): MaskPlace | null {
  const [, agent = '', session = '', turn = '', mark = '', turnHash = ''] =
    /^([a-z-]+):(.+)\/(\d{1,9})\/(\d{1,6})\/([\w-]{16})$/u.exec(typed) ?? [];
  const kind = agentKinds.find((one) => one === agent);
  return kind === undefined
    ? null
    : { agent: kind, session, turn: Number(turn), mark: Number(mark), turnHash };
}

const listedAnswer = ({ markedAtMs, place, ...rest }: NotSecret): Readonly<Record<string, unknown>> => ({
  ...rest,
  markedAt: isoOrNull(markedAtMs),
  place: markedWords(place),
});

const listedLines = (listed: readonly NotSecret[], { paint }: Call): readonly string[] =>
  listed.length === 0
    ? []
    : [
        '',
        paint.bold('No secret, by your word'),
        ...listed.map(
          ({ number, kind, markedAtMs, place, isInForce }) =>
            `  ${number}  ${secretInWords(kind)}  marked ${moment(markedAtMs)} at ${oneLine(markedWords(place))}${isInForce ? '' : '  (masked all the same: its key is not on this computer)'}`,
        ),
      ];

// So much of a line is looked over.
const aroundMax = 40;
const markLine = (place: MaskPlace, { kind, before, after }: Mark, { paint }: Call): string => {
  const around = `${before.slice(-aroundMax)}${secretInWords(kind)}${after.slice(0, aroundMax)}`;
  return `  ${oneLine(withSecretsInWords(around))}\n    ${paint.dim(oneLine(placeWords(place)))}`;
};

const list: Command = async (call) => {
  const found = await call.engine.maskedSecrets();
  if (!found.ok) return found;
  const listed = await call.engine.notSecrets();
  if (!listed.ok) return listed;
  const marks = found.value.places.flatMap(({ evidence: { agent, session, turn }, marks: those, turnHash }) =>
    those.map((mark) => ({ place: { agent, session, turn, mark: mark.mark, turnHash }, mark })),
  );
  const places = marks.map(({ place, mark }) => ({ place: placeWords(place), ...mark }));
  return ok({
    json: { masked: places, notSecrets: listed.value.map(listedAnswer) },
    lines: [
      marks.length === 0
        ? 'No secret was masked in the words that are kept.'
        : `${counted(marks.length, 'mask')}, the newest first. Nothing of what they stand for was kept.`,
      ...marks.map(({ place, mark }) => markLine(place, mark, call)),
      ...listedLines(listed.value, call),
      '',
      `${call.ownName} masked allow PLACE · masked again NUMBER`,
    ],
  });
};

const lookLines = (look: MaskLook): readonly string[] => [
  `${secretInWords(look.kind)} in ${oneLine(look.path)}`,
  `  last changed ${moment(look.changedAtMs)}, last read ${moment(look.readAtMs)}${look.hasChanged ? ': changed since then, so another value may stand there now' : ''}`,
  '  From the next reading on that very value is left as it stands, wherever all of what would be masked is that.',
  '  What was read before stays masked. Look at the file first: the value is not shown here.',
];

const certainLines = ({ kind }: MaskLook): readonly string[] => [
  `It has the make of a real ${secretInWords(kind).slice(1, -1)}: whoever reads it could use it, if it is still valid.`,
  'Left unmasked it is kept in our store, can become memory, and goes to a model where you agreed to one.',
];

interface AllowFlags {
  readonly yes?: true;
  readonly sure?: true;
}

/** Yes by a flag, or asked; null where nobody can be asked. */
const agreed = async (
  call: Call,
  isSaid: boolean,
  lines: readonly string[],
  question: string,
): Promise<boolean | null> => (isSaid ? true : call.confirm(lines, question));

const allow =
  (typed: string, flags: AllowFlags): Command =>
  async (call) => {
    const place = readPlace(typed);
    if (place === null) return err(noPlace(call));
    const look = await call.engine.lookAtMask(place);
    if (!look.ok) return look;
    const { seen, isCertain } = look.value;
    const first = await agreed(call, flags.yes === true, lookLines(look.value), 'Is it no secret?');
    const second =
      first === true && isCertain
        ? await agreed(call, flags.sure === true, certainLines(look.value), 'Are you sure?')
        : first;
    if (second === null) return err(notAsked(look.value));
    if (!second) return ok({ json: { notSecrets: null }, lines: ['Nothing was changed.'] });
    const marked = await call.engine.markNotSecret({ place, seen, isSure: isCertain });
    if (!marked.ok) return marked;
    return ok({
      json: { notSecrets: marked.value.listed.map(listedAnswer) },
      lines: [
        'Marked as no secret, from the next reading on. What was read before stays masked.',
        `Take it back: ${call.ownName} masked again ${marked.value.number}`,
      ],
    });
  };

const again =
  (number: number): Command =>
  async (call) => {
    const left = await call.engine.markSecret(number);
    if (!left.ok) return left;
    return ok({
      json: { notSecrets: left.value.map(listedAnswer) },
      lines: [
        'A secret again, from the next reading on.',
        `What was read in the meantime stays as it was read: "${call.ownName} forget --word" takes a word out of it.`,
      ],
    });
  };

const notAsked = (look: MaskLook) => ({
  kind: 'wrong-input' as const,
  happened: `Nobody could be asked. ${[...lookLines(look), ...(look.isCertain ? certainLines(look) : [])].map((line) => line.trim()).join(' ')}`,
  safe: 'Nothing was changed.',
  todo: look.isCertain ? 'Say --yes --sure if that is what you want.' : 'Say --yes if that is what you want.',
});

const noPlace = ({ ownName }: Call) => ({
  kind: 'wrong-input' as const,
  happened: 'This names no mask.',
  safe: 'Nothing was changed.',
  todo: `"${ownName} masked" lists each with its place, as claude-code:SESSION/TURN/MASK/WORDS.`,
});

export const addMasked: Register = (program, run) => {
  const masked = program.command('masked').description('what was masked, and what of it is no secret');
  masked
    .command('list', { isDefault: true })
    .description('each mask with the words around it, and what you marked as no secret')
    .action(() => run(list));
  masked
    .command('allow')
    .description('it is no secret: that very value is left from the next reading on')
    .argument('<place>', 'as the list shows it: claude-code:SESSION/TURN/MASK/WORDS')
    .option('--yes', 'do not ask')
    .option('--sure', 'nor a second time, for what has the make of a real secret')
    .action((place: string, flags: AllowFlags) => run(allow(place, flags)));
  masked
    .command('again')
    .description('it is a secret again, from the next reading on')
    .argument('<number>', 'as the list shows it', readCount)
    .action((number: number) => run(again(number)));
};
