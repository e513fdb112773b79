// Writes the memory as Markdown, for people and for carrying elsewhere.
import { withSecretsInWords } from '../../../shared/masked-words.ts';
import type { MemoryEntry, MemoryVersion } from '../../../shared/memory.ts';

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

function lines(entry: MemoryEntry): readonly string[] {
  const sessions = new Set(entry.evidence.map((e) => e.session)).size;
  const from =
    entry.origin === 'file'
      ? entry.places.map((place) => `${place.path}:${place.line}`).join(', ')
      : `${sessions} ${sessions === 1 ? 'session' : 'sessions'}, score ${(entry.score ?? 0).toFixed(2)}`;
  return [`- ${oneLine(entry.text)} <!-- ${entry.id} · ${entry.kind} · ${from.replaceAll('--', '- -')} -->`];
}

export function exportMemory(version: MemoryVersion): string {
  const active = version.entries.filter((entry) => entry.status === 'active');
  const scopes = [...new Set(active.map((entry) => entry.scope))].sort((a, b) =>
    a === 'global' ? -1 : b === 'global' ? 1 : a < b ? -1 : 1,
  );
  const parts = scopes.flatMap((scope) => [
    `## ${scope === 'global' ? 'Everywhere' : scope.replace(':', ' ')}`,
    '',
    ...active.filter((entry) => entry.scope === scope).flatMap(lines),
    '',
  ]);
  return withSecretsInWords(
    [
      '# Memory',
      '',
      `Version ${version.number} of ${new Date(version.createdAtMs).toISOString().slice(0, 10)}.`,
      '',
      ...parts,
    ].join('\n'),
  );
}
