import type {
  PathElement,
  Position,
  ReasonSummary,
  ValidatePolicyFinding,
} from '@aws-sdk/client-accessanalyzer';
import type {
  AccessCheck,
  AccessCheckReason,
  AnalyzerFinding,
  AnalyzerPathElement,
  AnalyzerPosition,
} from './model';

/** The SDK's shapes, in which everything may be missing, as ours. */
export function narrowFinding(finding: ValidatePolicyFinding): AnalyzerFinding {
  return {
    findingDetails: finding.findingDetails ?? '',
    findingType: finding.findingType ?? 'WARNING',
    issueCode: finding.issueCode ?? 'UNKNOWN',
    learnMoreLink: finding.learnMoreLink ?? '',
    locations: (finding.locations ?? []).map(({ path, span }) => ({
      path: narrowPath(path ?? []),
      span: { start: narrowPosition(span?.start), end: narrowPosition(span?.end) },
    })),
  };
}

/** Ends before a step of a kind that is not known: what is above it is still right. */
function narrowPath(path: readonly PathElement[]): AnalyzerPathElement[] {
  const steps: AnalyzerPathElement[] = [];
  for (const { index, key, value, substring } of path) {
    if (index !== undefined) steps.push({ index });
    else if (key !== undefined) steps.push({ key });
    else if (value !== undefined) steps.push({ value });
    else if (substring?.start !== undefined && substring.length !== undefined) {
      steps.push({ substring: { start: substring.start, length: substring.length } });
    } else break;
  }
  return steps;
}

/** -1 is no place of a document. */
function narrowPosition(position: Position | undefined): AnalyzerPosition {
  const { line = -1, column = -1, offset = -1 } = position ?? {};
  return { line, column, offset };
}

export function narrowCheck(answer: {
  result?: 'PASS' | 'FAIL';
  message?: string;
  reasons?: ReasonSummary[];
}): AccessCheck {
  return {
    passed: answer.result === 'PASS',
    message: answer.message ?? '',
    reasons: (answer.reasons ?? []).map(narrowReason),
  };
}

function narrowReason({
  description,
  statementIndex,
  statementId,
}: ReasonSummary): AccessCheckReason {
  return {
    description: description ?? '',
    ...(statementIndex === undefined ? {} : { statementIndex }),
    ...(statementId === undefined ? {} : { statementId }),
  };
}
