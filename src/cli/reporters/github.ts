import type { FileReport, ReportedFinding } from '../check';
import { plainText } from '../plainText';

const commands: Record<ReportedFinding['severity'], string> = {
  error: 'error',
  'security-warning': 'warning',
  warning: 'warning',
  suggestion: 'notice',
};

function escaped(value: string): string {
  return value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(value: string | number): string {
  return escaped(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/**
 * Annotations of GitHub Actions.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function github(reports: readonly FileReport[]): string {
  return reports
    .flatMap(({ file, findings }) => findings.map((finding) => annotation(file, finding)))
    .join('');
}

function annotation(file: string, { severity, range, code, message }: ReportedFinding): string {
  const { start, end } = range;
  const properties = {
    file,
    line: start.line + 1,
    col: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    title: code,
  };
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(value)}`);
  return `::${commands[severity]} ${list.join(',')}::${escaped(plainText(message))}\n`;
}
