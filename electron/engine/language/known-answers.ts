// Remembers answers to questions that come again and again: of what people and tools write in a night, much is said in the
// same words. Bounded, so that a long night holds no more of it than a short one.

export interface KnownAnswers<Question, Answer> {
  /** What was answered before, or what `find` says now. */
  of(question: Question, find: () => Answer): Answer;
}

/** @param sizeMax from so many answers on the older half is forgotten */
export function createKnownAnswers<Question, Answer extends object>(
  sizeMax: number,
): KnownAnswers<Question, Answer> {
  let newer = new Map<Question, Answer>();
  let older = new Map<Question, Answer>();
  const keep = (question: Question, answer: Answer): Answer => {
    if (newer.size * 2 >= sizeMax) [older, newer] = [newer, new Map()];
    newer.set(question, answer);
    return answer;
  };
  return {
    of(question, find) {
      const known = newer.get(question);
      if (known !== undefined) return known;
      return keep(question, older.get(question) ?? find());
    },
  };
}
