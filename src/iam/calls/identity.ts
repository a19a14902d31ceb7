import type { CallOptions } from '../account';
import { IamError } from '../errors';
import type { AccountIdentity } from '../model';
import { failedFor, type AccountContext } from './context';

/** Some endpoints for tests have IAM only: the ARN of the caller's user then says the same. */
async function caller(
  { client }: AccountContext,
  options: CallOptions,
): Promise<{ accountId?: string; arn?: string }> {
  try {
    const answer = await client.call('GetCallerIdentity', {}, options);
    return { accountId: answer.Account, arn: answer.Arn };
  } catch (error) {
    if (!failedFor(error, 'notIam', 'unsupported')) throw error;
    const { User: user } = await client.call('GetUser', {}, options);
    return { accountId: user?.Arn?.split(':')[4], arn: user?.Arn };
  }
}

async function alias(
  { client }: AccountContext,
  options: CallOptions,
): Promise<string | undefined> {
  try {
    const answer = await client.call('ListAccountAliases', {}, options);
    return answer.AccountAliases?.[0];
  } catch (error) {
    if (failedFor(error, 'accessDenied', 'unsupported', 'notIam')) return undefined;
    throw error;
  }
}

/** Account number, caller and alias; the alias is left out where it may not be asked. */
export async function loadIdentity(
  context: AccountContext,
  options: CallOptions = {},
): Promise<AccountIdentity> {
  const [{ accountId, arn }, name] = await Promise.all([
    caller(context, options),
    alias(context, options),
  ]);
  if (!accountId || !arn) throw new IamError('notIam', 'The endpoint does not say who is calling.');
  return { accountId, arn, ...(name === undefined ? {} : { alias: name }) };
}

/** GetAccountSummary: quotas and counts by AWS's own names. */
export async function loadSummary(
  { client }: AccountContext,
  options: CallOptions = {},
): Promise<ReadonlyMap<string, number>> {
  const { SummaryMap = {} } = await client.call('GetAccountSummary', {}, options);
  return new Map(Object.entries(SummaryMap));
}
