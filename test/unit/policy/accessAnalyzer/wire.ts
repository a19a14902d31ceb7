import type { PathElement, WireFinding } from '../../../../src/policy/accessAnalyzer/model';

export type Step = string | number;

/** `['Statement', 0, 'Sid']` as Access Analyzer writes it. */
export const path = (...steps: Step[]): PathElement[] =>
  steps.map((step) => (typeof step === 'number' ? { index: step } : { value: step }));

/** A finding at a path, with a span that says nothing. */
export function at(code: string, steps: PathElement[], more: Partial<WireFinding> = {}) {
  const nowhere = { line: -1, column: -1, offset: -1 };
  return {
    issueCode: code,
    findingType: 'ERROR',
    findingDetails: `${code} by AWS`,
    learnMoreLink: `https://docs.aws.amazon.com/IAM/latest/UserGuide/x.html#${code}`,
    locations: [{ path: steps, span: { start: nowhere, end: nowhere } }],
    ...more,
  } satisfies WireFinding;
}
