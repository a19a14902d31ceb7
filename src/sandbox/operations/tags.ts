import type { Account } from '../account';
import { invalidInput, limitExceeded } from '../errors';
import { type Call, type OperationTable, type Result, read, write } from '../operation';
import { type PageRequest, cutPage } from '../paging';
import { type Tag, list, required, tagKey, tagList } from '../parameters';
import { QUOTAS } from '../quotas';
import { arn, existingName, paging } from '../rules';
import { type TagState, nameKey } from '../state';
import { findCustomerPolicy } from './managedPolicies';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html */
export const tags: OperationTable = {
  ...tagOperations('User', { UserName: required(existingName('user')) }, (account, input) =>
    account.user(input.UserName),
  ),
  ...tagOperations('Role', { RoleName: required(existingName('role')) }, (account, input) =>
    account.role(input.RoleName),
  ),
  ...tagOperations('Policy', { PolicyArn: required(arn) }, (account, input) =>
    findCustomerPolicy(account, input.PolicyArn),
  ),
};

/** TagX, UntagX and ListXTags for one kind of thing. */
function tagOperations<P extends Record<string, ReturnType<typeof required>>>(
  kind: string,
  subject: P,
  find: (account: Account, input: { [K in keyof P]: string }) => { tags: TagState[] },
): OperationTable {
  return {
    [`Tag${kind}`]: write({ ...subject, Tags: tagList(true) }, ({ account }, input) => {
      const holder = find(account, input as { [K in keyof P]: string });
      holder.tags = checkTags(holder.tags, input.Tags as Tag[]);
    }),
    [`Untag${kind}`]: write({ ...subject, TagKeys: list(tagKey, true) }, ({ account }, input) => {
      const holder = find(account, input as { [K in keyof P]: string });
      const removed = new Set((input.TagKeys as string[]).map(nameKey));
      holder.tags = holder.tags.filter((tag) => !removed.has(nameKey(tag.key)));
    }),
    [`List${kind}Tags`]: read({ ...subject, ...paging }, (call: Call, input) => {
      const holder = find(call.account, input as { [K in keyof P]: string });
      return listTags(holder.tags, input as PageRequest);
    }),
  };
}

function listTags(tagsOfHolder: readonly TagState[], request: PageRequest): Result {
  const sorted = [...tagsOfHolder].sort((left, right) =>
    nameKey(left.key) < nameKey(right.key) ? -1 : 1,
  );
  const page = cutPage(sorted, (tag) => nameKey(tag.key), request);
  return { ...page.position, Tags: page.items.map(tagXml) };
}

/** The tags that result when some are added: keys are compared without regard to case. */
export function checkTags(present: readonly TagState[], added: readonly Tag[]): TagState[] {
  const keys = added.map((tag) => nameKey(tag.key));
  if (new Set(keys).size !== keys.length) {
    throw invalidInput('Duplicate tag keys found. Please note that Tag keys are case insensitive.');
  }
  const kept = present.filter((tag) => !keys.includes(nameKey(tag.key)));
  if (kept.length + added.length > QUOTAS.tags) {
    throw limitExceeded(
      `The number of tags has reached the maximum limit of ${QUOTAS.tags} for this resource.`,
    );
  }
  return [...kept, ...added];
}

/** Nothing when there are none, as AWS answers. */
export function tagsXml(list: readonly TagState[]) {
  return list.length === 0 ? {} : { Tags: list.map(tagXml) };
}

function tagXml(tag: TagState) {
  return { Key: tag.key, Value: tag.value };
}
