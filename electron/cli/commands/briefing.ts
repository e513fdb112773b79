// `slowwave briefing`: what the last night laid out for the next session of a project, as an agent gets it.
import type { BriefingView } from '../../../shared/briefing.ts';
import { ok } from '../../../shared/result.ts';
import { counted } from '../figures.ts';
import { isoOrNull } from '../json-answer.ts';
import { oneLine } from '../plain-text.ts';
import type { Call, Command, Register } from '../world.ts';

const answerOf = ({ briefing, lines, text, textTokens }: BriefingView): object => ({
  project: briefing.project,
  night: briefing.nightId,
  madeAt: isoOrNull(briefing.madeAtMs),
  seenUntil: isoOrNull(briefing.seenUntilMs),
  budgetTokens: briefing.budgetTokens,
  tokens: textTokens,
  leftOut: briefing.leftOut,
  lines: lines.map(({ line, freshness }) => ({ ...line, freshness })),
  text,
});

function linesOf(view: BriefingView, { paint }: Call): readonly string[] {
  const { briefing, lines, text, textTokens } = view;
  const gone = lines.flatMap(({ line, freshness }) =>
    freshness.kind === 'dropped' ? [`  left out, ${freshness.because}: ${oneLine(line.text)}`] : [],
  );
  return [
    ...(text === ''
      ? [`Nothing of the briefing for ${oneLine(briefing.project)} holds any more.`]
      : text.split('\n').map(oneLine)),
    paint.dim(
      `${textTokens} of ${briefing.budgetTokens} tokens${briefing.leftOut === 0 ? '' : `; ${counted(briefing.leftOut, 'line')} did not fit`}`,
    ),
    ...gone.map((line) => paint.dim(line)),
  ];
}

const brief =
  (project: string | undefined): Command =>
  async (call) => {
    const view = await call.engine.briefing(project ?? null);
    if (!view.ok) return view;
    return ok({ json: { briefing: answerOf(view.value) }, lines: linesOf(view.value, call) });
  };

const more = `
What is in it
  What was left open, what you decided lately, what failed last and what mended it, and what sessions often begin with,
  with its answer worked out. Each line stands where it was said. What changed since the night is marked or left out.
  Agents get the same over "slowwave mcp".`;

export const addBriefing: Register = (program, run) => {
  program
    .command('briefing')
    .description('what the last night laid out for the next session of a project')
    .argument('[project]', 'a project’s name (default: the one laid out last)')
    .addHelpText('after', more)
    .action((project: string | undefined) => run(brief(project)));
};
