import type { FileReport } from '../check';
import { github } from './github';
import { json } from './json';
import { sarif } from './sarif';
import { text } from './text';

/** Turns the reports of all files into what is printed. */
export type Reporter = (reports: readonly FileReport[]) => string;

export const reporters = { text, json, sarif, github } satisfies Record<string, Reporter>;
