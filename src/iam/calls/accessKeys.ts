import type { CallOptions } from '../account';
import { IamError } from '../errors';
import type { AccessKey, NewAccessKey, Status } from '../model';
import { narrowKey } from '../state/narrow';
import { callOn, failedFor, type AccountContext } from './context';
import { changeCredentials, withItem } from './credentials';
import { all } from './paging';

async function lastUse(
  { client }: AccountContext,
  key: AccessKey,
  options: CallOptions,
): Promise<AccessKey> {
  try {
    const answer = await client.call('GetAccessKeyLastUsed', { AccessKeyId: key.id }, options);
    const used = answer.AccessKeyLastUsed;
    if (!used) return key;
    if (!used.LastUsedDate) return { ...key, lastUsed: 'never' };
    const { LastUsedDate: date, ServiceName: service = '', Region: region = '' } = used;
    return { ...key, lastUsed: { date, service, region } };
  } catch (error) {
    // Gone or refused: the key itself is known all the same.
    if (failedFor(error, 'accessDenied', 'unsupported', 'notFound')) return key;
    throw error;
  }
}

export async function listAccessKeys(
  context: AccountContext,
  userName: string,
  options: CallOptions = {},
): Promise<AccessKey[]> {
  const input = { UserName: userName };
  const listed = await all(
    context.client,
    'ListAccessKeys',
    input,
    ({ AccessKeyMetadata }) => AccessKeyMetadata,
    { ...options, awaitsEntity: context.state.isNew(`user:${userName}`) },
  );
  const keys = listed.map((key) => narrowKey(key, userName));
  return Promise.all(keys.map((key) => lastUse(context, key, options)));
}

/** Sent once only: a second one would make a second key that nobody has. */
export async function createAccessKey(
  context: AccountContext,
  userName: string,
): Promise<NewAccessKey> {
  const input = { UserName: userName };
  const { AccessKey: made } = await callOn(context, 'CreateAccessKey', input, [`user:${userName}`]);
  if (!made?.AccessKeyId || !made.SecretAccessKey) {
    throw new IamError('answerLost', 'CreateAccessKey was answered without a key: one may exist.', {
      operation: 'CreateAccessKey',
      advice: 'Look at the access keys of the user before you try again.',
    });
  }
  const created = made.CreateDate ?? new Date(context.clock.now());
  const key: AccessKey = { ...narrowKey(made, userName), created, lastUsed: 'never' };
  context.state.apply(
    changeCredentials(userName, (known) => ({
      ...known,
      accessKeys: withItem(known.accessKeys, key),
    })),
    { kind: 'credentials', userName },
  );
  return { id: made.AccessKeyId, secret: made.SecretAccessKey, userName, created };
}

export async function setAccessKeyStatus(
  context: AccountContext,
  userName: string,
  id: string,
  status: Status,
): Promise<void> {
  const input = { UserName: userName, AccessKeyId: id, Status: status };
  await callOn(context, 'UpdateAccessKey', input, [`user:${userName}`]);
  context.state.apply(
    changeCredentials(userName, (known) => ({
      ...known,
      accessKeys: known.accessKeys.map((key) => (key.id === id ? { ...key, status } : key)),
    })),
    { kind: 'credentials', userName },
  );
}

export async function deleteAccessKey(
  context: AccountContext,
  userName: string,
  id: string,
): Promise<void> {
  const input = { UserName: userName, AccessKeyId: id };
  await callOn(context, 'DeleteAccessKey', input, [`user:${userName}`]);
  context.state.apply(
    changeCredentials(userName, (known) => ({
      ...known,
      accessKeys: known.accessKeys.filter((key) => key.id !== id),
    })),
    { kind: 'credentials', userName },
  );
}
