// What stands in a person's message and was not written by them: a page, a log, a mail, a chat that they put in. A
// person's words are evidence, so what only may be somebody else's is not counted as theirs.
import { notOwn } from '../language/sentences.ts';

export interface Range {
  readonly start: number;
  readonly end: number;
}

// A line that hands something over and ends with a colon: what follows is what was handed over.
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
const leadInCharsMax = 160;
const leadsIn = (line: string): boolean =>
  line.length <= leadInCharsMax && /[:：]\s*$/u.test(line) && handsOver.test(line);

const forwarded =
  /^\s*(?:-{2,}\s*(?:original|forwarded|begin|weitergeleitete|ursprüngliche)[^\n]{0,60}|begin forwarded message:?|on .{6,80} wrote:|am .{6,80} schrieb.{0,60}:|le .{6,80} a écrit ?:|el .{6,80} escribió:|.{4,60}写道[:：]|.{0,60}[\s（(]?(?:написал|писал)[а-я()]*:|\[?pasted text(?: #\d+)?.{0,30}\]?)\s*$/iu;
const logLine =
  /^\s*(?:\[?(?:INFO|WARN|WARNING|ERROR|DEBUG|TRACE|FATAL|NOTICE|CRITICAL|SEVERE)\]?[\s:|-]|[\w.]*(?:Error|Exception|Warning): |HTTP\/\d|<\/?[a-z][\w-]*[\s>]|\d{1,3}(?:\.\d{1,3}){3} )/u;
const wrapper =
  /<(paste[d]?|document|doc|context|file|page|log|output|quote|email|article|transcript|untrusted|search_results?|web_?page|website|content|tool_result|attachment)(?:\s[^<>\n]{0,200})?>[\s\S]*?(?:<\/\1>|$)/giu;

// A block of lines with this share of lines that nobody types was put in whole.
const strangeShare = 0.4;
const blockLinesMin = 3;
// An address alone on its line, and more below it than a question about it.
const urlLine = /^\s*https?:\/\/\S+\s*$/iu;
const pageCharsMin = 400;

interface Line extends Range {
  readonly text: string;
  readonly isStrange: boolean;
}

function linesOf(text: string): readonly Line[] {
  const strange = notOwn(text);
  let at = 0;
  let next = 0;
  return text.split('\n').map((line) => {
    const [start, end] = [at, at + line.length];
    at = end + 1;
    while (next < strange.length && (strange[next]?.end ?? 0) < start) next++;
    const isNotOwn = strange.some((range) => range.start <= start && range.end >= end && end > start);
    return { text: line, start, end, isStrange: isNotOwn || logLine.test(line) };
  });
}

/** Where what was handed over begins: it goes to the end, for nobody can tell where its writer ends. */
function handedOverFrom(lines: readonly Line[], text: string): number | null {
  for (const [i, line] of lines.entries()) {
    const after = lines.slice(i + 1);
    if (after.every(({ text: rest }) => rest.trim() === '')) return null;
    if (leadsIn(line.text) || forwarded.test(line.text)) return line.end;
    if (urlLine.test(line.text) && text.length - line.end >= pageCharsMin) return line.end;
  }
  return null;
}

function strangeBlocks(lines: readonly Line[]): readonly Range[] {
  const blocks: Line[][] = [];
  for (const [i, line] of lines.entries()) {
    if (line.text.trim() === '') continue;
    const last = blocks.at(-1);
    if (last && lines[i - 1]?.text.trim() !== '') last.push(line);
    else blocks.push([line]);
  }
  return blocks.flatMap((block) => {
    const strange = block.filter(({ isStrange }) => isStrange);
    const isWhole = block.length >= blockLinesMin && strange.length >= strangeShare * block.length;
    // the line that led to it is the person's
    return isWhole ? [{ start: strange[0]?.start ?? 0, end: block.at(-1)?.end ?? 0 }] : strange;
  });
}

// A message longer than this was not typed; Light reads no more of it either.
const messageCharsMax = 40_000;

/** In no order, and they may overlap. */
export function pastedIn(message: string): readonly Range[] {
  const text = message.slice(0, messageCharsMax);
  const lines = linesOf(text);
  const from = handedOverFrom(lines, text);
  const wrapped = [...text.matchAll(wrapper)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return [
    ...strangeBlocks(lines),
    ...wrapped,
    ...(from === null ? [] : [{ start: from, end: message.length }]),
  ];
}
