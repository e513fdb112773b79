// `slowwave quarantine`: what gave orders in somebody else's voice. Shown with every sign that cannot be seen, and never
// acted on: it is dismissed, its source is blocked, or it is released by hand into review.
import type { Command as Program } from 'commander';
import { ok } from '../../../shared/result.ts';
import type { BlastRadius, OrderReason, QuarantineItem, Trust } from '../../../shared/quarantine.ts';
import { counted } from '../figures.ts';
import { readText } from '../option-values.ts';
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

const trusts =
  (place: string | null, trust: Trust): Command =>
  async (call) => {
    const answer =
      place === null ? await call.engine.sourceTrust() : await call.engine.setSourceTrust(place, trust);
    if (!answer.ok) return answer;
    return ok({
      json: { trust: answer.value },
      lines:
        answer.value.length === 0
          ? ['Every source is believed by its kind: your words are yours, all else is evidence at most.']
          : answer.value.map(
              (one) =>
                `${one.trust === 'nobody' ? 'believed nothing' : 'your words count'}  ${oneLine(one.place)}`,
            ),
    });
  };

type Target = BlastRadius['target'];

const blast =
  (target: Target): Command =>
  async (call) => {
    const answer = await call.engine.blast(target);
    if (!answer.ok) return answer;
    const { sessions, memoryFiles, entries, changes, versions, files, servings, setAside } = answer.value;
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
    .action((place: string | undefined, flags: { readonly nobody?: boolean }) =>
      run(trusts(place ?? null, flags.nobody === true ? 'nobody' : 'owner')),
    );
};
