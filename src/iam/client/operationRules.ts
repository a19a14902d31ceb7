/** How a call may be repeated when nobody knows whether it was carried out. */
export type Repeatability =
  /** Changes nothing. */
  | 'read'
  /** Changes nothing, and AWS charges for each time. */
  | 'charged'
  /** A write that ends in the same state when it is carried out twice. */
  | 'repeatable'
  /** A repeated call would make a second thing, or fail because of the first. */
  | 'once';

const READS = /^(?:Get|List|Generate|Simulate|Validate|Check)/;

/** Of the writes that make nothing, those that must not be carried out twice. */
const ONCE = new Set([
  'ChangePassword',
  'EnableMFADevice',
  'ResyncMFADevice',
  'AddRoleToInstanceProfile',
  'UploadSigningCertificate',
  'UploadSSHPublicKey',
  'UploadServerCertificate',
  'ResetServiceSpecificCredential',
]);

/** Inputs that name a thing anew: after the first call the old name is gone. */
const RENAMES = ['NewUserName', 'NewGroupName', 'NewServerCertificateName'];

/** Names of inputs that must not appear in any text. */
const SECRET_INPUTS = [
  'Password',
  'OldPassword',
  'NewPassword',
  'PrivateKey',
  'AddPrivateKey',
  'AuthenticationCode1',
  'AuthenticationCode2',
  'TokenCode',
];

/** True for every operation that may change something: reading ones are known by their first word. */
export function isWrite(operation: string): boolean {
  return !READS.test(operation);
}

/** What a repeated call does. Nothing is known of a new operation: it is sent once. */
export function repeatability(operation: string, input: object): Repeatability {
  if (!isWrite(operation)) return operation.startsWith('Check') ? 'charged' : 'read';
  if (operation.startsWith('Create') || ONCE.has(operation)) return 'once';
  if (RENAMES.some((name) => (input as Record<string, unknown>)[name] !== undefined)) return 'once';
  return /^(?:Add|Attach|Deactivate|Delete|Detach|Put|Remove|Set|Tag|Untag|Update)/.test(operation)
    ? 'repeatable'
    : 'once';
}

/** Whether a call leaves nothing in doubt: it may be given up at any time. */
export function changesNothing(how: Repeatability): boolean {
  return how === 'read' || how === 'charged';
}

/** Whether a call must not be sent again when it may have been carried out. */
export function isSentOnce(how: Repeatability): boolean {
  return how === 'once' || how === 'charged';
}

/** True for calls that are done when what they take away is gone. */
export function isRemoval(operation: string): boolean {
  return /^(?:Deactivate|Delete|Detach|Remove|Untag)/.test(operation);
}

/** The values of an input that must not appear in any text. */
export function secretsOf(input: object): string[] {
  return SECRET_INPUTS.map((name) => (input as Record<string, unknown>)[name]).filter(
    (value): value is string => typeof value === 'string',
  );
}

/** True for the operations of IAM Access Analyzer, a service of its own. */
export function isAnalyzerOperation(operation: string): boolean {
  return /^(?:Validate|Check)/.test(operation);
}
