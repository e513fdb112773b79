// The certificate in words: what was done, how it was checked, and what it could not reach. It holds no word of what was
// forgotten.
import type { ForgetCertificate, ForgetCounts } from '../../../shared/forgetting.ts';

const kindWords: Readonly<Record<ForgetCertificate['kind'], string>> = {
  entry: 'a fact',
  session: 'a session',
  source: 'a source',
  word: 'a word or phrase',
  redaction: 'the text of one version of an entry',
};

const countWords: Readonly<Record<keyof ForgetCounts, string>> = {
  sessions: 'sessions removed',
  turns: 'turns removed',
  blankedTurns: 'turns with words blanked',
  keptTurns: 'turns kept, because another session holds them as well',
  memoryFiles: 'memory files removed from our record',
  memoryLines: 'lines of memory files removed from our record',
  closedEntries: 'entries of memory closed',
  weakenedEntries: 'entries of memory that lost a proof and stand on others',
  blankedVersions: 'versions of entries blanked, their rows kept',
  otherTexts: 'other texts cleaned (changes, reasons, diaries, receipts)',
  fileCopies: 'copies of agents’ files blanked',
};

export function certificateText(certificate: ForgetCertificate): string {
  const { counts, cleaning, scan, tombstones } = certificate;
  const lines = Object.entries(countWords).flatMap(([name, words]) => {
    const count = counts[name as keyof ForgetCounts];
    return count === 0 ? [] : [`  ${count} ${words}`];
  });
  return [
    `Certificate ${certificate.number}`,
    `Forgotten at your wish on ${new Date(certificate.atMs).toISOString()}: ${kindWords[certificate.kind]}.`,
    '',
    ...(lines.length > 0 ? lines : ['  Nothing else had to be changed.']),
    '',
    `Cleaned: the log was ${cleaning.logEmptied ? '' : 'not '}emptied; the file was ${cleaning.fileRewritten ? '' : 'not '}written anew; ${cleaning.removedCopies} older copies of the store removed.`,
    scan.files === 0
      ? 'Looked for: not.'
      : `Looked for in ${scan.files} files (${scan.bytes} bytes) and ${scan.texts} texts of the store: found ${scan.hits} times.`,
    ...scan.where.map((place) => `  still in ${place}`),
    `Tombstones: ${tombstones.count}, SHA-256 ${tombstones.sha256}`,
    '',
    ...certificate.notes,
    '',
  ].join('\n');
}
