// What is laid out as nobody lays out what they type to an agent: letters, chats, posts, minutes. Pure looks at lines.
import { cuesIn } from './cues.ts';
import { phrasesIn } from './handed-over.ts';
import { isEmpty, type Line, type Range } from './lines.ts';

const shortLineCharsMax = 60;
const signatureLinesMax = 3;

const header =
  /^\s*(?:subject|from|to|cc|date|sent|reply-to|betreff|von|an|gesendet|datum|objet|de|à|envoyé|asunto|para|enviado|assunto|oggetto|da|onderwerp|aan|temat|do|тема|от|от кого|кому|від|主题|主題|发件人|寄件者|收件人|件名|差出人|宛先|제목|보낸 사람|받는 사람)\s*[:：]\s*\S/iu;
/** "Hello Priya,": a person's name, which may be what its owner calls an agent; it counts with a farewell only. */
const toSomebody =
  /^\s*(?:hi|hello|hey|dear|good morning|hallo|liebe[rs]?|moin|bonjour|salut|cher|chère|hola|querid[oa]|olá|oi|car[oa]|ciao|beste|hej|cześć|drogi|droga|ahoj|привет|здравствуйте|добрый день|привіт|вітаю)\s+(\p{Lu}[\p{L}'’-]+)(?:\s+\p{Lu}[\p{L}'’-]+)?\s*[,!:：]?\s*$/iu;
const agents =
  /^(?:claude|codex|gpt|chatgpt|copilot|gemini|openclaw|cursor|agent|assistant|there|buddy|ai|bot)$/iu;
const thanks =
  /^\s*(?:thanks|thank you|many thanks|thx|cheers|best|danke|vielen dank|merci|gracias|obrigad[oa]|grazie|bedankt|dzięki|díky|tack|teşekkürler|спасибо|дякую)\b[^\n]{0,30}$/iu;
const sentFrom =
  /^\s*(?:sent from my|get outlook for|gesendet von meinem|envoyé de mon|enviado desde mi|enviado do meu|inviato da|отправлено с)/iu;

const openingCharsMax = 24;

/** It begins with such a phrase, or is hardly more than that. */
const opensWith = (line: Line, kind: 'toOthers' | 'closes'): boolean =>
  line.text.length <= shortLineCharsMax &&
  phrasesIn(line).some(
    ({ name, start }) =>
      name === kind && (start === line.text.search(/\S/u) || line.text.trim().length <= openingCharsMax),
  );

/** A greeting stands alone on its line, or ends it off with a comma. */
const greetsOthers = (line: Line): boolean =>
  opensWith(line, 'toOthers') && (/[,!:：，。、.]\s*$/u.test(line.text) || line.text.trim().length <= 30);

const greetsSomebody = (line: Line): boolean => {
  const name = toSomebody.exec(line.text)?.[1];
  return name !== undefined && /^\p{Lu}/u.test(name) && !agents.test(name);
};

/** The last line of the signature below a farewell; -1 where what follows is no signature. */
function signatureEnd(lines: readonly Line[], farewell: number): number {
  let end = farewell;
  for (let i = farewell + 1; i < lines.length && i <= farewell + signatureLinesMax + 1; i++) {
    const line = lines[i];
    if (line === undefined || line.text.length > shortLineCharsMax) break;
    if (isEmpty(line)) {
      if (end > farewell) break;
      continue;
    }
    end = i;
  }
  return end;
}

/** Letters: from their greeting or the message's beginning to their signature, or to the end where none is found. */
export function letters(lines: readonly Line[]): Range | null {
  const last = lines.at(-1);
  if (last === undefined || lines.length === 1) return null;
  const headers = lines.findIndex(
    ({ text }, i) => header.test(text) && header.test(lines[i + 1]?.text ?? ''),
  );
  if (headers !== -1) return { start: lines[headers]?.start ?? 0, end: last.end };
  const group = lines.findIndex(greetsOthers);
  const greeting = group === -1 ? lines.findIndex(greetsSomebody) : group;
  const isFarewell = (line: Line, i: number): boolean =>
    i > greeting &&
    (opensWith(line, 'closes') || sentFrom.test(line.text) || (greeting !== -1 && thanks.test(line.text)));
  const farewell = lines.findIndex(isFarewell);
  if (farewell === -1) {
    const isMore = group !== -1 && lines.slice(group + 1).some((line) => !isEmpty(line));
    return isMore ? { start: lines[group]?.start ?? 0, end: last.end } : null;
  }
  const end = signatureEnd(lines, farewell);
  const isSigned = end > farewell || sentFrom.test(lines[farewell]?.text ?? '') || group !== -1;
  if (!isSigned) return null;
  return { start: greeting === -1 ? 0 : (lines[greeting]?.start ?? 0), end: lines[end]?.end ?? last.end };
}

const spoken =
  /^\s*(?:[[(]?\d{1,2}:\d{2}[^\])\n]{0,20}[\])]?\s*[-–]?\s*)?<?@?(\p{L}[\p{L}\p{M}\p{N} ._'’-]{0,24}?)>?\s*(?:[[(]\d{1,2}:\d{2}[^\])\n]{0,10}[\])]\s*)?(?:[:：>]\s*|\s{0}(?<=>)\s)(\S.*)$/u;
const stamped =
  /^\s*(?:[[(]?\d{1,2}:\d{2}(?:[,\s][^\])\n]{0,20})?[\])]?\s+[-–]?\s*<?\p{L}|<[\p{L}][\p{L}\p{N} ._-]{0,24}>\s)/u;
/** "Dana Kim  10:02 AM", "李娜 10:02" alone on a line, with words below it. */
const nameAndTime =
  /^\s*\p{L}[\p{L}\p{M} .'’-]{0,30}[,\s]\s*(?:\d{1,2}[./ ]\s*\p{L}{0,9}\.?\s*(?:at\s*)?)?\d{1,2}:\d{2}(?:\s*[ap]\.?m\.?)?\s*$/iu;
const me = /^(?:me|you|i|ich|du|moi|yo|tú|eu|io|ik|ja|já|jag|ben|я|我|私|僕|나|저|أنا|मैं)$/iu;
const calledOut = /(?:^|\s)@(?:channel|here|all|everyone|team)\b/iu;
const replyOnly =
  /^(?:\+1|ok(?:ay)?|sure|lol|👍|yes|no|right|done|agreed|passt|vale|好的?|はい|네|ок|да)[.!]?$/iu;

/** "Remember:", "list.md:": no name of anybody. */
const isLabel = (name: string): boolean =>
  /\.\w{1,5}$/u.test(name) || name.split(/\s+/u).length > 3 || cuesIn(`${name}: `).length > 0;

/** Chats: lines that begin with who speaks, where the same come again, or one of them is "me". */
export function chats(lines: readonly Line[]): Range | null {
  const full = lines.filter((line) => !isEmpty(line) && !line.isStrange);
  const turns = full.flatMap((line) => {
    const match = spoken.exec(line.text);
    return match && !isLabel(match[1] ?? '')
      ? [{ line, who: (match[1] ?? '').trim().toLowerCase(), said: (match[2] ?? '').trim() }]
      : [];
  });
  const headed = full.filter(({ text }) => nameAndTime.test(text));
  const called = full.find(({ text }) => calledOut.test(text));
  const names = turns.map(({ who }) => who);
  const alternates = names.some((who, i) => i > 1 && who === names[i - 2] && who !== names[i - 1]);
  const isTalk =
    (turns.length >= 2 &&
      (alternates || names.some((who) => me.test(who)) || turns.some(({ said }) => replyOnly.test(said)))) ||
    turns.some(({ line }) => stamped.test(line.text));
  const starts = [
    ...(isTalk ? turns.map(({ line }) => line.start) : []),
    ...headed.map(({ start }) => start),
    ...(called ? [called.start] : []),
  ];
  const end = full.at(-1)?.end;
  return starts.length === 0 || end === undefined ? null : { start: Math.min(...starts), end };
}

// Each alone on a short line is what a site writes around words, and nobody types.
const siteLine =
  /^\s*(?:[★☆⭐✩✭]{2,}|verified (?:buyer|purchase|customer)|posted by |reposted|retweeted|read more\b|learn more\b|weiterlesen|lire la suite|leer más|leia mais|leggi tutto|lees meer|czytaj dalej|читать дальше|читати далі|阅读全文|閱讀全文|続きを読む|더 보기|unsubscribe|abbestellen|abmelden|se désabonner|darse de baja|cancelar inscrição|退订|配信停止|all rights reserved|©|apply now|sign up|subscribe|share this|was this (?:helpful|article)|table of contents|last updated|\d+ min(?:ute)? read)|\b\d+\s*(?:replies|likes|comments|points|upvotes|retweets|reposts|views|shares|antworten|kommentare|réponses|commentaires|comentarios|respuestas|comentários|条评论|赞|件のコメント|комментари)|·\s*\d+\s*(?:h|m|d|min|hrs?|std|j)\b|(?:#\p{L}[\p{L}\p{N}_]+\s*){2,}$/iu;
const minutes =
  /^\s*(?:present|attendees|participants|anwesend|teilnehmer|présents|participants|asistentes|asistieron|presentes|participantes|presenti|aanwezig|obecni|přítomni|närvarande|katılanlar|присутствовали|участники|присутні|出席者?|参会|參會|参加者|与会|참석자)\s*[:：]\s*\S/iu;
const section = /^\s*(?:§\s*)?\d{1,2}\.\d{1,2}\.?\s+\p{Lu}/u;

/** Posts, reviews, minutes, terms: a line of theirs makes all of the message theirs. */
export function published(lines: readonly Line[]): Range | null {
  const full = lines.filter((line) => !isEmpty(line));
  const [first, last] = [full[0], full.at(-1)];
  if (first === undefined || last === undefined || full.length < 2) return null;
  const isTheirs =
    full.some(
      ({ text }) => text.length <= 2 * shortLineCharsMax && (siteLine.test(text) || minutes.test(text)),
    ) || full.filter(({ text }) => section.test(text)).length >= 2;
  return isTheirs ? { start: first.start, end: last.end } : null;
}
