// The joining exam: each wording of bench/wordings is said in a session of its own, and a night takes those together that
// it holds for one rule. Counted on the kept rules alone: pairs of one rule's wordings that came together, and pairs of two
// rules' that did. No talk stands around them, so that no word is known to be ordinary: it is harder than a night.
//
//   npm run joining-exam [-- --json]
import { parseArgs } from 'node:util';
import { doublesOf } from '../electron/engine/deep/reconcile.ts';
import { listen } from '../electron/engine/night/listen.ts';
import { connect } from '../electron/engine/rem/rem.ts';
import { isKept, readPeople, type Rule } from '../scripts/wordings.ts';
import type { SessionSignals, Theme } from '../shared/dream.ts';
import { epochMs, sessionId, turnKey } from '../shared/ids.ts';
import { isDoneByTools } from '../shared/memory.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const dayMs = 86_400_000;
const beganAtMs = Date.parse('2026-09-01T09:00:00Z');

function heardOf(text: string, nativeId: string, day: number): SessionSignals {
  const head = {
    id: sessionId('claude-code', nativeId),
    agent: 'claude-code',
    nativeId,
    role: 'main',
  } as const;
  const nowhere = { parentNativeId: null, cwd: null, project: 'work', title: null, agentVersion: null };
  const turn = {
    key: turnKey(nativeId),
    ordinal: 0,
    atMs: epochMs(beganAtMs + day * dayMs),
    kind: 'message',
    origin: 'person',
    spans: [{ origin: 'person', start: 0, end: text.length }],
    text,
    cutChars: 0,
    use: null,
    outcome: 'unknown',
    exitCode: null,
  } as const;
  return listen({ ...head, ...nowhere }, [turn]);
}

/** By which theme each session's wording is told at last. */
function toldBy(themes: readonly Theme[]): ReadonlyMap<string, string> {
  const doubles = doublesOf(themes, themes, {});
  const endOf = (id: string): string => {
    const into = doubles.get(id);
    return into === undefined ? id : endOf(into.id);
  };
  return new Map(themes.flatMap(({ id, evidence }) => evidence.map(({ session }) => [session, endOf(id)])));
}

interface Counts {
  heard: number;
  pairs: number;
  joined: number;
  wrong: number;
}

function count(rules: readonly Rule[], counts: Counts): void {
  const said = rules.flatMap((rule) => rule.wordings.map((text, at) => ({ rule, text, at })));
  const sessions = said.map(({ rule, text, at }, day) => heardOf(text, `${rule.id}/${String(at)}`, day));
  const themes = connect(sessions).filter(({ kind }) => !isDoneByTools(kind));
  const told = toldBy(themes);
  const kept = said.filter(({ rule, at }) => isKept(rule) && told.has(`${rule.id}/${String(at)}`));
  counts.heard += kept.length;
  for (const [at, one] of kept.entries())
    for (const other of kept.slice(at + 1)) {
      const isOne = one.rule === other.rule;
      const [a, b] = [one, other].map((each) => told.get(`${each.rule.id}/${String(each.at)}`));
      if (isOne) counts.pairs++;
      if (a === b) counts[isOne ? 'joined' : 'wrong']++;
    }
}

const counts: Counts = { heard: 0, pairs: 0, joined: 0, wrong: 0 };
const startedAtMs = performance.now();
for (const rules of readPeople().values()) count(rules, counts);
const tookS = Math.round((performance.now() - startedAtMs) / 100) / 10;
process.stdout.write(
  values.json
    ? `${JSON.stringify({ ...counts, tookS })}\n`
    : `${counts.heard} wordings of kept rules were heard; of ${counts.pairs} pairs of one rule ${counts.joined} came together, and ${counts.wrong} pairs of two rules. ${tookS} s\n`,
);
