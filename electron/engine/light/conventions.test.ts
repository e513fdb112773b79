import { describe, expect, it } from 'vitest';
import { languageOf } from '../language/language.ts';
import { conventionsOf } from './conventions.ts';
import type { ToolRun } from './tool-runs.ts';

const ran = (command: string, ended: ToolRun['ended'] = 'ok'): ToolRun => ({
  kind: 'shell',
  step: null,
  command,
  callOrdinal: 1,
  resultOrdinal: 2,
  ended,
  output: '',
  atMs: null,
  askedAt: 0,
});
const seen = (...commands: readonly string[]): readonly (readonly [string, string, readonly string[]])[] =>
  conventionsOf(
    commands.map((command) => ran(command)),
    languageOf('en'),
  ).map(({ cues, text, quotes }) => [cues.join(), text, quotes.map((quote) => quote.text)]);

describe('how a project names things', () => {
  it('its branches, by what stands before the first slash', () => {
    expect(
      seen(
        'git checkout main && git checkout -b fix/login',
        'git switch -c fix/footer',
        'git worktree add ../wt origin/main -b docs/faq',
        'git checkout -b spike',
        'git checkout fix/login',
      ),
    ).toEqual([
      ['routine-branches', 'fix/…', ['fix/login', 'fix/footer']],
      ['routine-branches', 'docs/…', ['docs/faq']],
      ['routine-branches', '', ['spike']],
    ]);
  });

  it('its commits, by their type and whether they name a part', () => {
    const handedOver = `git add -A && git commit -m "$(cat <<'EOF'\nfeat(api): add a door\n\nIt opens.\nEOF\n)"`;
    expect(seen(handedOver, 'git commit -am "docs: say so"', "git commit -m 'Fix the header'")).toEqual([
      ['routine-commits', 'feat(…): …', ['feat(api): add a door']],
      ['routine-commits', 'docs: …', ['docs: say so']],
      ['routine-commits', '', ['Fix the header']],
    ]);
  });

  it('not by what failed, what holds a secret, or what a program makes of it', () => {
    expect(conventionsOf([ran('git commit -m "fix: x"', 'failed')], languageOf('en'))).toEqual([]);
    expect(
      seen('git commit -m "fix: ⟦masked:token⟧"', 'git commit -m "$MESSAGE"', 'git commit --amend'),
    ).toEqual([]);
  });
});
