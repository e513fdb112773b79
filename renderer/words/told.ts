// What the engine says, in the language of the person: its sentences are stored in English, for every reader of the store,
// and read back here by the forms in which it writes them. What has no such form stays as it is.

/**
 * How one sentence of the engine is worded: an expression with named groups over the whole of it, and the words, in which
 * `{{name}}` is what the group held, and `[[name|…]]` stands only where the group held something. By the name's beginning:
 * `told…` is a sentence of its own, `list…` several of those between commas, `when…` a day of the engine's, and `of…` one of
 * the `names`.
 */
export type Telling = readonly [form: string, words: string];

/** The same in plain words: `{name}` is what varies, `(s)` an ending that may be left out. */
export type Spoken = readonly [said: string, words: string];

const inForm = (said: string): string =>
  said
    .replaceAll(/[\\^$.*+?()[\]|]/gu, '\\$&')
    .replaceAll('\\(s\\)', 's?')
    .replaceAll(/\{(\w+)\}/gu, '(?<$1>.+?)');

export const asTellings = (spoken: readonly Spoken[]): readonly Telling[] =>
  spoken.map(([said, words]) => [inForm(said), words.replaceAll(/\{(\w+)\}/gu, '{{$1}}')]);

export interface Tellings {
  readonly sentences: readonly Telling[];
  /** Single words that stand in sentences. */
  readonly names: Readonly<Record<string, string>>;
  readonly when: (day: string) => string;
  /** Between two sentences, and between two parts of a list. */
  readonly between: string;
  readonly listed: string;
}

/** Null where the text is nothing that the engine is known to say. */
export type Tell = (text: string) => string | null;

/** A window shows some hundred sentences; a list that is scrolled asks for the same ones again and again. */
const keptMax = 2_000;
/** Longer ones hold somebody's text, and looking through it costs more than it helps. */
const charactersMax = 4_000;

export function createTell({ sentences, names, when, between, listed }: Tellings): Tell {
  const whole = sentences.map(([form, words]) => ({ form: new RegExp(`^(?:${form})$`, 'su'), words }));
  const first = sentences.map(([form, words]) => ({ form: new RegExp(`^(?:${form}) (?=\\S)`, 'su'), words }));
  const kept = new Map<string, string | null>();
  const value = (name: string, text: string): string => {
    if (name.startsWith('told')) return tell(text) ?? text;
    if (name.startsWith('when')) return when(text);
    if (name.startsWith('list'))
      return text
        .split(', ')
        .map((one) => names[one] ?? tell(one) ?? one)
        .join(listed);
    return name.startsWith('of') ? (names[text] ?? text) : text;
  };
  const worded = (words: string, groups: Readonly<Record<string, string | undefined>>): string =>
    words
      .replaceAll(/\[\[(\w+)\|(.*?)\]\]/gu, (_, name: string, inner: string) =>
        groups[name] === undefined ? '' : inner,
      )
      .replaceAll(/\{\{(\w+)\}\}/gu, (_, name: string) => value(name, groups[name] ?? ''));
  /** Spaces around it are the place's own. */
  const trimmed = (text: string): string | null => {
    const bare = text.trim();
    const told = bare === '' ? null : look(bare);
    return told === null ? null : text.replace(bare, () => told);
  };
  const look = (text: string): string | null => {
    for (const { form, words } of whole) {
      const found = form.exec(text);
      if (found !== null) return worded(words, found.groups ?? {});
    }
    for (const { form, words } of first) {
      const found = form.exec(text);
      const rest = found === null ? null : tell(text.slice(found[0].length));
      if (found !== null && rest !== null) return `${worded(words, found.groups ?? {})}${between}${rest}`;
    }
    return null;
  };
  const tell = (text: string): string | null => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const told = text.length > charactersMax ? null : trimmed(text);
    if (kept.size >= keptMax) kept.clear();
    kept.set(text, told);
    return told;
  };
  return tell;
}
