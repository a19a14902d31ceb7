import type { CallOptions, PolicyText } from '../account';
import { IamError } from '../errors';
import type { ManagedPolicy, PolicyVersion } from '../model';
import { decodeDocument, narrowPolicy, narrowVersion } from '../state/narrow';
import { callOn, isNew, makeOrFind, type AccountContext } from './context';
import { all } from './paging';

async function defaultVersion(
  context: AccountContext,
  arn: string,
  options: CallOptions,
): Promise<string> {
  const entities = [`policy:${arn}` as const];
  const answer = await callOn(context, 'GetPolicy', { PolicyArn: arn }, entities, options);
  return answer.Policy?.DefaultVersionId ?? 'v1';
}

export async function readManagedPolicy(
  context: AccountContext,
  arn: string,
  versionId: string | undefined,
  options: CallOptions = {},
): Promise<PolicyText> {
  const VersionId = versionId ?? (await defaultVersion(context, arn, options));
  const input = { PolicyArn: arn, VersionId };
  const entities = [`policy:${arn}` as const];
  const answer = await callOn(context, 'GetPolicyVersion', input, entities, options);
  const text = decodeDocument(answer.PolicyVersion?.Document);
  return { text, etag: VersionId, versionId: VersionId };
}

/** After a lost answer: a new policy of this name with this very document is the one just sent. */
async function findPolicy(
  context: AccountContext,
  name: string,
  document: string,
  expected: { before: Set<string>; notBefore: Date; path: string },
): Promise<ManagedPolicy | undefined> {
  const { before, notBefore, path } = expected;
  const input = { Scope: 'Local' as const, PathPrefix: path };
  const listed = await all(context.client, 'ListPolicies', input, ({ Policies }) => Policies);
  const policy = listed.map(narrowPolicy).find((each) => each.name === name);
  if (!policy || before.has(policy.id)) return undefined;
  if (!isNew(policy, { before: undefined, notBefore, path })) return undefined;
  const { text } = await readManagedPolicy(context, policy.arn, policy.defaultVersionId);
  return text === document ? policy : undefined;
}

export async function createPolicy(
  context: AccountContext,
  name: string,
  document: string,
  options: { path?: string; description?: string } = {},
): Promise<ManagedPolicy> {
  const { path = '/', description } = options;
  const before = new Set(context.state.policies.items.map(({ id }) => id));
  const made = await makeOrFind(
    context,
    async () => {
      const input = {
        PolicyName: name,
        PolicyDocument: document,
        Path: path,
        Description: description,
      };
      const answer = await context.client.call('CreatePolicy', input);
      return narrowPolicy({ PolicyName: name, Path: path, ...answer.Policy });
    },
    (notBefore) => findPolicy(context, name, document, { before, notBefore, path }),
  );
  const versions = made.versions.map((version) => ({ ...version, document }));
  const policy = { ...made, description, versions };
  context.state.noteMade(`policy:${policy.arn}`);
  context.state.apply(({ policies }) => policies.set(policy), { kind: 'managedPolicies' });
  return policy;
}

export async function listPolicyVersions(
  { client, state }: AccountContext,
  arn: string,
  options: CallOptions = {},
): Promise<PolicyVersion[]> {
  const listed = await all(
    client,
    'ListPolicyVersions',
    { PolicyArn: arn },
    ({ Versions }) => Versions,
    { ...options, awaitsEntity: state.isNew(`policy:${arn}`) },
  );
  return listed.map(narrowVersion);
}

/** After a lost answer: a newest version that is young and holds this very document is the one just sent. */
async function findVersion(
  context: AccountContext,
  arn: string,
  document: string,
  notBefore: Date,
): Promise<PolicyVersion | undefined> {
  const versions = await listPolicyVersions(context, arn);
  const current = versions.find((version) => version.isDefault && version.created >= notBefore);
  if (!current) return undefined;
  const { text } = await readManagedPolicy(context, arn, current.id);
  return text === document ? current : undefined;
}

/** The new version becomes the default one. */
export async function createPolicyVersion(
  context: AccountContext,
  arn: string,
  document: string,
): Promise<PolicyVersion> {
  const version = await makeOrFind(
    context,
    async () => {
      const input = { PolicyArn: arn, PolicyDocument: document, SetAsDefault: true };
      const answer = await callOn(context, 'CreatePolicyVersion', input, [`policy:${arn}`]);
      if (!answer.PolicyVersion) throw new IamError('notIam', 'No version came back.');
      return narrowVersion(answer.PolicyVersion);
    },
    (notBefore) => findVersion(context, arn, document, notBefore),
  );
  const made = { ...version, isDefault: true, document };
  changePolicy(context, arn, (policy) => ({
    ...policy,
    defaultVersionId: made.id,
    updated: made.created,
    versions: [
      made,
      ...policy.versions
        .filter(({ id }) => id !== made.id)
        .map((each) => ({ ...each, isDefault: false })),
    ],
  }));
  return made;
}

function changePolicy(
  { state }: AccountContext,
  arn: string,
  change: (policy: ManagedPolicy) => ManagedPolicy,
): void {
  const id = state.things.policies.get(arn)?.id;
  state.apply(({ policies }) => policies.update(arn, change, id), {
    kind: 'policy',
    ref: { kind: 'managed', arn },
  });
}

export async function setDefaultPolicyVersion(
  context: AccountContext,
  arn: string,
  versionId: string,
): Promise<void> {
  const input = { PolicyArn: arn, VersionId: versionId };
  await callOn(context, 'SetDefaultPolicyVersion', input, [`policy:${arn}`]);
  changePolicy(context, arn, (policy) => ({
    ...policy,
    defaultVersionId: versionId,
    versions: policy.versions.map((each) => ({ ...each, isDefault: each.id === versionId })),
  }));
}

export async function deletePolicyVersion(
  context: AccountContext,
  arn: string,
  versionId: string,
): Promise<void> {
  const input = { PolicyArn: arn, VersionId: versionId };
  await callOn(context, 'DeletePolicyVersion', input, [`policy:${arn}`]);
  changePolicy(context, arn, (policy) => ({
    ...policy,
    versions: policy.versions.filter(({ id }) => id !== versionId),
  }));
}

export async function deletePolicy(context: AccountContext, arn: string): Promise<void> {
  const id = context.state.things.policies.get(arn)?.id;
  await callOn(context, 'DeletePolicy', { PolicyArn: arn }, [`policy:${arn}`]);
  context.state.apply(({ policies }) => policies.delete(arn, id), { kind: 'managedPolicies' });
}
