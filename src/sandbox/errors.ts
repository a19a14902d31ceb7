/** An answer that refuses a call, as AWS words it. */
export class ServiceError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Codes and HTTP status of the IAM API.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html and each operation's page
 */
export const noSuchEntity = (message: string) => new ServiceError(404, 'NoSuchEntity', message);
export const alreadyExists = (message: string) =>
  new ServiceError(409, 'EntityAlreadyExists', message);
export const deleteConflict = (message: string) => new ServiceError(409, 'DeleteConflict', message);
export const limitExceeded = (message: string) => new ServiceError(409, 'LimitExceeded', message);
export const invalidInput = (message: string) => new ServiceError(400, 'InvalidInput', message);
export const validationError = (message: string) =>
  new ServiceError(400, 'ValidationError', message);
export const malformedPolicy = (message: string) =>
  new ServiceError(400, 'MalformedPolicyDocument', message);
export const malformedCertificate = (message: string) =>
  new ServiceError(400, 'MalformedCertificate', message);

/** @see https://github.com/flexera-public/policy_templates/issues/121 for the wording */
export const quotaExceeded = (quota: string, limit: number) =>
  limitExceeded(`Cannot exceed quota for ${quota}: ${limit}`);
