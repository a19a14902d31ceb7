import type { Catalog } from './catalog/catalog';
import type {
  ActionValue,
  ConditionEntry,
  PolicyDocument,
  PrincipalValue,
  ResourceValue,
  Statement,
} from './document';
import type { Finding, Fix, Severity } from './finding';
import type { PolicyKind } from './kind';
import type { Span } from './syntax';

export interface CheckContext {
  catalog: Catalog;
  kind: PolicyKind;
  /** Of a policy of a resource: the prefix of the service whose resource it is on, where that is known. */
  service?: string;
  /** The connected account, which a fix may write in. Findings do not depend on it. */
  accountId?: string;
  document: PolicyDocument;
}

export interface ReportOptions {
  fixes?: Fix[];
  /** When this case is worse or better than the check's usual one. */
  severity?: Severity;
  related?: Finding['related'];
}

/** Reports one finding at a place of the document. The message is one sentence or two, plain text. */
export type Report = (at: Span, message: string, options?: ReportOptions) => void;

/**
 * One check: its facts, and the functions that look at the parts of a document. A part is handed
 * to a function once; a check that must see several parts together takes the statement or document.
 * Whether `action`, `resource` and `condition` find something depends on the value or the condition
 * alone (with kind, service, catalog and Version): those without findings are remembered and not
 * looked at again.
 */
export interface Check {
  /** Access Analyzer's name for it where there is one, in upper snake case. */
  code: string;
  severity: Severity;
  /** A few words. */
  title: string;
  /** What is wrong and what AWS does with it; the text of the check's page. */
  description: string;
  /** The page of AWS that the rule is taken from; by default its entry in Access Analyzer's reference. */
  source?: string;
  /** A check of this product that Access Analyzer does not have. */
  own?: boolean;
  /** Kinds of policy that the rule holds for; all when absent. */
  kinds?: readonly PolicyKind[];
  document?(document: PolicyDocument, report: Report, context: CheckContext): void;
  statement?(statement: Statement, report: Report, context: CheckContext): void;
  action?(action: ActionValue, report: Report, context: CheckContext): void;
  resource?(resource: ResourceValue, report: Report, context: CheckContext): void;
  principal?(principal: PrincipalValue, report: Report, context: CheckContext): void;
  condition?(condition: ConditionEntry, report: Report, context: CheckContext): void;
  /** Like `condition`, for what the rest of the statement decides. */
  conditionInStatement?(condition: ConditionEntry, report: Report, context: CheckContext): void;
}

const categories: Readonly<Record<Severity, string>> = {
  error: 'error',
  'security-warning': 'security-warning',
  warning: 'general-warning',
  suggestion: 'suggestion',
};

/** The AWS page that a check's rule comes from. */
export function sourceOf(check: Check): string {
  if (check.source) return check.source;
  const name = check.code.toLowerCase().replaceAll('_', '-');
  const page = 'access-analyzer-reference-policy-checks';
  return `https://docs.aws.amazon.com/IAM/latest/UserGuide/${page}.html#${page}-${categories[check.severity]}-${name}`;
}
