import { isIamError } from '../iam/errors';

/** A statement that an administrator can add, for the permission that was missing. */
export function statementToAskFor(permission: string): string {
  return JSON.stringify({ Effect: 'Allow', Action: permission, Resource: '*' }, undefined, 2);
}

/** What a person is told: what failed and why, then what to do. */
export function errorMessage(error: unknown): string {
  if (!isIamError(error)) {
    return `Something went wrong: ${error instanceof Error ? error.message : String(error)}`;
  }
  const { advice } = error.details;
  if (advice === undefined) return error.message;
  // What AWS says does not always end as a sentence does.
  const stop = /[.?!:]\s*$/.test(error.message) ? '' : '.';
  return `${error.message.trimEnd()}${stop} ${advice}`;
}
