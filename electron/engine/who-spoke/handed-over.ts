// Where a person's message hands over a text of somebody else's: a lead-in, a question about what stands below or above,
// a word of who sent it. The phrases are data (language/handing-over.ts).
import { spaced, unspaced, type HandingOver } from '../language/handing-over.ts';
import type { Pattern } from '../language/lexicon.ts';
import { createMatcher, type Found, type Matcher } from '../language/pattern.ts';
import { tokensOf } from '../language/tokens.ts';
import { cuesIn } from './cues.ts';
import { fence, isEmpty, type Line } from './lines.ts';

type Kind = keyof HandingOver;

const merged = (all: Readonly<Record<string, HandingOver>>): Readonly<Record<Kind, readonly Pattern[]>> => {
  const of = (kind: Kind): readonly Pattern[] => Object.values(all).flatMap((words) => words[kind]);
  return {
    asks: of('asks'),
    asksBelow: of('asksBelow'),
    asksAbove: of('asksAbove'),
    got: of('got'),
    says: of('says'),
    toOthers: of('toOthers'),
    closes: of('closes'),
  };
};

let matchers: readonly Matcher<Kind>[] | null = null;

const found = new WeakMap<Line, readonly Found<Kind>[]>();
// Whoever hands something over says so shortly.
const leadInCharsMax = 160;

/** The phrases that a line begins with, of every language that is known: nobody can tell in which it is handed over. */
export function phrasesIn(line: Line): readonly Found<Kind>[] {
  const known = found.get(line);
  if (known) return known;
  matchers ??= [createMatcher(merged(spaced), true), createMatcher(merged(unspaced), false)];
  const text = line.text.slice(0, leadInCharsMax);
  const tokens = tokensOf(text);
  const walk = { text, tokens, starts: [tokens.findIndex(({ isWord }) => isWord)] };
  const phrases = matchers.flatMap((matcher) => matcher.find(walk));
  found.set(line, phrases);
  return phrases;
}

const shortCharsMax = 120;

/** A line that hands something over and ends with a colon: what follows is what was handed over. */
const handsOver = new RegExp(
  [
    "(?:here(?:'s| is| are)|pasted?|pasting|copied|copying|i got|we got|got this|this is what|look at|see|from|it|the|which|that) .{0,60}\\b(?:output|logs?|page|site|website|readme|docs?|documentation|article|blog|trace|stack ?trace|e-?mail|ticket|issue|thread|post|comment|transcript|chat|paste|snippet|response|dump|result|says|said|wrote|prints?|printed|returned|replied|reads|states)",
    '(?:输出|日志|页面|网页|网站|文档|邮件|工单|报错|文章|评论|帖子|聊天记录|原文|写道|里说|上说|显示|返回|輸出|日誌|頁面|網頁|文件|郵件).{0,6}(?:如下|是|里|上|说|:|：|$)',
    '(?:ausgabe|log|seite|webseite|doku|mail|ticket|fehlermeldung|artikel|protokoll|schreibt|schrieb|sagt|steht)',
    '(?:la sortie|le journal|la page|le site|la doc|le mail|le ticket|le message|l.article|il dit|elle dit|affiche)',
    '(?:la salida|el registro|la página|el sitio|el correo|el ticket|el mensaje|el artículo|dice|muestra)',
    '(?:a saída|o log|a página|o site|o e-?mail|o ticket|a mensagem|o artigo|diz|mostra)',
    '(?:l.output|il log|la pagina|il sito|la mail|il ticket|l.articolo|dice|mostra)',
    '(?:出力|ログ|ページ|サイト|ドキュメント|メール|チケット|記事|エラー)',
    '(?:출력|로그|페이지|사이트|문서|메일|티켓|기사|오류)',
    '(?:вывод|лог|страниц|сайт|документ|письм|тикет|стать|ошибк|пишет|написано)',
  ].join('|'),
  'iu',
);
const leadsIn = (line: string): boolean =>
  line.length <= leadInCharsMax && /[:：]\s*$/u.test(line) && handsOver.test(line);

const forwarded =
  /^\s*(?:-{2,}\s*(?:original|forwarded|begin|weitergeleitete|ursprüngliche)[^\n]{0,60}|begin forwarded message:?|on .{6,80} wrote:|am .{6,80} schrieb.{0,60}:|le .{6,80} a écrit ?:|el .{6,80} escribió:|.{4,60}写道[:：]|.{0,60}[\s（(]?(?:написал|писал)[а-я()]*:|\[?pasted text(?: #\d+)?.{0,30}\]?)\s*$/iu;

// An address alone on its line, and more below it than a question about it.
const urlLine = /^\s*https?:\/\/\S+\s*$/iu;
const pageCharsMin = 400;

/** Who speaks is the person: "as I said", "wie wir", "我说". */
const ownSubject =
  /(?:^|[\s,;(])(?:i|we|i['’]ve|we['’]ve|i have|we have|i already|we already|i just|ich|wir|je|j['’]ai|nous|yo|nosotros|eu|nós|io|noi|ik|wij|ja|my|já|jag|vi|ben|biz|я|мы|ми|أنا|मैं(?:ने)?)\s*$|(?:我|我们|我們|来|來|如|再|要|是|就|话|話|听|聽|也|据|據|私は|私が|僕は|나는|내가|제가|저는)\s*$/iu;

/** Rules that last are the person's own, whatever else the line asks. */
const isOwnRule = (line: string): boolean =>
  cuesIn(line).some(({ kind }) => kind === 'lasting' || kind === 'remember' || kind === 'always');

const isProgramsWords = (rest: string): boolean =>
  /^\W{0,3}(?:error|bug|exception|warning|crash|fehler|erreur|fallo|erro|错误|報錯|报错|エラー|오류|ошибк)/iu.test(
    rest,
  );

/** It names the file that it is about: nothing below or above is meant. */
const namesFile = /[\p{L}\p{N}_-]+[/\\][\p{L}\p{N}_-]|[\p{L}\p{N}_-]\.[a-z]{1,5}(?![\p{L}\p{N}])/u;

type Where = 'below' | 'above';

/** Asks about a text that stands there, or says where it came from. */
function pointsTo(line: Line, where: Where): boolean {
  const { text } = line;
  const words = text.trim();
  if (words === '' || words.length > shortCharsMax || text.length > leadInCharsMax) return false;
  if (isListItem(words) || namesFile.test(words)) return false;
  if (where === 'above' && /^(?:\^|↑)/u.test(words)) return true;
  const wanted: readonly Kind[] = where === 'below' ? ['asks', 'asksBelow', 'got'] : ['asks', 'asksAbove'];
  const isMeant = ({ name, start, end }: Found<Kind>): boolean =>
    wanted.includes(name) && (name !== 'got' || isSomebodys(text, start, end));
  return phrasesIn(line).some(isMeant) && !isOwnRule(words);
}

/** "I said" and "got this error" tell of nobody else's words. */
const isSomebodys = (text: string, start: number, end: number): boolean =>
  !(ownSubject.test(text.slice(0, start)) && endsLine(text, end)) && !isProgramsWords(text.slice(end));

const isListItem = (line: string): boolean => /^(?:[-*•·]|\d{1,2}[.)])\s/u.test(line);
const endsLine = (line: string, from: number): boolean => /^[\s\p{P}]*$/u.test(line.slice(from));

/** "our consultant wrote back: …": where the words of that speaker begin on the line, or null. */
function speaksFrom(line: Line): number | null {
  const { text } = line;
  if (!/[:：]|\s[-–—]+\s/u.test(text)) return null;
  for (const { name, start, end } of phrasesIn(line)) {
    if (name !== 'says' || ownSubject.test(text.slice(0, start))) continue;
    const mark = /^(?:[^.:：!?\n]{0,30}[:：]|\s+[-–—]+\s)\s*/u.exec(text.slice(end));
    if (mark !== null && !isOwnRule(text.slice(0, end))) return end + mark[0].length;
  }
  return null;
}

/** What was handed over stands in a fence: it ends there. */
function afterFence(lines: readonly Line[], from: number): number | null {
  const first = lines.findIndex((line, i) => i >= from && !isEmpty(line));
  if (first === -1 || !fence.test(lines[first]?.text ?? '')) return null;
  const end = lines.findIndex(({ text }, i) => i > first && fence.test(text));
  return end === -1 ? null : end;
}

function handsOverHere(line: Line, text: string, isLast: boolean): number | null {
  if (line.isStrange) return null;
  if (!isLast) {
    if (leadsIn(line.text) || forwarded.test(line.text)) return line.end;
    if (urlLine.test(line.text) && text.length - line.end >= pageCharsMin) return line.end;
    if (pointsTo(line, 'below')) return line.end;
  }
  const from = speaksFrom(line);
  return from === null ? null : line.start + from;
}

/** Where what was handed over begins: it goes to the end, for nobody can tell where its writer ends. */
export function handedOverFrom(lines: readonly Line[], text: string): number | null {
  const last = lines.findLastIndex((line) => !isEmpty(line));
  for (let i = 0; i <= last; i++) {
    const line = lines[i];
    if (line === undefined || isEmpty(line)) continue;
    const from = handsOverHere(line, text, i === last);
    if (from === null || (i === last && text.slice(from).trim() === '')) continue;
    const fenceEnd = from === line.end ? afterFence(lines, i + 1) : null;
    if (fenceEnd === null) return from;
    i = fenceEnd;
  }
  return null;
}

/** Where a question about what stands above it begins; all above it is what was handed over. Null for none. */
export function askedAboutUntil(lines: readonly Line[]): number | null {
  const last = lines.findLastIndex((line) => !isEmpty(line));
  const line = lines[last];
  const before = lines[last - 1];
  if (line === undefined || before === undefined || line.isStrange || !pointsTo(line, 'above')) return null;
  const isApart = isEmpty(before) || /[?？؟]\s*$/u.test(line.text);
  return isApart && lines.slice(0, last).some((other) => !isEmpty(other)) ? line.start : null;
}
