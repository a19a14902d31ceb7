import { pathToFileURL } from 'node:url';
import type { FileReport, ReportedFinding } from '../check';

const levels: Record<ReportedFinding['severity'], string> = {
  error: 'error',
  'security-warning': 'warning',
  warning: 'warning',
  suggestion: 'note',
};

/** SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function sarif(reports: readonly FileReport[]): string {
  const urls = new Map(
    reports.flatMap(({ findings }) =>
      findings.map(({ code, url }): [string, string] => [code, url]),
    ),
  );
  const rules = [...urls].map(([id, helpUri]) => ({ id, helpUri }));
  const ids = rules.map(({ id }) => id);
  const results = reports.flatMap(({ file, findings }) =>
    findings.map((finding) => resultOf(file, finding, ids.indexOf(finding.code))),
  );
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'iam-policy', rules } },
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function resultOf(file: string, finding: ReportedFinding, ruleIndex: number) {
  const { start, end } = finding.range;
  return {
    ruleId: finding.code,
    ruleIndex,
    level: levels[finding.severity],
    message: { text: finding.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          region: {
            startLine: start.line + 1,
            startColumn: start.character + 1,
            endLine: end.line + 1,
            endColumn: end.character + 1,
          },
        },
        ...(finding.path !== '' && {
          logicalLocations: [{ fullyQualifiedName: finding.path }],
        }),
      },
    ],
  };
}

/** Relative files stay relative, so that the log fits any checkout. */
function uriOf(file: string): string {
  if (file === '-') return 'stdin';
  if (/^(?:[A-Za-z]:)?[\\/]/.test(file)) return pathToFileURL(file).href;
  return file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
}
