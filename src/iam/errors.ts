/** Why a call failed, in the words that the product acts on. */
export type IamErrorReason =
  | 'accessDenied'
  | 'alreadyExists'
  | 'notFound'
  | 'quota'
  | 'deleteConflict'
  | 'malformedPolicy'
  | 'invalidCertificate'
  | 'duplicateCertificate'
  | 'invalidInput'
  | 'passwordPolicy'
  | 'unmodifiable'
  | 'busy'
  | 'throttled'
  | 'noCredentials'
  | 'expired'
  | 'credentialsRejected'
  | 'clockSkew'
  /** The answer was lost: the call may have taken effect. */
  | 'answerLost'
  | 'unreachable'
  /** Something other than IAM answered: HTML, a redirect, an empty page. */
  | 'notIam'
  | 'serviceFault'
  /** The endpoint does not know the operation. */
  | 'unsupported'
  | 'readOnly'
  | 'cancelled'
  /** A file on this computer could not be read or written. */
  | 'fileFault'
  | 'unknown';

/**
 * The one error of src/iam. Its message is for people and holds no secret.
 * Bundles duplicate this class: recognise it with {@link isIamError}, not with instanceof.
 */
export class IamError extends Error {
  override readonly name = 'IamError';

  constructor(
    readonly reason: IamErrorReason,
    message: string,
    readonly details: {
      /** The wire code, such as EntityAlreadyExists. */
      code?: string;
      /** What a person may do next, a sentence. */
      advice?: string;
      /** The missing permission, such as iam:CreateUser. */
      permission?: string;
      operation?: string;
      requestId?: string;
      /** What AWS said, as plain text: where it points at a place in a document, for instance. */
      awsMessage?: string;
      cause?: unknown;
    } = {},
  ) {
    super(message);
  }
}

/** True for an {@link IamError} of any bundle. */
export function isIamError(error: unknown): error is IamError {
  return error instanceof Error && error.name === 'IamError' && 'reason' in error;
}
