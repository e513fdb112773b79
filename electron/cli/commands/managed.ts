// `slowwave managed`: dreams in Anthropic's own cloud, for accounts that have them. What would be sent is shown before.
import { err, ok } from '../../../shared/result.ts';
import type { ManagedBrought, ManagedDream, ManagedPlan, ManagedWish } from '../../../shared/managed.ts';
import { count, counted, dollars } from '../figures.ts';
import { readDollars, readInstructions, readText } from '../option-values.ts';
import { oneLine } from '../plain-text.ts';
import { labelled, tableLines } from '../table.ts';
import type { Call, Command, Register } from '../world.ts';

const tokensOf = ({ usage }: ManagedDream): number =>
  usage.inputTokens + usage.outputTokens + usage.cacheReadTokens + usage.cacheWriteTokens;

const costText = ({ usd }: ManagedDream): string => (usd === null ? 'no price known' : dollars(usd));

const dreamRow = (dream: ManagedDream): readonly string[] => [
  oneLine(dream.id),
  dream.status,
  oneLine(dream.model),
  count(dream.sessionIds.length),
  count(tokensOf(dream)),
  costText(dream),
  oneLine(dream.createdAt).slice(0, 16),
];

const titled = (...titles: readonly string[]) => titles.map((title) => ({ title }));

const list: Command = async (call) => {
  const found = await call.engine.managedList();
  if (!found.ok) return found;
  const { dreams, stores, sessions, address } = found.value;
  return ok({
    json: { managed: found.value },
    lines: [
      `At ${oneLine(address)}: ${counted(dreams.length, 'dream')}, ${counted(stores.length, 'memory store')}, ${sessions === null ? 'and it lists no sessions' : counted(sessions.length, 'session')}.`,
      ...(dreams.length === 0
        ? []
        : tableLines(
            titled('Dream', 'Status', 'Model', 'Sessions', 'Tokens', 'Cost', 'Begun'),
            dreams.map(dreamRow),
          )),
      ...(stores.length === 0
        ? []
        : tableLines(
            titled('Store', 'Name'),
            stores.map(({ id, name }) => [oneLine(id), oneLine(name)]),
          )),
      ...(sessions === null || sessions.length === 0
        ? []
        : tableLines(
            titled('Session', 'Title', 'Begun'),
            sessions.map(({ id, title, createdAt }) => [
              oneLine(id),
              oneLine(title ?? '–'),
              oneLine(createdAt).slice(0, 16),
            ]),
          )),
    ],
  });
};

const planLines = (plan: ManagedPlan): readonly string[] => [
  'What leaves this computer',
  labelled('To', oneLine(plan.address), 14),
  labelled('Model', oneLine(plan.model), 14),
  labelled('Store', `${oneLine(plan.storeId)} (its name alone; what it holds is there already)`, 14),
  labelled('Sessions', `${plan.sessionIds.map(oneLine).join(', ')} (their names alone)`, 14),
  labelled('Instructions', plan.instructions === null ? 'none' : oneLine(plan.instructions), 14),
  labelled(
    'Costs',
    plan.price === null
      ? 'no price is known'
      : `$${plan.price.input} in, $${plan.price.output} out for a million tokens`,
    14,
  ),
  'No transcript and no memory of yours is sent. Such a dream is charged to your account and has no cap by itself;',
  '"managed watch --usd-max" ends it where it costs more, as long as it watches.',
];

interface StartFlags {
  readonly store: string;
  readonly sessions: string;
  readonly model?: string;
  readonly instructions?: string;
  readonly yes?: boolean;
}

const wishOf = ({ store, sessions, model, instructions }: StartFlags): ManagedWish => ({
  storeId: store.trim(),
  sessionIds: sessions
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== ''),
  model: model ?? null,
  instructions: instructions ?? null,
});

/** Null where nobody can be asked. */
const agrees = async (call: Call, plan: ManagedPlan, isYes: boolean): Promise<boolean | null> =>
  isYes ? true : call.confirm(planLines(plan), 'Send it?');

const dreamLines = (dream: ManagedDream): readonly string[] => [
  labelled('Dream', oneLine(dream.id)),
  labelled('Status', dream.error === null ? dream.status : `${dream.status}: ${oneLine(dream.error)}`),
  labelled('Used', `${counted(tokensOf(dream), 'token')}, ${costText(dream)}`),
  labelled('Output', oneLine(dream.outputStoreId ?? 'none yet')),
];

const start =
  (flags: StartFlags): Command =>
  async (call) => {
    const wish = wishOf(flags);
    const plan = await call.engine.managedPlan(wish);
    if (!plan.ok) return plan;
    const isAgreed = await agrees(call, plan.value, flags.yes ?? false);
    if (isAgreed !== true) {
      return err({
        kind: 'wrong-input',
        happened: isAgreed === null ? 'Nobody could be asked whether this may be sent.' : 'You said no.',
        safe: 'Nothing was sent.',
        todo: 'Look at what would be sent, and say yes, or give --yes.',
      });
    }
    const started = await call.engine.managedStart({ ...wish, agreedTo: plan.value.address });
    if (!started.ok) return started;
    return ok({
      json: { dream: started.value, sent: plan.value },
      lines: [
        ...(flags.yes === true ? planLines(plan.value) : []),
        ...dreamLines(started.value),
        `Watch it with "${call.ownName} managed watch ${oneLine(started.value.id)}".`,
      ],
    });
  };

const watch =
  (id: string, usdMax: number | undefined): Command =>
  async (call) => {
    const ended = await call.listen((listening) =>
      call.engine.managedWatch(id, { usdMax: usdMax ?? null }, listening),
    );
    if (!ended.ok) return ended;
    const { status } = ended.value;
    return ok({
      json: { dream: ended.value },
      lines: [
        ...dreamLines(ended.value),
        ...(status === 'completed' ? [`Bring it with "${call.ownName} managed bring ${oneLine(id)}".`] : []),
      ],
      status: status === 'failed' ? 1 : 0,
    });
  };

const cancel =
  (id: string): Command =>
  async (call) => {
    const ended = await call.engine.managedCancel(id);
    return ended.ok ? ok({ json: { dream: ended.value }, lines: dreamLines(ended.value) }) : ended;
  };

const broughtLines = (brought: ManagedBrought, ownName: string): readonly string[] => [
  labelled('Read', `${counted(brought.lines, 'line')} of ${oneLine(brought.dream.outputStoreId ?? '')}`),
  labelled('Known', `${count(brought.known)} that memory says already`),
  labelled(
    'Proven',
    `${counted(brought.proven.length, 'change')} that words of yours prove; each waits for you`,
  ),
  labelled('Unproven', `${counted(brought.unproven.length, 'note')}: no quote, no memory`),
  ...(brought.gone === 0 ? [] : [labelled('Left out', `${counted(brought.gone, 'line')} by the dream`)]),
  ...(brought.refused === 0
    ? []
    : [labelled('Decided', `${count(brought.refused)} before, not offered again`)]),
  `Look at them with "${ownName} review".`,
];

const bring =
  (id: string, partial: boolean): Command =>
  async (call) => {
    const brought = await call.engine.managedBring(id, { partial });
    return brought.ok
      ? ok({ json: { brought: brought.value }, lines: broughtLines(brought.value, call.ownName) })
      : brought;
  };

const more = `
What it is
  Anthropic dreams over managed sessions and a memory store that lie in your account there. Nothing of your own
  transcripts is sent. What such a dream says is brought back line by line: what your own words prove waits in review
  with them; all else waits as a note, and becomes no memory.

Examples
  slowwave managed list
  slowwave managed start --store memstore_1 --sessions sesn_1,sesn_2
  slowwave managed watch drm_1 --usd-max 2 && slowwave managed bring drm_1`;

export const addManaged: Register = (program, run) => {
  const managed = program
    .command('managed')
    .description("dreams in Anthropic's own cloud, brought back into your review")
    .addHelpText('after', more);
  managed
    .command('list')
    .description('dreams, memory stores and sessions of the account')
    .action(() => run(list));
  managed
    .command('start')
    .description('start one; shows first what leaves this computer')
    .requiredOption('--store <id>', 'the memory store that it reads', readText)
    .requiredOption('--sessions <ids>', '1 to 100 managed sessions, with commas between them', readText)
    .option('--model <model>', 'else the consolidator that is set', readText)
    .option('--instructions <text>', 'what to dream about (up to 4,096 characters)', readInstructions)
    .option('--yes', 'it may be sent, without being asked')
    .action((flags: StartFlags) => run(start(flags)));
  managed
    .command('watch')
    .description('wait for its end, with what it has used so far')
    .argument('<dream>', 'its id', readText)
    .option('--usd-max <dollars>', 'cancel it where it costs more', readDollars)
    .action((id: string, { usdMax }: { readonly usdMax?: number }) => run(watch(id, usdMax)));
  managed
    .command('cancel')
    .description('end it; what it wrote by then stays there')
    .argument('<dream>', 'its id', readText)
    .action((id: string) => run(cancel(id)));
  managed
    .command('bring')
    .description('bring what its store holds into your review, change by change')
    .argument('<dream>', 'its id', readText)
    .option('--partial', 'also of one that did not complete')
    .action((id: string, { partial }: { readonly partial?: boolean }) => run(bring(id, partial ?? false)));
};
