import { checks } from '../policy/checks/index';
import { sourceOf } from '../policy/check';
import { policyKinds, severities, type Finding, type PolicyKind } from '../policy/index';
import { jsonPathAt } from '../policy/jsonPath';
import { Lines, type Range } from '../policy/lines';
import { oneOf, readArguments } from './arguments';
import { EXIT, UsageError, type Io, type Subcommand } from './command';
import { readInputs, type Input } from './input';
import { reporters } from './reporters/index';

/** What `--format json` gives for one finding; the other formats are made from it. */
export interface ReportedFinding {
  code: string;
  severity: Finding['severity'];
  message: string;
  range: Range;
  /** `Statement[0].Action[1]`; empty for the document as a whole. */
  path: string;
  /** The page that explains the code. */
  url: string;
  fixes?: { title: string; edits: { range: Range; newText: string }[] }[];
}

export interface FileReport {
  file: string;
  kind: PolicyKind;
  findings: ReportedFinding[];
}

const AUTO = 'auto';
const kinds = [AUTO, ...policyKinds.filter((kind) => kind !== 'unknown')] as const;
const formats = ['text', 'json', 'sarif', 'github'] as const;

export const check: Subcommand = {
  name: 'check',
  usage: 'check [--kind KIND] [--format FORMAT] [--min-severity SEVERITY] FILE…',
  summary: 'Finds what AWS would refuse and what is unsafe. A FILE of - is standard input.',
  options: [
    `--kind KIND              ${kinds.join(', ')}; auto goes by name and content (default)`,
    `--format FORMAT          ${formats.join(', ')} (default text)`,
    `--min-severity SEVERITY  ${severities.join(', ')} (default suggestion)`,
  ],
  async run(args, io) {
    const { values, positionals } = readArguments(args, {
      kind: { type: 'string', default: AUTO },
      format: { type: 'string', default: 'text' },
      'min-severity': { type: 'string', default: 'suggestion' },
    });
    const kind = oneOf('kind', values.kind, kinds);
    const reporter = reporters[oneOf('format', values.format, formats)];
    const threshold = oneOf('min-severity', values['min-severity'], severities);
    if (positionals.length === 0) throw new UsageError('check needs at least one FILE, or -.');
    const { inputs, failed } = await readInputs(positionals, io);
    const counted = severities.slice(0, severities.indexOf(threshold) + 1);
    const reports = inputs.map((input) => reportOn(input, kind, counted, io));
    io.out(reporter(reports));
    if (failed) return EXIT.failed;
    return reports.some(({ findings }) => findings.length > 0) ? EXIT.found : EXIT.clean;
  },
};

function reportOn(
  { file, text }: Input,
  asked: (typeof kinds)[number],
  counted: readonly string[],
  io: Io,
): FileReport {
  const language = io.language();
  const document = language.parse(text);
  const kind = asked === AUTO ? language.kindOf(document, file) : asked;
  const lines = new Lines(text);
  const findings = language
    .check(document, { kind })
    .filter(({ severity }) => counted.includes(severity))
    .map(({ code, severity, message, offset, end, fixes }): ReportedFinding => ({
      code,
      severity,
      message,
      range: lines.rangeOf({ offset, end }),
      path: jsonPathAt(document.tree, offset),
      url: urlOf(code),
      ...(fixes.length > 0 && {
        fixes: fixes.map(({ title, edits }) => ({
          title,
          edits: edits.map((edit) => ({ range: lines.rangeOf(edit), newText: edit.text })),
        })),
      }),
    }));
  return { file, kind, findings };
}

const PAGE =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html';
let byCode: Map<string, string> | undefined;

function urlOf(code: string): string {
  byCode ??= new Map(checks.map((each) => [each.code, sourceOf(each)]));
  return byCode.get(code) ?? PAGE;
}
