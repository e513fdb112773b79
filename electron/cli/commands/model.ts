// `slowwave model` and `slowwave estimate`: who dreams, whether it answers, what it may cost, and what it was asked.
import { Option } from 'commander';
import type { CallTrace, ModelEstimate, ModelStatus } from '../../../shared/models.ts';
import { err, ok } from '../../../shared/result.ts';
import type { ModelChoice, ModelSettings } from '../../../shared/settings.ts';
import { count, counted, dollars, duration, size } from '../figures.ts';
import { isoOrNull } from '../json-answer.ts';
import { readText } from '../option-values.ts';
import { oneLine } from '../plain-text.ts';
import { labelled, tableLines } from '../table.ts';
import type { Command, Register } from '../world.ts';
import { addBatches } from './model-batches.ts';
import { addBudget } from './model-budget.ts';

const choiceWords: Readonly<Record<ModelChoice, string>> = {
  none: 'the engine alone',
  claude: 'the engine, helped by Claude',
  server: 'the engine, helped by a server of your own',
};

function statusLines(status: ModelStatus): readonly string[] {
  const price = (name: string | null, at: ModelStatus['prices']['reader']): string =>
    name === null
      ? 'none named'
      : `${oneLine(name)} (${at === null ? 'no price known' : `$${at.input} in, $${at.output} out for a million tokens`})`;
  const { prices, month } = status;
  const lines = [labelled('Dreams', choiceWords[status.choice], 14)];
  if (status.choice === 'none')
    return [...lines, 'No model is asked and nothing is spent. "slowwave model use claude" changes it.'];
  return [
    ...lines,
    labelled('Address', status.address ?? 'none', 14),
    labelled('Mode', status.mode, 14),
    labelled('Reader', price(status.reader, prices.reader), 14),
    labelled('Consolidator', price(status.consolidator, prices.consolidator), 14),
    labelled('Grader', price(status.grader, prices.grader), 14),
    labelled('Prices', `as of ${prices.asOf}; correct them in prices.json beside the key`, 14),
    labelled(
      'Key',
      status.keyFrom === null
        ? 'none'
        : status.keyFrom === 'environment'
          ? 'from the environment'
          : `in ${oneLine(status.keyPlace)}, readable by you alone`,
      14,
    ),
    labelled('Agreed', status.isAgreed ? 'yes: masked words may go there' : 'no', 14),
    labelled(
      'This month',
      `${dollars(month.usd)} of ${dollars(month.usdMax)}, ${counted(month.tokens, 'token')}`,
      14,
    ),
    status.because === null
      ? 'The next night asks it.'
      : `The next night asks no model. ${oneLine(status.because)}`,
  ];
}

const status: Command = async (call) => {
  const found = await call.engine.modelStatus();
  return found.ok ? ok({ json: { model: found.value }, lines: statusLines(found.value) }) : found;
};

const test: Command = async (call) => {
  const tested = await call.engine.modelTest();
  if (!tested.ok) return tested;
  const { address, tookMs, models } = tested.value;
  return ok({
    json: { test: tested.value },
    lines: [
      `${oneLine(address)} answers, in ${duration(tookMs)}: ${counted(models.length, 'model')}.`,
      call.paint.dim('It was asked for its list of models alone; that costs nothing.'),
    ],
  });
};

const list: Command = async (call) => {
  const tested = await call.engine.modelTest();
  if (!tested.ok) return tested;
  const rows = tested.value.models.map(({ id, name, inputTokensMax, isActive }) => [
    oneLine(id),
    oneLine(name),
    inputTokensMax === null ? '–' : count(inputTokensMax),
    isActive ? '' : 'retired',
  ]);
  const columns = [
    { title: 'Model' },
    { title: 'Name' },
    { title: 'Window', align: 'right' },
    { title: '' },
  ] as const;
  return ok({
    json: { models: tested.value.models },
    lines:
      rows.length === 0
        ? ['It lists no models: name one with "slowwave model use".']
        : tableLines(columns, rows),
  });
};

interface UseFlags {
  readonly url?: string;
  readonly reader?: string;
  readonly consolidator?: string;
  readonly grader?: string;
  readonly mode?: ModelSettings['mode'];
  readonly agree?: boolean;
  readonly tokensOnly?: boolean;
}

const addressFor = (choice: ModelChoice, flags: UseFlags, known: string | null): string | null =>
  choice === 'claude' ? 'https://api.anthropic.com' : choice === 'server' ? (flags.url ?? known) : null;

const use =
  (choice: ModelChoice, flags: UseFlags): Command =>
  async (call) => {
    const before = await call.engine.modelStatus();
    if (!before.ok) return before;
    const known = before.value.choice === 'server' ? before.value.address : null;
    const address = addressFor(choice, flags, known);
    const set = await call.engine.modelSet({
      choice,
      ...(flags.url === undefined ? {} : { baseUrl: flags.url }),
      ...(flags.reader === undefined ? {} : { readerModel: flags.reader }),
      ...(flags.consolidator === undefined ? {} : { consolidatorModel: flags.consolidator }),
      ...(flags.grader === undefined ? {} : { graderModel: flags.grader }),
      ...(flags.mode === undefined ? {} : { mode: flags.mode }),
      ...(flags.tokensOnly === undefined ? {} : { tokensOnly: flags.tokensOnly }),
      ...(flags.agree === true ? { consentTo: address } : {}),
    });
    return set.ok ? ok({ json: { model: set.value }, lines: statusLines(set.value) }) : set;
  };

const key =
  (clear: boolean): Command =>
  async (call) => {
    if (clear) {
      const dropped = await call.engine.modelKey(null);
      return dropped.ok
        ? ok({ json: { model: dropped.value }, lines: ['The key was taken away.'] })
        : dropped;
    }
    const given = await call.readSecret();
    if (given === null) {
      return err({
        kind: 'wrong-input',
        happened: 'No key was given.',
        safe: 'Nothing was changed.',
        todo: 'Pipe it in, so that it stands in no history: slowwave model key < file',
      });
    }
    const kept = await call.engine.modelKey(given);
    if (!kept.ok) return kept;
    return ok({
      json: { model: kept.value },
      lines: [
        `The key is kept in ${oneLine(kept.value.keyPlace)}, readable by you alone and outside of the data folder.`,
        call.paint.dim('It is not sealed there: whoever can read your files can read it.'),
      ],
    });
  };

const range = (
  { low, high }: { readonly low: number; readonly high: number },
  show: (n: number) => string,
): string => (low === high ? show(low) : `${show(low)} to ${show(high)}`);

function estimateLines(estimate: ModelEstimate): readonly string[] {
  const { decisions, known, calls, tokens, usd, usdMax, countedBy, reading } = estimate;
  return [
    labelled('Unsure of', `${counted(decisions, 'decision')}; ${count(known)} answered before, and free`, 12),
    ...(reading === undefined
      ? []
      : [
          labelled(
            'To read',
            `${counted(reading.sessions, 'session')} in ${counted(reading.pieces, 'piece')}; ${count(reading.known)} read before, and free`,
            12,
          ),
        ]),
    labelled('Calls', range(calls, count), 12),
    labelled(
      'Tokens',
      `${range(tokens, count)} (${countedBy === 'server' ? 'counted by the server' : 'reckoned from the bytes'})`,
      12,
    ),
    labelled(
      'Costs',
      usd === null
        ? 'no price is known'
        : `${range(usd, dollars)}, and never more than ${dollars(usdMax)} a night`,
      12,
    ),
    oneLine(estimate.because),
  ];
}

const estimate =
  (asks: boolean): Command =>
  async (call) => {
    const found = await call.engine.modelEstimate({ ask: asks });
    return found.ok ? ok({ json: { estimate: found.value }, lines: estimateLines(found.value) }) : found;
  };

const callRow = (one: CallTrace): readonly string[] => [
  String(one.number),
  one.role,
  oneLine(one.model),
  oneLine(one.about),
  one.attempt === 1 ? '' : `try ${one.attempt}`,
  one.outcome ?? 'no end',
  count(one.counted.tokens),
  `${one.counted.isReserved ? '≤ ' : ''}${dollars(one.counted.usd)}`,
  one.tookMs === null ? '–' : duration(one.tookMs),
  one.sent.length === 0 ? '' : size(one.sent.reduce((sum, { bytes }) => sum + bytes, 0)),
];

const trace =
  (night: string | undefined): Command =>
  async (call) => {
    const found = await call.engine.nightTrace(night ?? null);
    if (!found.ok) return found;
    const titles = ['Call', 'Role', 'Model', 'About', '', 'End', 'Tokens', 'Cost', 'Took', 'Sent'];
    const { nightId, calls } = found.value;
    const json = calls.map(({ beganAtMs, ...one }) => ({ ...one, beganAt: isoOrNull(beganAtMs) }));
    return ok({
      json: { trace: { nightId, calls: json } },
      lines: [
        `${nightId} · ${counted(calls.length, 'call')}`,
        ...tableLines(
          titles.map((title) => ({ title })),
          calls.map(callRow),
        ),
        call.paint.dim('“≤”: the server did not say what it took, so all that was reserved is counted.'),
      ],
    });
  };

const more = `
What leaves this computer
  Nothing, until you choose a server, give a key where it wants one, and agree (--agree). Then a night sends what the
  engine was unsure of: the statements and the quotes that they rest on, secrets masked, projects that you keep out left
  out. In the modes full and batch it also sends your sessions: your own words, the agents' words cut short, commands, and
  what failed; never twice. "slowwave model trace" lists every call with what was sent. Prices: prices.json beside the key;
  caps: "slowwave model budget".

Examples
  slowwave model use claude --agree && slowwave model key < key.txt && slowwave model test
  slowwave model use server --url http://127.0.0.1:11434 --reader llama3 --consolidator llama3 --tokens-only --agree
  slowwave estimate
  slowwave model budget --usd-night 0.25 --usd-month 5
  slowwave model use none`;

const modeOption = (): Option =>
  new Option(
    '--mode <mode>',
    'shadow: only what the engine was unsure of; full: every session is read; batch: as full, at half the price',
  ).choices(['shadow', 'full', 'batch']);

export const addModel: Register = (program, run) => {
  const model = program
    .command('model')
    .description('who dreams: the engine alone, or helped by Claude or a server that speaks its API')
    .addHelpText('after', more);
  model
    .command('status', { isDefault: true })
    .description('how things stand; asks nobody')
    .action(() => run(status));
  model
    .command('test')
    .description('ask the server for its list of models; costs nothing')
    .action(() => run(test));
  model
    .command('list')
    .description('the models that the server lists')
    .action(() => run(list));
  model
    .command('use')
    .description('choose who dreams')
    .argument('<who>', 'none, claude or server')
    .option('--url <address>', 'the address of a server of your own', readText)
    .option('--reader <model>', 'reads sessions', readText)
    .option('--consolidator <model>', 'connects and decides', readText)
    .option('--grader <model>', 'grades, in a call of its own; left out: whoever decides', readText)
    .addOption(modeOption())
    .option('--agree', 'masked words of your sessions may go to that address')
    .option('--tokens-only', 'where no price is known, count tokens alone')
    .action((who: string, flags: UseFlags, command: { error(message: string): never }) =>
      who === 'none' || who === 'claude' || who === 'server'
        ? run(use(who, flags))
        : command.error('error: it is one of none, claude, server.'),
    );
  model
    .command('key')
    .description('give a key, typed or piped in; it is kept in a file for you alone')
    .option('--clear', 'take it away')
    .action((flags: { readonly clear?: boolean }) => run(key(flags.clear ?? false)));
  addBudget(model, run);
  addBatches(model, run);
  model
    .command('trace')
    .description('the calls of a night: what was asked, sent and paid')
    .argument('[night]', 'a night by its id, its date, or "latest"', readText)
    .action((night: string | undefined) => run(trace(night)));
  program
    .command('estimate')
    .description('what the next night would cost; spends nothing')
    .option('--ask', 'have the server count the tokens: it is sent what the night would send, for nothing')
    .action((flags: { readonly ask?: boolean }) => run(estimate(flags.ask ?? false)));
};
