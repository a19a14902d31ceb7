import type { Catalog } from '../catalog/catalog';
import { checkPolicy } from '../checkPolicy';
import { accessAnalyzerCodes } from '../facts/accessAnalyzerCodes';
import type { Finding, Severity } from '../finding';
import { kindOfContent } from '../kind';
import { parsePolicy } from '../parse';
import type { PolicyType, ValidateResourceType, WireFinding, WireFindingType } from './model';
import { pathTo } from './path';
import { Positions } from './positions';
import { kindOfRequest } from './request';
import { analyzerCodesOf } from './sameFinding';

/** A request of ValidatePolicy. */
export interface ValidateRequest {
  policyDocument: string;
  policyType: PolicyType;
  validatePolicyResourceType?: ValidateResourceType;
}

const TYPES: Readonly<Record<Severity, WireFindingType>> = {
  error: 'ERROR',
  'security-warning': 'SECURITY_WARNING',
  warning: 'WARNING',
  suggestion: 'SUGGESTION',
};

/**
 * Our own findings in Access Analyzer's shape, without those of codes that it does not have. The
 * words are ours. Positions count UTF-16 code units.
 */
export function answerValidatePolicy(catalog: Catalog, request: ValidateRequest): WireFinding[] {
  const document = parsePolicy(request.policyDocument);
  const { kind, service } = kindOfRequest(
    request.policyType,
    request.validatePolicyResourceType,
    kindOfContent(document.tree),
  );
  const found = checkPolicy(document, catalog, { kind, ...(service ? { service } : {}) });
  const positions = new Positions(request.policyDocument);
  const codes = accessAnalyzerCodes();
  return found.flatMap((finding) => {
    const [code = ''] = analyzerCodesOf(finding.code);
    const known = codes.get(code);
    if (!known) return [];
    const severity = code === finding.code ? finding.severity : known.severity;
    return {
      findingDetails: finding.message,
      findingType: TYPES[severity],
      issueCode: code,
      learnMoreLink: known.url,
      locations: placesOf(finding).map((span) => ({
        path: pathTo(document.tree.root, span),
        span: { start: positions.toWire(span.offset), end: positions.toWire(span.end) },
      })),
    };
  });
}

const placesOf = (finding: Finding) => [
  finding,
  ...(finding.related ?? []).map(({ span }) => span),
];
