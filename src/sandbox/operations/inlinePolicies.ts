import type { HolderKind } from '../account';
import { limitExceeded, noSuchEntity } from '../errors';
import { type OperationTable, read, write } from '../operation';
import { cutPage } from '../paging';
import { required, sentAs } from '../parameters';
import { checkPolicyDocument } from '../document';
import { QUOTAS } from '../quotas';
import { document, existingName, newName, paging } from '../rules';
import { type HolderState, nameKey } from '../state';
import { encodeDocument, policySize } from '../document/encoding';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutGroupPolicy.html and its siblings */
export const inlinePolicies: OperationTable = {
  ...operationsOf('User', 'user', QUOTAS.userPolicySize),
  ...operationsOf('Group', 'group', QUOTAS.groupPolicySize),
  ...operationsOf('Role', 'role', QUOTAS.rolePolicySize),
};

function operationsOf(
  noun: 'User' | 'Group' | 'Role',
  kind: HolderKind,
  sizeQuota: number,
): OperationTable {
  const holder = { Holder: sentAs(`${noun}Name`, required(existingName(kind))) };
  const policy = { ...holder, PolicyName: required(existingName('policy')) };
  return {
    [`Put${noun}Policy`]: write(
      { ...holder, PolicyName: required(newName('policy')), PolicyDocument: required(document) },
      ({ account }, input) => {
        const target = account.holder(kind, input.Holder);
        checkPolicyDocument(input.PolicyDocument, 'inline');
        checkTotalSize(kind, target, input.PolicyName, input.PolicyDocument, sizeQuota);
        putPolicy(target, input.PolicyName, input.PolicyDocument);
      },
    ),
    [`Get${noun}Policy`]: read(policy, ({ account }, input) => {
      const target = account.holder(kind, input.Holder);
      const found = findPolicy(kind, target, input.PolicyName);
      return {
        [`${noun}Name`]: target.name,
        PolicyName: found.name,
        PolicyDocument: encodeDocument(found.document),
      };
    }),
    [`List${noun}Policies`]: read({ ...holder, ...paging }, ({ account }, input) => {
      const target = account.holder(kind, input.Holder);
      const names = sortedPolicies(target).map((found) => found.name);
      const page = cutPage(names, nameKey, input);
      return { ...page.position, PolicyNames: page.items };
    }),
    [`Delete${noun}Policy`]: write(policy, ({ account }, input) => {
      const target = account.holder(kind, input.Holder);
      const found = findPolicy(kind, target, input.PolicyName);
      target.inlinePolicies = target.inlinePolicies.filter((other) => other !== found);
    }),
  };
}

export function sortedPolicies(holder: HolderState) {
  return [...holder.inlinePolicies].sort((left, right) =>
    nameKey(left.name) < nameKey(right.name) ? -1 : 1,
  );
}

function findPolicy(kind: HolderKind, holder: HolderState, name: string) {
  const found = holder.inlinePolicies.find((policy) => policy.name === name);
  if (!found) throw noSuchEntity(`The ${kind} policy with name ${name} cannot be found.`);
  return found;
}

function putPolicy(holder: HolderState, name: string, text: string): void {
  const found = holder.inlinePolicies.find((policy) => policy.name === name);
  if (found) found.document = text;
  else holder.inlinePolicies.push({ name, document: text });
}

/** @see https://github.com/HumanCellAtlas/data-store/issues/1963 for the wording */
function checkTotalSize(
  kind: HolderKind,
  holder: HolderState,
  name: string,
  text: string,
  quota: number,
): void {
  const others = holder.inlinePolicies.filter((policy) => policy.name !== name);
  const total = others.reduce((sum, policy) => sum + policySize(policy.document), policySize(text));
  if (total > quota) {
    throw limitExceeded(
      `Maximum policy size of ${quota} bytes exceeded for ${kind} ${holder.name}`,
    );
  }
}
