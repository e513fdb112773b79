// What every importer is: a reader of lines that knows one agent's format, and nothing of files or of the store.
import type { AgentKind, SkippedLine, Transcript } from '../../../shared/transcript.ts';

/** What has been read since the last `take`. A session may come in several parts; each part holds only its new turns. */
export interface ReadPart {
  readonly transcripts: readonly Transcript[];
  readonly skipped: readonly SkippedLine[];
}

export interface LineReader {
  /**
   * One line without its line end. Never throws, whatever the bytes.
   * `startByte` and `endByte` are its place in the file, the line end left out.
   */
  line(text: string, startByte: number, endByte: number): void;
  /** A line that was too long to be handed over: its place is kept. */
  tooLong(startByte: number, endByte: number): void;
  take(): ReadPart;
  /** All it needs to go on with the next line another day, as text of its own making. */
  state(): string;
}

export interface ImportedFile {
  /** Below the home folder where it lies there, else absolute. */
  readonly path: string;
  /** The file's name without folder. */
  readonly name: string;
  /** The newest time that the file's system gives; for transcripts without times. */
  readonly modifiedMs: number;
}

export interface Importer {
  readonly agent: AgentKind;
  /** `state` is what `state()` of an earlier reader of the same file gave, or null. A state it does not know starts anew. */
  open(file: ImportedFile, state: string | null): LineReader;
}

/** The most characters of one turn's text that are kept; the rest is counted in `cutChars`. 256 K: the 99.9th
 * percentile of a turn in 455 real files is below it. */
export const textMax = 262_144;
