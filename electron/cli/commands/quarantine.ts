// `slowwave quarantine`: what gave orders in somebody else's voice. Shown with every sign that cannot be seen, and never
// acted on: it is dismissed, its source is blocked, or it is released by hand into review.
import type { Command as Program } from 'commander';
import { epochMs } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import type {
  BlastRadius,
  OrderReason,
  QuarantineItem,
  SourceTrust,
  Trust,
  TrustEffect,
  TrustWindow,
} from '../../../shared/quarantine.ts';
import { counted } from '../figures.ts';
import { readMoment, readText } from '../option-values.ts';
import { oneLine } from '../plain-text.ts';
import type { Call, Command, Register } from '../world.ts';

const reasonWords: Readonly<Record<OrderReason, string>> = {
  'gives-orders': 'gives orders',
  'plays-a-role': 'speaks as you or the system',
  'hidden-characters': 'holds signs that cannot be seen',
  'look-alike': 'is written in look-alike letters',
  comment: 'stands where no reader sees it',
  encoded: 'is encoded',
};

/** Every sign that a terminal would not show, by its code. */
const withMarks = (text: string): string =>
  text.replace(/[\p{Cf}\p{Cc}\u{e0100}-\u{e01ef}\ufe00-\ufe0f]/gu, (sign) =>
    sign === '\n' || sign === '\t'
      ? ' '
      : `⟨U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
  );

// A list is looked over; `show` gives the whole.
const listedCharsMax = 120;

const itemLines = (item: QuarantineItem, { paint }: Call, isWhole: boolean): readonly string[] => {
  const words = oneLine(withMarks(item.shown));
  const says = item.says === null ? [] : [`    says: ${oneLine(withMarks(item.says))}`];
  const where = [item.agent, item.project, `session ${item.session}`, `turn ${item.ordinal}`].filter(Boolean);
  return [
    '',
    `${paint.bold(item.id)}  ${item.state}  ${item.origin} text that ${reasonWords[item.reason]}`,
    `  ${isWhole || words.length <= listedCharsMax ? words : `${words.slice(0, listedCharsMax)}…`}`,
    ...(isWhole ? says : []),
    paint.dim(`  ${oneLine(where.join(' · '))}${item.place === null ? '' : ` · ${oneLine(item.place)}`}`),
  ];
};

const itemAnswer = (item: QuarantineItem): Readonly<Record<string, unknown>> => ({ ...item });

const list =
  (isAll: boolean): Command =>
  async (call) => {
    const answer = await call.engine.quarantine();
    if (!answer.ok) return answer;
    const items = answer.value.filter(({ state }) => isAll || state === 'waiting');
    const lines =
      items.length === 0
        ? ['Nothing is in quarantine.']
        : [
            `${counted(items.length, 'finding')} set aside. Not written to any memory file.`,
            ...items.flatMap((item) => itemLines(item, call, false)),
            '',
            `${call.ownName} quarantine show ID · dismiss ID · block-source ID · release ID --confirm TEXT`,
          ];
    return ok({ json: { quarantine: items.map(itemAnswer) }, lines });
  };

const show =
  (id: string): Command =>
  async (call) => {
    const item = await call.engine.quarantineShow(id);
    if (!item.ok) return item;
    return ok({
      json: { quarantine: itemAnswer(item.value) },
      lines: [...itemLines(item.value, call, true), '', 'Not written to any memory file.'],
    });
  };

const ruled =
  (
    work: (call: Call) => ReturnType<Call['engine']['quarantineShow']>,
    said: (item: QuarantineItem) => string,
  ): Command =>
  async (call) => {
    const item = await work(call);
    if (!item.ok) return item;
    return ok({ json: { quarantine: itemAnswer(item.value) }, lines: [said(item.value)] });
  };

const day = (atMs: number): string => new Date(atMs).toISOString().slice(0, 16).replace('T', ' ');
const windowWords = ({ fromMs, untilMs }: TrustWindow): string =>
  [fromMs === null ? '' : ` from ${day(fromMs)}`, untilMs === null ? '' : ` until ${day(untilMs)}`].join('');

const trustLines = (all: readonly SourceTrust[]): readonly string[] =>
  all.length === 0
    ? ['Every source is believed by its kind: your words are yours, all else is evidence at most.']
    : all.map(({ place, trust, window }) => {
        const when = window === undefined ? '' : windowWords(window);
        return `${trust === 'nobody' ? 'believed nothing' : 'your words count'}  ${oneLine(place)}${when}`;
      });

const effectLines = ({ place, window, sessions, entries, files }: TrustEffect): readonly string[] => [
  `Believing nothing of ${oneLine(place)}${windowWords(window)}: ${counted(sessions, 'session')} would teach nothing from the next night on.`,
  ...entries.map(
    ({ text, isAlone }) =>
      `  ${isAlone ? '− nothing else speaks for it, it would be proposed to retire' : '  stays, others speak for it'}: ${oneLine(text)}`,
  ),
  ...files.map((file) => `  → ${oneLine(file)}`),
];

interface TrustWish {
  readonly place: string;
  readonly trust: Trust;
  readonly window: TrustWindow;
  readonly isSure: boolean;
  readonly isPreview: boolean;
}

const listTrust: Command = async (call) => {
  const answer = await call.engine.sourceTrust();
  return answer.ok ? ok({ json: { trust: answer.value }, lines: trustLines(answer.value) }) : answer;
};

/** What it would change is shown first, and asked about where it would change anything. */
const setTrust =
  ({ place, trust, window, isSure, isPreview }: TrustWish): Command =>
  async (call) => {
    const shown: string[] = [];
    if (trust === 'nobody') {
      const effect = await call.engine.trustEffect(place, window);
      if (!effect.ok) return effect;
      shown.push(...effectLines(effect.value));
      if (isPreview) return ok({ json: { effect: effect.value }, lines: shown });
      if (!isSure && effect.value.entries.length > 0) {
        const yes = await call.confirm(shown, 'Believe it nothing? It can be taken back.');
        if (yes !== true) {
          const todo = yes === null ? ['Say --yes to do so without being asked.'] : [];
          return ok({ json: { trust: null }, lines: [...shown, 'Nothing was changed.', ...todo] });
        }
      }
    }
    const answer = await call.engine.setSourceTrust(place, trust, window);
    if (!answer.ok) return answer;
    return ok({ json: { trust: answer.value }, lines: [...shown, ...trustLines(answer.value)] });
  };

type Target = BlastRadius['target'];

const blast =
  (target: Target): Command =>
  async (call) => {
    const answer = await call.engine.blast(target);
    if (!answer.ok) return answer;
    const { sessions, memoryFiles, entries, changes, versions, files, fileLines, servings, setAside } =
      answer.value;
    const { paint, ownName } = call;
    return ok({
      json: { blast: answer.value },
      lines: [
        `${counted(sessions.length, 'session')}, ${counted(memoryFiles.length, 'memory file')} → ${counted(entries.length, 'entry', 'entries')}, ${counted(changes.length, 'change')}, ${counted(versions.length, 'version')}, ${counted(files.length, 'file')} of agents`,
        ...entries.map(
          (one) =>
            `  ${one.status === 'active' ? '●' : '○'} ${oneLine(one.text)} ${paint.dim(`${one.id} · ${one.isAlone ? 'nothing else proves it' : 'others prove it, too'}`)}`,
        ),
        ...files.map((file) => `  → ${oneLine(file)}`),
        ...fileLines.flatMap(({ path, texts }) => [
          `  Apply would then take out of ${oneLine(path)}:`,
          ...texts.map((text) => `    − ${oneLine(text)}`),
        ]),
        paint.dim(
          `  given on asking ${counted(servings, 'time')} · ${counted(setAside, 'finding')} set aside`,
        ),
        '',
        `Purge it: ${ownName} forget --${target.kind} ${oneLine(target.id)}  (shows what it takes along first)`,
      ],
    });
  };

export const addQuarantine: Register = (program, run) => {
  const quarantine = program
    .command('quarantine')
    .description('text of pages, files and tools that gives orders to an agent, set aside');
  quarantine
    .command('list', { isDefault: true })
    .description('what was set aside and waits for a look')
    .option('--all', 'also what was dismissed, blocked or released')
    .action((flags: { readonly all?: boolean }) => run(list(flags.all ?? false)));
  quarantine
    .command('show')
    .description('one finding whole, with every sign that cannot be seen')
    .argument('<id>', 'its id, or the beginning of it')
    .action((id: string) => run(show(id)));
  quarantine
    .command('dismiss')
    .description('it is not shown again')
    .argument('<id>', 'its id, or the beginning of it')
    .action((id: string) =>
      run(
        ruled(
          (call) => call.engine.quarantineDismiss(id),
          () => 'Dismissed. It never was memory.',
        ),
      ),
    );
  quarantine
    .command('block-source')
    .description('nothing of the site or file that it came from becomes memory')
    .argument('<id>', 'its id, or the beginning of it')
    .action((id: string) =>
      run(
        ruled(
          (call) => call.engine.quarantineBlock(id),
          (item) => `Blocked: ${oneLine(item.source ?? '')}. "slowwave trust" lists what is believed.`,
        ),
      ),
    );
  quarantine
    .command('release')
    .description('into review, flagged; it becomes memory only by a decision of yours there')
    .argument('<id>', 'its id, or the beginning of it')
    .option('--confirm <text>', 'the words that the finding names', readText, '')
    .action((id: string, flags: { readonly confirm: string }) =>
      run(
        ruled(
          (call) => call.engine.quarantineRelease(id, flags.confirm),
          () => 'Released into review, flagged. It is not memory yet.',
        ),
      ),
    );
  addDescentAndTrust(program, run);
};

interface TrustFlags {
  readonly nobody?: boolean;
  readonly from?: number;
  readonly until?: number;
  readonly preview?: boolean;
  readonly yes?: boolean;
}

const addDescentAndTrust: Register = (program, run) => {
  program
    .command('blast')
    .description('all that descends from a session, a source or an entry, and every file that it reached')
    .option('--session <id>', 'a session', readText)
    .option('--source <place>', 'a file, a folder or an agent', readText)
    .option('--entry <id>', 'an entry of memory', readText)
    .action((flags: Partial<Readonly<Record<Target['kind'], string>>>, self: Program) => {
      const named = (['session', 'source', 'entry'] as const).flatMap((kind) => {
        const id = flags[kind];
        return id === undefined ? [] : [{ kind, id }];
      });
      const [only] = named;
      if (only === undefined || named.length > 1)
        self.error('error: name one of --session, --source, --entry', { exitCode: 1 });
      return run(blast(only));
    });
  program
    .command('trust')
    .description('whom memory believes: agents, memory files, sites')
    .argument('[place]', 'claude-code, a memory file, https://example.org')
    .option('--nobody', 'nothing from there becomes memory')
    .option('--from <moment>', 'only what was said from then on (an agent only)', readMoment)
    .option('--until <moment>', 'only what was said until then (an agent only)', readMoment)
    .option('--preview', 'only show what it would change')
    .option('--yes', 'do not ask')
    .action((place: string | undefined, flags: TrustFlags) => {
      if (place === undefined) return run(listTrust);
      const window = {
        fromMs: flags.from === undefined ? null : epochMs(flags.from),
        untilMs: flags.until === undefined ? null : epochMs(flags.until),
      };
      const trust = flags.nobody === true ? 'nobody' : 'owner';
      return run(
        setTrust({ place, trust, window, isSure: flags.yes ?? false, isPreview: flags.preview ?? false }),
      );
    });
};
