// Every sentence that the rooms behind the window write down for a person can be said in Chinese (renderer/words/zh): they
// are read out of the sources, each template with values of several kinds in its holes. A new one that nobody worded fails.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { tells } from '../renderer/words/words.ts';

const electron = resolve(import.meta.dirname, '..', 'electron');
const rooms = ['engine', 'service', 'engine-host', 'engine-process', 'host', 'door'];

/** Written for somebody else than who sits before the window. */
const elsewhere: readonly RegExp[] = [
  /engine\/(?:language|masking|importers|light|who-spoke|playbooks|memory-stores)\//u,
  // What a model is asked.
  /engine\/minds\/(?:connector|consolidator|grader|reader|undecided|fence)\.ts$/u,
  // What agents are told over MCP, and in our block of their files.
  /engine\/serving\/(?:mcp|desk|index|briefing-words|connect)\.ts$/u,
  // Poison and sentences that the drill says to itself.
  /engine\/night\/(?:drill|canaries)\.ts$/u,
  // Markdown that its owner hands on, archives, and what the Dreams API answers.
  /engine\/night\/(?:report|export-memory|program-dream)\.ts$/u,
  /engine\/(?:carry\/format|forgetting\/certificate)\.ts$/u,
  /service\/api-dreams\.ts$/u,
  // Lines of the log.
  /service\/watch\.ts$/u,
  /engine-host\/link\.ts$/u,
];

/** Parts of a longer sentence, whose whole is known in its own forms (e2e/told.test.ts says them). */
const parts = new Set([
  '{} The engine’s own result stands.',
  '{} caught my eye; they came together into {}.',
  '{} say the same: {}.',
  '“{}” was changed again{}.',
  'It was finished.',
  'It was taken back; the files are what they were.',
  'Skipped {}: {} new {}, and at least {} were asked for.',
  'Failed {}: the app ended while dreaming{}; what was read is kept.',
]);

const isSentence = (text: string): boolean =>
  /^[A-Z“{]/u.test(text) && /[a-z{} )”"][.?]$/u.test(text) && (text.match(/[A-Za-z]{2,}/gu)?.length ?? 0) > 1;

/** Shell, SQL and what only ends in somebody's log: a broken promise is for its maker. */
function isForMachines(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isTaggedTemplateExpression(parent)) return true;
  return ts.isCallExpression(parent) && /^(?:assert|needs\.log|log)/u.test(parent.expression.getText());
}

/** The fixed parts of each sentence in a file; between them are holes. */
function sentencesIn(path: string): readonly (readonly string[])[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: (readonly string[])[] = [];
  const visit = (node: ts.Node): void => {
    const fixed = ts.isStringLiteralLike(node)
      ? [node.text]
      : ts.isTemplateExpression(node)
        ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]
        : null;
    const isThrown = ts.isThrowStatement(node) || ts.isNewExpression(node);
    if (fixed !== null && isSentence(fixed.join('{}')) && !isForMachines(node)) found.push(fixed);
    if (!isThrown) ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

// A name, a count, a time: whatever a form wants in its holes.
const fillings = ['Xyz', '7', '03:00'];
const holesMax = 4;

/** With each filling in each hole. */
const filled = ([head = '', ...tail]: readonly string[]): readonly string[] =>
  tail.reduce<readonly string[]>(
    (texts, part, i) =>
      texts.flatMap((text) => (i < holesMax ? fillings : ['7']).map((value) => `${text}${value}${part}`)),
    [head],
  );

describe('what the engine writes down for a person', () => {
  it('can be said in Chinese, sentence by sentence', () => {
    const files = rooms
      .flatMap((room) =>
        readdirSync(join(electron, room), { recursive: true, encoding: 'utf8' }).map((name) =>
          join(electron, room, name),
        ),
      )
      .filter((path) => path.endsWith('.ts') && !/\.test\.ts$|testing|lexicons|migrations/u.test(path))
      .filter((path) => !elsewhere.some((place) => place.test(path)));
    const sentences = new Map(files.flatMap(sentencesIn).map((fixed) => [fixed.join('{}'), fixed]));
    expect(sentences.size).toBeGreaterThan(350);
    const unknown = [...sentences].filter(
      ([text, fixed]) => !parts.has(text) && !filled(fixed).some((said) => tells.zh(said) !== null),
    );
    expect(
      unknown.map(([text]) => text),
      'to be worded in renderer/words/zh/engine-failures.ts or engine-deeds.ts',
    ).toEqual([]);
    expect([...parts].filter((text) => !sentences.has(text))).toEqual([]);
  });
});
