import type { IamErrorReason } from '../errors';

export interface ErrorRule {
  reason: IamErrorReason;
  /** What happened, a sentence. AWS's own words follow it. */
  say: string;
  /** What a person may do next, a sentence. */
  advice?: string;
}

const NEW_KEY = 'A key that was just made needs up to 15 seconds until AWS knows it everywhere.';
const SIGN_IN = 'Sign in again, then try again.';
const CLOCK = 'Set the clock of this computer, then try again.';
const WAIT = 'Wait a little and try again.';

/**
 * What the product says for each error code of IAM and STS, "Exception" cut off.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html
 */
export const ERROR_TABLE: Readonly<Record<string, ErrorRule>> = {
  EntityAlreadyExists: {
    reason: 'alreadyExists',
    say: 'Something of this name is there already; names are compared without regard to case.',
    advice: 'Use what is there, or choose another name.',
  },
  NoSuchEntity: {
    reason: 'notFound',
    say: 'It is not there, or not visible yet.',
    advice: 'Refresh and look whether it still exists.',
  },
  LimitExceeded: {
    reason: 'quota',
    say: 'A quota of the account is used up.',
    advice: 'Delete what is no longer needed, or ask AWS for a higher quota.',
  },
  ReportGenerationLimitExceeded: {
    reason: 'throttled',
    say: 'Too many reports are being made at once.',
    advice: WAIT,
  },
  DeleteConflict: {
    reason: 'deleteConflict',
    say: 'It cannot be deleted as long as something belongs to it.',
    advice: 'Remove what belongs to it first.',
  },
  MalformedPolicyDocument: {
    reason: 'malformedPolicy',
    say: 'AWS refuses the policy document.',
    advice: 'Correct the document and try again.',
  },
  MalformedCertificate: {
    reason: 'invalidCertificate',
    say: 'AWS cannot read the certificate, or it is expired or not valid yet.',
    advice: 'Upload one X.509 certificate in PEM form that is valid now.',
  },
  InvalidCertificate: {
    reason: 'invalidCertificate',
    say: 'AWS refuses the certificate.',
    advice: 'Make a new certificate, with an RSA key of 2,048 bits or more, and upload that.',
  },
  DuplicateCertificate: {
    reason: 'duplicateCertificate',
    say: 'A user of this account has this very certificate already.',
    advice: 'Make a certificate of its own for each user.',
  },
  KeyPairMismatch: { reason: 'invalidInput', say: 'The certificate and the key do not fit.' },
  InvalidPublicKey: {
    reason: 'invalidInput',
    say: 'AWS refuses the public key.',
    advice: 'Use an RSA key of 2,048 bits or more.',
  },
  UnrecognizedPublicKeyEncoding: {
    reason: 'invalidInput',
    say: 'AWS cannot read the public key.',
    advice: 'Use the ssh-rsa or the PEM form.',
  },
  DuplicateSSHPublicKey: {
    reason: 'alreadyExists',
    say: 'The user has this very SSH public key already.',
  },
  EntityTemporarilyUnmodifiable: {
    reason: 'busy',
    say: 'It was changed a moment ago and cannot be changed again yet.',
    advice: WAIT,
  },
  ConcurrentModification: {
    reason: 'busy',
    say: 'Someone else changes it at the same time.',
    advice: 'Refresh, look at what changed, and try again.',
  },
  PasswordPolicyViolation: {
    reason: 'passwordPolicy',
    say: "The password does not fit the account's password policy.",
    advice: 'Choose a password that fits it.',
  },
  InvalidAuthenticationCode: {
    reason: 'invalidInput',
    say: 'The codes of the MFA device are not right.',
    advice: 'Wait for the next code and enter two that follow each other.',
  },
  InvalidUserType: {
    reason: 'invalidInput',
    say: 'The root user and federated users cannot do this.',
  },
  UnmodifiableEntity: {
    reason: 'unmodifiable',
    say: 'A service-linked role can be changed by its service only.',
  },
  PolicyNotAttachable: {
    reason: 'invalidInput',
    say: 'This policy can be attached to the role of its service only.',
  },
  NotSupportedService: {
    reason: 'invalidInput',
    say: 'This service has no credentials of its own.',
  },
  ReportNotPresent: { reason: 'notFound', say: 'There is no report yet.', advice: 'Make one.' },
  ReportExpired: { reason: 'notFound', say: 'The report is too old.', advice: 'Make a new one.' },
  ReportInProgress: { reason: 'busy', say: 'The report is being made.', advice: WAIT },
  AccessDenied: { reason: 'accessDenied', say: 'AWS does not allow this call.' },
  UnauthorizedOperation: { reason: 'accessDenied', say: 'AWS does not allow this call.' },
  OptInRequired: {
    reason: 'accessDenied',
    say: 'The account is not signed up for this, or is closed.',
  },
  InvalidClientTokenId: {
    reason: 'credentialsRejected',
    say: 'AWS does not know this access key: it is deleted, inactive, of another partition, or new.',
    advice: NEW_KEY,
  },
  UnrecognizedClient: {
    reason: 'credentialsRejected',
    say: 'AWS does not know this access key or its session token.',
    advice: NEW_KEY,
  },
  InvalidAccessKeyId: {
    reason: 'credentialsRejected',
    say: 'AWS does not know this access key.',
    advice: NEW_KEY,
  },
  SignatureDoesNotMatch: {
    reason: 'credentialsRejected',
    say: 'The secret access key does not belong to this access key id, or is not whole.',
    advice: 'Check the secret access key of the connection.',
  },
  IncompleteSignature: { reason: 'credentialsRejected', say: 'The credentials are not whole.' },
  MissingAuthenticationToken: {
    reason: 'noCredentials',
    say: 'The call was sent without credentials.',
  },
  ExpiredToken: { reason: 'expired', say: 'The session has expired.', advice: SIGN_IN },
  TokenRefreshRequired: { reason: 'expired', say: 'The session has expired.', advice: SIGN_IN },
  RequestExpired: {
    reason: 'clockSkew',
    say: 'The call reached AWS too late, or the clock of this computer is wrong.',
    advice: CLOCK,
  },
  RequestTimeTooSkewed: {
    reason: 'clockSkew',
    say: 'The clock of this computer is wrong.',
    advice: CLOCK,
  },
  RequestInTheFuture: {
    reason: 'clockSkew',
    say: 'The clock of this computer is ahead.',
    advice: CLOCK,
  },
  Throttling: {
    reason: 'throttled',
    say: 'AWS gets too many calls for this account.',
    advice: WAIT,
  },
  RequestLimitExceeded: {
    reason: 'throttled',
    say: 'AWS gets too many calls for this account.',
    advice: WAIT,
  },
  ServiceFailure: { reason: 'serviceFault', say: 'IAM had a fault.', advice: WAIT },
  ServiceUnavailable: { reason: 'serviceFault', say: 'IAM is not available.', advice: WAIT },
  InternalFailure: { reason: 'serviceFault', say: 'IAM had a fault.', advice: WAIT },
  ValidationError: { reason: 'invalidInput', say: 'AWS refuses a value.' },
  InvalidInput: { reason: 'invalidInput', say: 'AWS refuses a value.' },
  InvalidParameterValue: { reason: 'invalidInput', say: 'AWS refuses a value.' },
  Validation: { reason: 'invalidInput', say: 'IAM Access Analyzer refuses the call.' },
  InvalidParameter: { reason: 'invalidInput', say: 'IAM Access Analyzer refuses a value.' },
  UnprocessableEntity: {
    reason: 'invalidInput',
    say: 'IAM Access Analyzer cannot work on this policy.',
  },
  InternalServer: {
    reason: 'serviceFault',
    say: 'IAM Access Analyzer had a fault.',
    advice: WAIT,
  },
  InvalidAction: {
    reason: 'unsupported',
    say: 'The endpoint of this connection does not know this call.',
  },
};

/** Other spellings of a code, as gateways, STS and older endpoints use them. */
const ALIASES: Readonly<Record<string, string>> = {
  AccessDeniedException: 'AccessDenied',
  ThrottlingException: 'Throttling',
  ThrottledException: 'Throttling',
  TooManyRequestsException: 'Throttling',
  RequestThrottled: 'Throttling',
  SlowDown: 'Throttling',
  ExpiredTokenException: 'ExpiredToken',
  UnrecognizedClientException: 'UnrecognizedClient',
  InvalidSignatureException: 'SignatureDoesNotMatch',
  InternalError: 'InternalFailure',
  NoSuchEntityException: 'NoSuchEntity',
};

/** The wire code by which {@link ERROR_TABLE} is read. */
export function wireCode(code: string): string {
  return ALIASES[code] ?? code.replace(/(?:Exception|Fault)$/, '');
}

/** Words for the quotas that AWS names in LimitExceeded. */
export const QUOTA_WORDS: Readonly<Record<string, string>> = {
  AccessKeysPerUser: 'A user can have {n} access keys, inactive ones included.',
  SigningCertificatesPerUser: 'A user can have {n} signing certificates, inactive ones included.',
  CertificatesPerUser: 'A user can have {n} signing certificates, inactive ones included.',
  GroupsPerUser: 'A user can be a member of {n} groups.',
  PoliciesPerUser: 'A user can have {n} managed policies attached.',
  PoliciesPerGroup: 'A group can have {n} managed policies attached.',
  PoliciesPerRole: 'A role can have {n} managed policies attached.',
  UsersPerAccount: 'An account can have {n} users.',
  GroupsPerAccount: 'An account can have {n} groups.',
  PoliciesPerAccount: 'An account can have {n} customer managed policies.',
  TagsPerUser: 'A user can have {n} tags.',
  VersionsPerPolicy: 'A managed policy can have {n} versions.',
};
