/**
 * What IAM Access Analyzer is asked and answers, narrowed from the SDK's shapes.
 * @see https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_Operations.html
 */
export interface AnalyzerFinding {
  findingDetails: string;
  findingType: 'ERROR' | 'SECURITY_WARNING' | 'WARNING' | 'SUGGESTION';
  issueCode: string;
  learnMoreLink: string;
  locations: AnalyzerLocation[];
}

export interface AnalyzerLocation {
  path: AnalyzerPathElement[];
  span: { start: AnalyzerPosition; end: AnalyzerPosition };
}

export type AnalyzerPathElement =
  | { index: number }
  | { key: string }
  | { value: string }
  | { substring: { start: number; length: number } };

export interface AnalyzerPosition {
  /** From 1. */
  line: number;
  /** From 0. */
  column: number;
  /** From 0. */
  offset: number;
}

export type AnalyzerPolicyType =
  'IDENTITY_POLICY' | 'RESOURCE_POLICY' | 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';

/** What the custom policy checks take. */
export type CheckedPolicyType = Extract<AnalyzerPolicyType, 'IDENTITY_POLICY' | 'RESOURCE_POLICY'>;

export interface ValidatePolicyQuestion {
  document: string;
  policyType: AnalyzerPolicyType;
  /** With RESOURCE_POLICY only: `AWS::S3::Bucket`. */
  resourceType?: string;
}

/** Access that a policy should not grant; at least one of the lists has something. */
export interface Access {
  /** As an action of a policy, patterns too. */
  actions: string[];
  /** ARNs, with wildcards in the resource's own part only. */
  resources: string[];
}

/** The answer of a custom policy check. */
export interface AccessCheck {
  /** True: the policy does not do what was asked about. */
  passed: boolean;
  message: string;
  reasons: AccessCheckReason[];
}

export interface AccessCheckReason {
  description: string;
  /** From 0. */
  statementIndex?: number;
  statementId?: string;
}

export interface AnalyzerCallOptions {
  signal?: AbortSignal;
}

/**
 * IAM Access Analyzer's opinion on policies. Reads all of them: allowed on a read-only connection.
 * Every method rejects with an IamError; `invalidInput` before a call that AWS would refuse.
 */
export interface AccessAnalyzer {
  /** Free of charge. All pages, in English. */
  validatePolicy(
    question: ValidatePolicyQuestion,
    options?: AnalyzerCallOptions,
  ): Promise<AnalyzerFinding[]>;
  /** Charged by AWS for each call. */
  checkNoNewAccess(
    question: { existing: string; updated: string; policyType: CheckedPolicyType },
    options?: AnalyzerCallOptions,
  ): Promise<AccessCheck>;
  /** Charged by AWS for each call. */
  checkAccessNotGranted(
    question: { document: string; access: Access; policyType: CheckedPolicyType },
    options?: AnalyzerCallOptions,
  ): Promise<AccessCheck>;
  /** Charged by AWS for each call. `resourceType`: `AWS::S3::Bucket`. */
  checkNoPublicAccess(
    question: { document: string; resourceType: string },
    options?: AnalyzerCallOptions,
  ): Promise<AccessCheck>;
}
