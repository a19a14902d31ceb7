import type { IamError } from '../errors';
import { isSentOnce, type Repeatability } from './operationRules';

/** A failed attempt of a call, as far as the decision to repeat it needs. */
export interface FailedAttempt {
  error: IamError;
  repeatability: Repeatability;
  /** 1 for the first. */
  number: number;
  /** Milliseconds since the first attempt began. */
  elapsed: number;
  /** What the call names was made a moment ago: NoSuchEntity then means "not visible yet". */
  awaitsEntity: boolean;
}

interface Backoff {
  /** Milliseconds before the second attempt; doubled for each further one. */
  first: number;
  longest: number;
  attempts: number;
  /** No attempt begins later than this many milliseconds after the first. */
  within: number;
}

const BACKOFFS = {
  throttled: { first: 500, longest: 8_000, attempts: 10, within: 60_000 },
  fault: { first: 200, longest: 4_000, attempts: 4, within: 30_000 },
  conflict: { first: 300, longest: 3_000, attempts: 5, within: 20_000 },
  unmodifiable: { first: 1_000, longest: 8_000, attempts: 20, within: 90_000 },
  notVisible: { first: 250, longest: 2_000, attempts: 20, within: 10_000 },
  /** The SDK has taken over the server's clock; or the credentials were read anew. */
  corrected: { first: 0, longest: 0, attempts: 2, within: 60_000 },
} satisfies Record<string, Backoff>;

/** AWS refused the call unread, so it was not carried out. */
function refusedUnread({ error, awaitsEntity }: FailedAttempt): Backoff | undefined {
  const code = error.details.code;
  switch (error.reason) {
    case 'throttled':
      return code === 'ReportGenerationLimitExceeded' ? undefined : BACKOFFS.throttled;
    case 'unreachable':
      return BACKOFFS.fault;
    case 'busy':
      if (code === 'ConcurrentModification') return BACKOFFS.conflict;
      return code === 'EntityTemporarilyUnmodifiable' ? BACKOFFS.unmodifiable : undefined;
    case 'notFound':
      return awaitsEntity && code === 'NoSuchEntity' ? BACKOFFS.notVisible : undefined;
    case 'expired':
    case 'clockSkew':
      return BACKOFFS.corrected;
    default:
      return undefined;
  }
}

/**
 * True when nobody knows whether a failed call was carried out. Throttled and refused calls were
 * not; a lost answer, a fault inside IAM and a stranger's answer with success or fault leave it open.
 */
export function mayHaveTakenEffect(error: IamError): boolean {
  if (error.reason === 'answerLost' || error.reason === 'serviceFault') return true;
  return error.reason === 'notIam' && /^HTTP[25]/.test(error.details.code ?? '');
}

function backoffOf(attempt: FailedAttempt): Backoff | undefined {
  const refused = refusedUnread(attempt);
  if (refused) return refused;
  if (!mayHaveTakenEffect(attempt.error) || isSentOnce(attempt.repeatability)) return undefined;
  // A page that answers with success is there to stay; a gateway's 502 is not.
  return attempt.error.details.code === 'HTTP200' ? undefined : BACKOFFS.fault;
}

/**
 * Milliseconds until the next attempt, or undefined when the call has failed for good. Half of the
 * wait is random, so that many callers do not come back together.
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 * @param random gives numbers from 0 up to 1.
 */
export function retryDelay(attempt: FailedAttempt, random: () => number): number | undefined {
  const backoff = backoffOf(attempt);
  if (!backoff || attempt.number >= backoff.attempts) return undefined;
  const full = Math.min(backoff.longest, backoff.first * 2 ** (attempt.number - 1));
  const delay = full / 2 + (random() * full) / 2;
  return attempt.elapsed + delay > backoff.within ? undefined : delay;
}
