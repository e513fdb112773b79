// Which commands are the same kind of command on another day: the program with what it is told to do, and its options
// apart from it, without the names and numbers of the day.

// What runs a program of the project's own: the program is the word after it.
const interpreters = new Set(
  'python python3 node bash sh zsh ruby perl php deno bun npx uv uvx poetry bundle sudo time'.split(' '),
);
// After these a third word says what is done: `npm run build`, `docker compose up`.
const openers = new Set(
  'run exec compose pr issue release stash remote workspace rollout s3 config'.split(' '),
);
const plainWord = /^[a-z][a-z0-9:_-]*$/iu;
const plainValue = /^[a-z][a-z-]{0,20}$/iu;
const familyCharsMax = 60;
const optionsMax = 6;

const wordsOf = (step: string): readonly string[] => step.trim().split(/\s+/u);

/** The program and what it is told to do, as it stands in the step; at most four words. */
export function familyOf(step: string): string {
  const words = wordsOf(step);
  const family: string[] = [];
  for (const word of words) {
    const isProgram = family.every((each) => interpreters.has(each));
    if (!isProgram && !plainWord.test(word)) break;
    if (isProgram && family.length > 0 && word.startsWith('-')) break;
    family.push(word);
    const told = family.filter((each) => !interpreters.has(each)).slice(1);
    if (told.length === 1 && !openers.has(told[0] ?? '')) break;
    if (told.length === 2) break;
  }
  return family.join(' ').slice(0, familyCharsMax).trim();
}

/** `--profile quick`, `-f`, `--force=yes`: of a value only a plain word is kept. Sorted, each once. */
export function optionsOf(step: string): readonly string[] {
  const words = wordsOf(step.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/gu, '…'));
  const found = words.flatMap((word, at) => {
    if (!/^--?[a-z]/iu.test(word)) return [];
    const [name, value] = word.split('=');
    if (value !== undefined) return plainValue.test(value) ? [word] : [`${name ?? word}=`];
    const next = words[at + 1] ?? '';
    return plainValue.test(next) && word.startsWith('--') ? [`${word} ${next}`] : [word];
  });
  return [...new Set(found)].sort().slice(0, optionsMax);
}
