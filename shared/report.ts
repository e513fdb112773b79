// What a person hands on where something went wrong: a report without secrets, folders or words of theirs.

/** What a report says of the app besides what the store knows. */
export interface ReportAbout {
  readonly version: string;
  readonly host: 'desktop' | 'browser' | 'command line';
  readonly platform: string;
  readonly node: string;
  /** The text of its log; null for none. */
  readonly log: string | null;
}

export interface ReportAnswers {
  /** Markdown. No secret, no folder of a home, no word of a session or of memory. Also where the store cannot be opened. */
  reportOf(about: ReportAbout): Promise<string>;
  /** The end of a log without secrets and folders. */
  shownLog(log: string): string;
}
