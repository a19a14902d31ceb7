import type { FileReport } from '../check';
import { plainText } from '../plainText';

/** `file:line:column: severity: message [CODE]`, lines and columns from 1, as compilers print it. */
export function text(reports: readonly FileReport[]): string {
  const lines = reports.flatMap(({ file, findings }) =>
    findings.map(({ range: { start }, severity, message, code }) => {
      const place = `${plainText(file)}:${start.line + 1}:${start.character + 1}`;
      return `${place}: ${severity}: ${plainText(message)} [${code}]`;
    }),
  );
  const count = lines.length;
  const files = `${reports.length} ${reports.length === 1 ? 'file' : 'files'}`;
  const total = count === 0 ? 'no findings' : `${count} ${count === 1 ? 'finding' : 'findings'}`;
  return [...lines, `${total} in ${files}`, ''].join('\n');
}
