// What a person asks about the model: how things stand, whether it answers, what a night would cost, which calls a night
// made, and where its key lies. Only a test of the connection, and an estimate that its owner asks for, reach the network.
import { makeFolder } from '../folders/make-folder.ts';
import type { Failure } from '../../../shared/engine.ts';
import type { NightId } from '../../../shared/ids.ts';
import type {
  BudgetPatch,
  BudgetStatus,
  ModelAnswers,
  ModelStatus,
  NightTrace,
} from '../../../shared/models.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { usualSettings, type Settings } from '../../../shared/settings.ts';
import { monthBegan } from '../budget/meter.ts';
import { priceOf } from '../budget/prices.ts';
import type { Deps } from '../deps.ts';
import type { Masker } from '../masking/masker.ts';
import { criteriaOf, usualRubric } from '../../../shared/rubric.ts';
import {
  dropKey,
  isKeyLike,
  keepKey,
  keyFile,
  keyVariable,
  readKeptKey,
  type KeyFor,
} from '../models/index.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';
import { attempt, attemptResult } from '../store/failures.ts';
import { keyFolderOf } from '../store/keys.ts';
import { callsOfNight, newestNightWithCalls, spentSince } from '../store/model-calls.ts';
import { nightById } from '../store/nights.ts';
import type { Store } from '../store/open.ts';
import { readSettings, writeSettings } from '../store/settings.ts';
import { estimate } from './estimate.ts';
import { addressOf, mindFor, modelFor, pricesFor, usualConsolidator, usualReader } from './mind-settings.ts';
import { modelFailure, notAskedFailure } from './model-failures.ts';
import { createBatchDesk } from './batch-desk.ts';
import { findNight } from './find-night.ts';
import { priceList, setOwnPrice } from './own-prices.ts';

export interface ModelDeskNeeds {
  readonly deps: Deps;
  readonly masker: Masker;
  store(): Result<Store, Failure>;
  hasStore(): boolean;
}

// A person waits for these answers.
const waitMs = 20_000;

export function createModelDesk(needs: ModelDeskNeeds): ModelAnswers {
  const { deps } = needs;
  const ask = async <T>(work: (store: Store) => Result<T, Failure>): Promise<Result<T, Failure>> => {
    const store = needs.store();
    return store.ok ? attemptResult(() => work(store.value)) : store;
  };
  const settingsNow = (): Result<Settings, Failure> => {
    if (!needs.hasStore()) return ok(usualSettings);
    const store = needs.store();
    return store.ok ? attempt(() => readSettings(store.value.db)) : store;
  };
  const dbNow = (): ReadableDb | null => {
    const store = needs.hasStore() ? needs.store() : null;
    return store?.ok === true ? store.value.db : null;
  };
  const status = async (): Promise<Result<ModelStatus, Failure>> => {
    const settings = settingsNow();
    if (!settings.ok) return settings;
    return attempt(() => statusOf(deps, settings.value, dbNow()));
  };
  return {
    modelStatus: status,
    modelSet: async (patch) => {
      if (typeof patch.baseUrl === 'string' && !isAddress(patch.baseUrl)) return err(noAddress);
      const set = await ask(({ db }) => {
        const { model } = readSettings(db);
        writeSettings(db, { model: { ...model, ...patch } }, deps.clock.wall());
        return ok(null);
      });
      return set.ok ? status() : set;
    },
    budget: async () => {
      const settings = settingsNow();
      return settings.ok ? attempt(() => budgetOf(deps, settings.value, dbNow())) : settings;
    },
    budgetSet: (patch) => ask(({ db }) => setBudget(db, deps, patch)),
    modelTest: async () => {
      const settings = settingsNow();
      if (!settings.ok) return settings;
      return testNow(deps, settings.value);
    },
    modelEstimate: async ({ ask: asks }) => {
      const store = needs.store();
      if (!store.ok) return store;
      return estimate(needs, store.value.db, asks);
    },
    modelKey: async (key, who) => {
      const settings = settingsNow();
      if (!settings.ok) return settings;
      const kept = setKey(deps, who ?? whoseKey(settings.value), key);
      return kept.ok ? status() : kept;
    },
    modelPrices: async () => priceList(deps),
    modelSetPrice: async (model, price) => setOwnPrice(deps, model, price),
    ...createBatchDesk(needs),
    nightTrace: (night) => ask(({ db }) => traceOf(db, night)),
    usualRubric: () => usualRubric,
    rubricCriteria: (markdown) => criteriaOf(markdown ?? usualRubric).map(({ name }) => name),
  };
}

const isAddress = (text: string): boolean => /^https?:$/u.test(URL.parse(text)?.protocol ?? '');

const noAddress: Failure = {
  kind: 'wrong-input',
  happened: 'This is no address of a server: one begins with http:// or https://.',
  safe: 'Nothing was changed, and nothing was sent.',
  todo: 'Give it whole, like http://127.0.0.1:11434.',
};

const whoseKey = ({ model }: Settings): KeyFor => (model.choice === 'server' ? 'server' : 'claude');

function statusOf(deps: Deps, settings: Settings, db: ReadableDb | null): ModelStatus {
  const { model, budget } = settings;
  const who = whoseKey(settings);
  const isClaude = model.choice === 'claude';
  const reader = model.readerModel ?? (isClaude ? usualReader : null);
  const consolidator = model.consolidatorModel ?? (isClaude ? usualConsolidator : null);
  const grader = model.graderModel ?? consolidator;
  const fromEnvironment = deps.env[keyVariable[who]] !== undefined;
  const hasFile = readKeptKey(keyFolderOf(deps), who) !== null;
  const prices = pricesFor(deps);
  const price = (name: string | null) => (prices.ok && name !== null ? priceOf(prices.value, name) : null);
  const spent =
    db === null
      ? { tokens: 0, nanoUsd: 0, tookMs: 0, rounds: 0 }
      : spentSince(db, monthBegan(deps.clock.wall()));
  const found = mindFor(deps, model);
  const address = addressOf(model);
  return {
    choice: model.choice,
    mode: model.mode,
    address,
    reader,
    consolidator,
    grader,
    hasKey: fromEnvironment || hasFile,
    keyFrom: fromEnvironment ? 'environment' : hasFile ? 'file' : null,
    keyPlace: keyFile(keyFolderOf(deps), who),
    isAgreed: address !== null && model.consentTo === address,
    because: found.ok ? null : found.error.because,
    prices: {
      asOf: prices.ok ? prices.value.asOf : '',
      reader: price(reader),
      consolidator: price(consolidator),
      grader: price(grader),
    },
    month: {
      tokens: spent.tokens,
      usd: spent.nanoUsd / 1e9,
      usdMax: budget.usdPerMonth,
      minutes: spent.tookMs / 60_000,
      rounds: spent.rounds,
    },
  };
}

function budgetOf(deps: Deps, { budget, model }: Settings, db: ReadableDb | null): BudgetStatus {
  const spent = db === null ? null : spentSince(db, monthBegan(deps.clock.wall()));
  return {
    caps: budget,
    roundsPerNight: model.roundsMax,
    month: {
      tokens: spent?.tokens ?? 0,
      usd: (spent?.nanoUsd ?? 0) / 1e9,
      minutes: (spent?.tookMs ?? 0) / 60_000,
      rounds: spent?.rounds ?? 0,
    },
  };
}

const roundsPerNightMax = 20;

function setBudget(
  db: WritableDb,
  deps: Deps,
  { roundsPerNight, ...caps }: BudgetPatch,
): Result<BudgetStatus, Failure> {
  const { budget, model } = readSettings(db);
  const rounds = roundsPerNight ?? model.roundsMax;
  const wrong = Object.values(caps).some((cap) => !Number.isFinite(cap) || cap < 0);
  if (wrong || !Number.isInteger(rounds) || rounds < 0 || rounds > roundsPerNightMax) {
    return err({
      kind: 'wrong-input',
      happened: `A cap is a number from 0, and rounds a night are 0 to ${roundsPerNightMax}.`,
      safe: 'Nothing was changed.',
      todo: 'Give the cap anew.',
    });
  }
  const patch = { budget: { ...budget, ...caps }, model: { ...model, roundsMax: rounds } };
  return ok(budgetOf(deps, writeSettings(db, patch, deps.clock.wall()), db));
}

async function testNow(deps: Deps, settings: Settings): ReturnType<ModelAnswers['modelTest']> {
  const found = modelFor(deps, settings.model);
  if (!found.ok) return err(notAskedFailure(found.error));
  const { model, address } = found.value;
  const from = deps.clock.ticks();
  const listed = await model.list({ timeoutMs: waitMs });
  if (!listed.ok) return err(modelFailure(listed.error));
  return ok({ address, tookMs: Math.round(deps.clock.ticks() - from), models: listed.value });
}

function setKey(deps: Deps, who: KeyFor, key: string | null): Result<null, Failure> {
  const folder = keyFolderOf(deps);
  if (key !== null && !isKeyLike(key)) {
    return err({
      kind: 'wrong-input',
      happened: 'This is no key: it holds a space or a line, or is too short.',
      safe: 'It was not kept anywhere.',
      todo: 'Copy the key once more, whole and alone.',
    });
  }
  return attempt(() => {
    if (key === null) dropKey(folder, who);
    else {
      makeFolder(folder, 0o700);
      keepKey(folder, who, key);
    }
    return null;
  });
}

function traceOf(db: ReadableDb, named: string | null): Result<NightTrace, Failure> {
  let nightId: NightId | null = null;
  if (named === null) nightId = newestNightWithCalls(db);
  else {
    const night = findNight(db, named);
    if (!night.ok) return night;
    nightId = night.value.receipt.nightId;
  }
  if (nightId === null) {
    return err({
      kind: 'not-found',
      happened: 'No night has asked a model yet.',
      safe: 'Nothing was changed.',
      todo: 'Choose who dreams: Settings, Model, or "slowwave model use".',
    });
  }
  const mind = nightById(db, nightId)?.receipt.mind ?? null;
  return ok({ nightId, calls: callsOfNight(db, nightId), mind });
}
