// How many tokens a text costs an agent, about: shown as "about", never as a fact.
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
// Four letters a token is the usual rule for English; a wide character is about one.
const lettersPerToken = 4;

export function tokensAbout(text: string): number {
  const wideCount = text.match(wide)?.length ?? 0;
  return Math.ceil((text.length - wideCount) / lettersPerToken) + wideCount;
}
