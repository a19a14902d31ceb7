import { invalidInput } from '../errors';
import type { Call } from '../operation';
import type { Credentials, Status } from '../state';

/** Whose credentials a call is about: without a user name the caller's own, even those of root. */
export function credentialsOf(call: Call, userName: string | undefined): Credentials {
  if (userName !== undefined) return call.account.user(userName);
  return call.caller.user ?? call.account.state.root;
}

/** The owner's name; root has none. */
export function userNameXml(holder: Credentials): { UserName?: string } {
  return 'name' in holder && typeof holder.name === 'string' ? { UserName: holder.name } : {};
}

/** The API model knows a third status, Expired, which cannot be set. */
export function statusOf(text: string): Status {
  if (text === 'Active' || text === 'Inactive') return text;
  throw invalidInput(`The status ${text} cannot be set. Use Active or Inactive.`);
}
