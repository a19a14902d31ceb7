import { IamError } from '../errors';
import { changesNothing, type Repeatability } from './operationRules';
import { mayHaveTakenEffect } from './retry';

/** For an attempt that AWS did not answer in time. */
export function timedOut(operation: string, milliseconds: number): IamError {
  return new IamError('answerLost', `AWS did not answer within ${milliseconds / 1000} seconds.`, {
    operation,
    advice: 'Check the network, the VPN and the proxy setting, then try again.',
  });
}

/**
 * What a failed call is told as. A read leaves nothing in doubt, so a lost answer is a lost
 * connection; of a write it is said that it may have taken effect.
 */
export function finalError(
  error: IamError,
  operation: string,
  repeatability: Repeatability,
): IamError {
  if (changesNothing(repeatability)) {
    if (error.reason !== 'answerLost') return error;
    return new IamError('unreachable', error.message, error.details);
  }
  const doubtful = repeatability === 'once' && mayHaveTakenEffect(error);
  if (!doubtful && error.reason !== 'answerLost') return error;
  return new IamError(
    'answerLost',
    `The answer to ${operation} was lost: it may have taken effect. ${error.message}`,
    {
      ...error.details,
      advice: 'Refresh and look whether it did before you try again.',
      cause: error,
    },
  );
}
