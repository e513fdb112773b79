// How much room words take in an agent's head: an estimate, the same for every model, that needs no tokenizer.

// Chinese, Japanese and Korean: about one token a character; other scripts: about one for four characters (measured on
// the tokenizers of the big vendors, which differ by a tenth from one another).
const wideLetter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const lettersPerToken = 4;

export function estimateTokens(text: string): number {
  const wide = text.match(wideLetter)?.length ?? 0;
  return wide + Math.ceil((text.length - wide) / lettersPerToken);
}
