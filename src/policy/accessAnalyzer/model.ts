/**
 * IAM Access Analyzer's shapes, with the names of its API. `src/iam` has the same ones of its own,
 * for neither layer knows the other.
 * @see https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ValidatePolicyFinding.html
 */
export interface WireFinding {
  findingDetails: string;
  findingType: WireFindingType;
  issueCode: string;
  learnMoreLink: string;
  locations: WireLocation[];
}

export type WireFindingType = 'ERROR' | 'SECURITY_WARNING' | 'WARNING' | 'SUGGESTION';

export interface WireLocation {
  path: PathElement[];
  span: WireSpan;
}

/** One step into the document; exactly one of them is there. */
export type PathElement =
  | { index: number }
  /** The key itself. */
  | { key: string }
  /** The value under a key. */
  | { value: string }
  /** A part of a string, counted from 0 in its value. */
  | { substring: { start: number; length: number } };

export interface WireSpan {
  start: WirePosition;
  /** Exclusive. */
  end: WirePosition;
}

export interface WirePosition {
  /** From 1. */
  line: number;
  /** From 0. */
  column: number;
  /** From 0, through the document. */
  offset: number;
}

export const policyTypes = [
  'IDENTITY_POLICY',
  'RESOURCE_POLICY',
  'SERVICE_CONTROL_POLICY',
  'RESOURCE_CONTROL_POLICY',
] as const;
export type PolicyType = (typeof policyTypes)[number];

/** Resource types that ValidatePolicy has checks of their own for, November 2026. */
export const validateResourceTypes = [
  'AWS::S3::Bucket',
  'AWS::S3::AccessPoint',
  'AWS::S3::MultiRegionAccessPoint',
  'AWS::S3ObjectLambda::AccessPoint',
  'AWS::IAM::AssumeRolePolicyDocument',
  'AWS::DynamoDB::Table',
] as const;
export type ValidateResourceType = (typeof validateResourceTypes)[number];
