// The words by which instructions name kinds and agents, and leave things out. A language is one more word in a list.
import type { MemoryKind } from '../../../shared/memory.ts';
import type { AgentKind } from '../../../shared/transcript.ts';

/** Beginnings of words, lower case. */
export const kindWords: Readonly<Record<MemoryKind, readonly string[]>> = {
  preference: ['preference', 'convention', 'style', 'rule', 'vorlieb', 'konvention', 'regel', 'préférence', 'règle', 'preferenc', 'regla', 'regra', 'regola', 'voorkeur', '偏好', '约定', '規則', '规则', '好み', 'ルール', '선호', 'предпочт', 'правил'],
  correction: ['correction', 'mistake', 'slip', 'korrektur', 'fehler, die', 'correcc', 'correç', 'correzion', 'correctie', '纠正', '更正', '訂正', '수정', 'исправл'],
  decision: ['decision', 'change', 'entscheidung', 'décision', 'decisi', 'besluit', '决定', '決定', '変更', '결정', 'решени'],
  fact: ['fact', 'fakt', 'tatsache', 'fait', 'dato', 'feit', '事实', '事実', '사실', 'факт'],
  'error-fix': ['error', 'failure', 'fix', 'fehler', 'erreur', 'erro', 'errore', 'fout', '错误', '报错', 'エラー', '오류', 'ошибк'],
  workflow: ['workflow', 'way of working', 'ways of working', 'procedure', 'ablauf', 'arbeitsweise', 'procédure', 'flujo', 'fluxo', 'procedura', 'werkwijze', '流程', '手順', '절차', 'процедур'],
  note: ['note', 'notiz', '笔记'],
};

export const agentNames: Readonly<Record<AgentKind, readonly string[]>> = {
  'claude-code': ['claude code', 'claude-code', 'claude'],
  codex: ['codex'],
  openclaw: ['openclaw', 'open claw', 'clawdbot', 'moltbot'],
};

export const ignoreWords: readonly string[] = [
  'ignore', 'ignoring', 'leave out', 'leaving out', 'skip', 'without', 'except', 'exclude', 'not about', 'nothing about', 'do not', "don't", 'no ', 'never mind', 'forget about',
  'ignorier', 'lass weg', 'ohne', 'außer', 'nicht ', 'kein', 'ignore', 'sans', 'sauf', 'ignora', 'sin ', 'excepto', 'sem ', 'exceto', 'senza', 'tranne', 'negeer', 'zonder', 'behalve',
  '忽略', '不要', '除了', '跳过', '無視', '除いて', '以外', '무시', '제외', 'игнорир', 'кроме', 'без ',
];

export const onlyWords: readonly string[] = ['only', 'nothing but', 'just ', 'nur ', 'seulement', 'uniquement', 'solo ', 'sólo', 'solamente', 'apenas', 'soltanto', 'alleen', '只', '仅', 'だけ', 'のみ', '만 ', 'только'];
