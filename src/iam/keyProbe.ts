import type { IamClient } from './client';
import type { Clock } from './clock';
import { isIamError, type IamError } from './errors';

const LONGEST_MILLISECONDS = 30_000;
const FIRST_MILLISECONDS = 500;
const STEP_MILLISECONDS = 2_000;

export interface ProbeOptions {
  signal?: AbortSignal;
  /** Told after each refusal: milliseconds since the first call. */
  onWait?: (milliseconds: number) => void;
}

/** What AWS says of a key that is not known everywhere yet. */
function isTooNew(error: unknown): error is IamError {
  return isIamError(error) && error.reason === 'credentialsRejected';
}

/**
 * Calls GetCallerIdentity as the new key until it works, and gives the ARN that it acts as: AWS
 * refuses a new key for some 5 to 15 seconds.
 *
 * @param client of the account's endpoint, with the new key as its credentials.
 * @throws IamError `credentialsRejected` when the key does not work after 30 seconds, `cancelled`.
 */
export async function probeAccessKey(
  client: Pick<IamClient, 'call'>,
  clock: Clock,
  options: ProbeOptions = {},
): Promise<string> {
  const { signal, onWait } = options;
  const started = clock.now();
  for (let delay = FIRST_MILLISECONDS; ; delay = Math.min(delay * 2, STEP_MILLISECONDS)) {
    try {
      const { Arn } = await client.call('GetCallerIdentity', {}, { signal });
      return Arn ?? '';
    } catch (error) {
      const waited = clock.now() - started;
      if (!isTooNew(error) || waited + delay > LONGEST_MILLISECONDS) throw error;
      onWait?.(waited);
      await clock.sleep(delay, signal);
    }
  }
}
