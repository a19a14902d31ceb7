import { noSuchEntity, quotaExceeded } from '../errors';
import { newAccessKeyId, newSecretAccessKey } from '../identifiers';
import { type Call, type OperationTable, read, write } from '../operation';
import { cutPage } from '../paging';
import { optional, required } from '../parameters';
import { QUOTAS } from '../quotas';
import { accessKeyId, existingName, paging, status } from '../rules';
import type { AccessKeyState } from '../state';
import { credentialsOf, statusOf, userNameXml } from './credentials';

const owner = { UserName: optional(existingName('user')) };
const key = { ...owner, AccessKeyId: required(accessKeyId) };

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html */
export const accessKeys: OperationTable = {
  CreateAccessKey: write(owner, (call, input) => {
    const { account } = call;
    const holder = credentialsOf(call, input.UserName);
    if (holder.accessKeys.length >= QUOTAS.accessKeysPerUser) {
      throw quotaExceeded('AccessKeysPerUser', QUOTAS.accessKeysPerUser);
    }
    const created: AccessKeyState = {
      id: newAccessKeyId(account.state.accountId),
      status: 'Active',
      created: call.now.toISOString(),
    };
    holder.accessKeys.push(created);
    account.forgetKeys();
    return {
      AccessKey: {
        ...userNameXml(holder),
        AccessKeyId: created.id,
        Status: created.status,
        SecretAccessKey: newSecretAccessKey(),
        CreateDate: new Date(created.created),
      },
    };
  }),

  ListAccessKeys: read({ ...owner, ...paging }, (call, input) => {
    const holder = credentialsOf(call, input.UserName);
    const sorted = [...holder.accessKeys].sort((left, right) => (left.id < right.id ? -1 : 1));
    const page = cutPage(sorted, (found) => found.id, input);
    return {
      ...page.position,
      AccessKeyMetadata: page.items.map((found) => ({
        ...userNameXml(holder),
        AccessKeyId: found.id,
        Status: found.status,
        CreateDate: new Date(found.created),
      })),
    };
  }),

  UpdateAccessKey: write({ ...key, Status: required(status) }, (call, input) => {
    const found = findKey(call, input.UserName, input.AccessKeyId);
    found.status = statusOf(input.Status);
  }),

  DeleteAccessKey: write(key, (call, input) => {
    const holder = credentialsOf(call, input.UserName);
    const found = findKey(call, input.UserName, input.AccessKeyId);
    holder.accessKeys = holder.accessKeys.filter((other) => other !== found);
    call.account.state.deletedKeys.push(found.id);
    call.account.forgetKeys();
  }),

  GetAccessKeyLastUsed: read({ AccessKeyId: required(accessKeyId) }, ({ account }, input) => {
    const found = account.findKey(input.AccessKeyId);
    if (!found) throw keyNotFound(input.AccessKeyId);
    const used = found.key.lastUsed;
    return {
      ...(found.user ? { UserName: found.user.name } : {}),
      AccessKeyLastUsed: {
        LastUsedDate: used && new Date(used.date),
        ServiceName: used?.service ?? 'N/A',
        Region: used?.region ?? 'N/A',
      },
    };
  }),
};

function findKey(call: Call, userName: string | undefined, id: string): AccessKeyState {
  const found = credentialsOf(call, userName).accessKeys.find((candidate) => candidate.id === id);
  if (!found) throw keyNotFound(id);
  return found;
}

function keyNotFound(id: string) {
  return noSuchEntity(`The Access Key with id ${id} cannot be found.`);
}
