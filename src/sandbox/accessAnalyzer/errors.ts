import { ServiceError } from '../errors';

/** A refusal with the further members that Access Analyzer's errors have. */
export class AnalyzerError extends ServiceError {
  constructor(
    message: string,
    readonly extra: { reason: string; fieldList?: { name: string; message: string }[] },
  ) {
    super(400, 'ValidationException', message);
  }
}

/** @see https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ValidationExceptionField.html */
export function invalidField(name: string, message: string): AnalyzerError {
  const fieldList = [{ name, message }];
  return new AnalyzerError(`${name}: ${message}`, { reason: 'fieldValidationFailed', fieldList });
}

export function cannotParse(message: string): AnalyzerError {
  return new AnalyzerError(message, { reason: 'cannotParse' });
}

export function notSupported(operation: string): AnalyzerError {
  return new AnalyzerError(
    `The practice account does not have ${operation}: only AWS decides it. Use an AWS account.`,
    { reason: 'notSupported' },
  );
}
