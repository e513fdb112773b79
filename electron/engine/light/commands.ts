// What a shell command is to us: the same step on another day, a mere look, or something that changed the world.

// Programs that only look. A first word, or two where the first does other things too.
const looks = new Set(
  (
    'ls ll dir cat bat head tail less more rg grep egrep fgrep ag ack find fd locate wc pwd which whereis type file stat du df tree ' +
    'echo printf env printenv date whoami id uname hostname ps top htop free uptime history man tldr jq yq diff cmp ' +
    'cut sort uniq awk tr column xxd od hexdump strings nl open xdg-open clear true sleep test cd pushd popd ' +
    'git-status git-diff git-log git-show git-branch git-remote git-blame git-rev-parse git-ls-files git-describe git-reflog git-config git-fetch git-grep git-stash-list git-worktree-list ' +
    'gh-pr-view gh-pr-list gh-pr-checks gh-pr-diff gh-issue-view gh-issue-list gh-run-view gh-run-list gh-api gh-auth gh-repo-view ' +
    'npm-ls npm-view npm-outdated docker-ps docker-logs docker-images docker-inspect kubectl-get kubectl-describe kubectl-logs ' +
    'terraform-show cargo-tree go-list go-env pip-list pip-show brew-list brew-info systemctl-status journalctl'
  ).split(/\s+/u),
);

const assignment = /^(?:[A-Za-z_][A-Za-z0-9_]*=(?:"[^"]*"|'[^']*'|\S*)\s+)+/u;
const enterFolder = /^cd\s+(?:"[^"]*"|'[^']*'|\S+)\s*(?:&&|;)\s*/u;
const quietEnd = /\s*(?:2>&1|>\s*\/dev\/null|2>\s*\/dev\/null|\|\|\s*true)\s*/gu;
const paging = /\s*\|\s*(?:head|tail|less|cat|grep|rg|wc|tee|sort|uniq)\b[^|]*$/u;

// "$(cat <<'EOF' … EOF)": the words of a commit or of a pull request, on lines of their own.
const wordsHandedOver = /"\$\(cat <<-?\s*(['"]?)(\w+)\1\s*\n[\s\S]*?\n[ \t]*\2[ \t]*\n?[ \t]*\)"/gu;
const lineGoesOn = /[ \t]*\\\n[ \t]*/gu;
// The words of a commit are shorter; what is longer would cost the square of its length.
const severalLinesCharsMax = 8_000;
const filesAdded = /\bgit add (?:(?!&&|;|\|)\S+\s*)+(?=$|&&|;|\|)/gu;

const withoutFilesAdded = (step: string): string =>
  step.replace(filesAdded, (whole) => (/\s$/u.test(whole) ? 'git add … ' : 'git add …'));

/** On one line: what was written over several only because its words or its files are many. */
function onOneLine(command: string): string {
  if (!command.includes('\n') || command.length > severalLinesCharsMax) return command;
  const bare = command.replace(lineGoesOn, ' ').replace(wordsHandedOver, '"…"');
  return bare.includes('\n') ? bare : withoutFilesAdded(bare);
}

// A command longer than this is a program of its own, not a step that a person would repeat.
const commandCharsMax = 160;

/**
 * A command without what differs from day to day: the folder entered first, variables set for it, where its output
 * goes, the words of a commit message. Null for none, for one of several lines, and for what is too long.
 */
export function stepOf(command: string): string | null {
  let step = onOneLine(command.trim());
  if (step.includes('\n') || step.includes('<<') || step.includes('⟦masked:')) return null;
  for (let rounds = 0; rounds < 3; rounds++) step = step.replace(enterFolder, '').replace(assignment, '');
  step = step.replace(quietEnd, ' ');
  for (let rounds = 0; rounds < 3; rounds++) step = step.replace(paging, '');
  step = step.replace(/\s+/gu, ' ').trim();
  return step.length >= 2 && step.length <= commandCharsMax ? step : null;
}

/** Two commands with the same key are the same step: the parts that name today's thing are left open. */
export const stepKey = (step: string): string =>
  withoutFilesAdded(
    step.replace(
      /(?<=\b(?:commit|tag|stash|merge|revert|save|push|amend)\b[^&;|]*\s)(-a?m|--message)[= ](?:"[^"]*"|'[^']*'|\S+)/gu,
      '$1 …',
    ),
  )
    .replace(/\b(git checkout -b|git switch -c|git branch) [^\s;&|-]\S*/gu, '$1 …')
    .replace(/\b[0-9a-f]{7,40}\b/gu, '#')
    .replace(/(?<![A-Za-z\d#])\d+(?:\.\d+)*(?![A-Za-z\d])/gu, '#');

/** It changes nothing: a look around, at a version, at a help text. */
export function isLook(step: string): boolean {
  if (/(?:^|\s)(?:--version|--help|-h|-V)\s*(?:$|&&|[;|])/u.test(step)) return true;
  // what stands in quotation marks joins no commands
  const bare = step.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/gu, '…');
  return bare.split(/\s*(?:&&|\|\||;|\|)\s*/u).every((part) => {
    const words = part.trim().split(/\s+/u);
    const program = words[0]?.split('/').at(-1) ?? '';
    if (program === 'sed') return words.includes('-n');
    if (program === 'curl')
      return !/\s(?:-X\s*(?:POST|PUT|PATCH|DELETE)|-d\b|--data|-F\b|--form|-T\b|--upload|--request)/u.test(
        part,
      );
    if (program === 'wget') return true;
    const rest = words.slice(1).filter((word) => !word.startsWith('-'));
    return (
      looks.has(program) ||
      looks.has([program, rest[0]].join('-')) ||
      looks.has([program, rest[0], rest[1]].join('-'))
    );
  });
}

// Words of commands that check what was changed, in the tools of many trades.
const checkWords = new Set(
  (
    'test tests check checks lint build typecheck tsc vet clippy fmt format verify validate e2e spec specs pytest jest vitest mocha ' +
    'mypy ruff flake8 pylint eslint oxlint prettier stylelint rubocop rspec phpunit phpstan psalm ctest gotestsum golangci shellcheck ' +
    'hadolint ktlint detekt swiftlint xcodebuild tox nox playwright cypress compile dialyzer credo analyze proselint vale chktex audit'
  ).split(/\s+/u),
);

// A check that a person would repeat is short, and names no one file or case of that day.
const checkCharsMax = 80;

/** It checks the work as a whole: tests, a build, a linter, run on a project or a part of it. */
export function isCheck(step: string): boolean {
  if (step.length > checkCharsMax || isLook(step)) return false;
  const words = step.split(/\s+/u);
  const namesOne = words.some(
    (word) =>
      /[\w*]\.[a-z]{1,5}$/iu.test(word) ||
      word.startsWith('/') ||
      /^--?(?:run|k|t|grep|g|filter-test)$/u.test(word),
  );
  const parts = step.toLowerCase().split(/[^a-z0-9]+/u);
  return !namesOne && !/\s-run\b|::/u.test(step) && parts.some((part) => checkWords.has(part));
}

/** A commit or a push belongs to the end of work, wherever it stands. */
export const isClosing = (step: string): boolean =>
  /\bgit\s+(?:commit|push|add|tag|stash\s+pop|rebase\s+--continue)\b|\bgh\s+pr\b/u.test(step);
