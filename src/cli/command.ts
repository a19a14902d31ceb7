import type { PolicyLanguage } from '../policy/index';

/** Nothing at or above the threshold; something; could not run. */
export const EXIT = { clean: 0, found: 1, failed: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The world of a run, so that tests can stand in for it. */
export interface Io {
  /** Throws what node:fs throws. `-` is standard input. */
  read: (file: string) => Promise<Buffer>;
  write: (file: string, text: string) => Promise<void>;
  out: (text: string) => void;
  err: (text: string) => void;
  /** Reads the catalog on first use. */
  language: () => PolicyLanguage;
}

/** One subcommand: its words for the help, and what it does with the arguments behind its name. */
export interface Subcommand {
  name: string;
  usage: string;
  /** A sentence. */
  summary: string;
  /** Lines that explain the options. */
  options: readonly string[];
  /** Throws a {@link UsageError} when the arguments make no sense. */
  run: (args: string[], io: Io) => Promise<ExitCode>;
}

/** The arguments make no sense; the message says which and why. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
