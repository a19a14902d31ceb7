import type { FileReport } from '../check';

/** An array with one object per input. */
export function json(reports: readonly FileReport[]): string {
  return `${JSON.stringify(reports, undefined, 2)}\n`;
}
