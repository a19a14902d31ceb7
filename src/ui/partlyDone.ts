import { IamError, isIamError } from '../iam/errors';

/** The same failure, which also says how many changes had been made before it. */
export function partlyDone(error: unknown, done: number, all: number): unknown {
  if (!isIamError(error) || done === 0) return error;
  const before = `${done.toLocaleString()} of ${all.toLocaleString()} were done before.`;
  const { advice } = error.details;
  return new IamError(error.reason, error.message, {
    ...error.details,
    advice: advice === undefined ? before : `${before} ${advice}`,
  });
}
