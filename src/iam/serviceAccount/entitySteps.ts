import type { Account } from '../account';
import { IamError, isIamError } from '../errors';
import { asObject } from '../json';
import { lookAgain, type Wait } from '../lookAgain';
import type { PolicyHolder } from '../model';
import type { ProbeResult, Step, StepContext } from '../transactionStep';
import { unlessGone } from '../unlessGone';
import { policyHolder, type ServiceAccountInput } from './input';

/** The steps that make group, policy, user and membership. */
export function entitySteps(input: ServiceAccountInput, account: Account, wait?: Wait): Step[] {
  const { group, policy } = input;
  const user: PolicyHolder = { kind: 'user', name: input.userName };
  const steps: Step[] = [];
  if (group.kind === 'new') {
    steps.push(createStep({ kind: 'group', name: group.name }, '/', account, wait));
    if (policy.kind !== 'none') steps.push(policyStep(input, account));
  }
  steps.push(createStep(user, input.path, account, wait));
  if (group.kind !== 'none') steps.push(memberStep(input.userName, group.name, account));
  if (group.kind !== 'new' && policy.kind !== 'none') steps.push(policyStep(input, account));
  return steps;
}

function createStep(entity: PolicyHolder, path: string, account: Account, wait?: Wait): Step {
  const { kind, name } = entity;
  return {
    id: kind === 'user' ? 'createUser' : 'createGroup',
    title: `Create ${kind} ${name}`,
    call: { operation: kind === 'user' ? 'CreateUser' : 'CreateGroup', object: `${kind} ${name}` },
    prepare: async ({ signal }) => ({ absent: await checkAbsent(entity, account, signal) }),
    run: async () => {
      const { id, arn } =
        kind === 'user'
          ? await account.createUser(name, { path })
          : await account.createGroup(name, path);
      return { id, arn };
    },
    probe: (context) => probeEntity(entity, account, context, wait),
    undo: () => unlessGone(kind === 'user' ? account.deleteUser(name) : account.deleteGroup(name)),
  };
}

/** False when it may not be asked; the account then refuses a name that is taken. */
async function checkAbsent(
  entity: PolicyHolder,
  account: Account,
  signal: AbortSignal,
): Promise<boolean> {
  const there = await isThere(entity, account, signal).catch((error: unknown) => {
    if (isIamError(error) && error.reason === 'accessDenied') return undefined;
    throw error;
  });
  if (there === true) {
    throw new IamError('alreadyExists', `A ${entity.kind} named ${entity.name} exists already.`, {
      advice: 'Choose another name.',
    });
  }
  return there === false;
}

async function probeEntity(
  entity: PolicyHolder,
  account: Account,
  { before, signal, note }: StepContext,
  wait?: Wait,
): Promise<ProbeResult> {
  note('The answer was lost. Looking whether it was made…');
  const seen = await lookAgain(
    async () => ((await isThere(entity, account, signal)) ? true : undefined),
    signal,
    wait,
  );
  if (!seen) return { state: 'notSeen' };
  if (asObject(before)?.absent === true) return { state: 'made', made: {}, usable: true };
  const why = `A ${entity.kind} named ${entity.name} is there, and whether this run made it cannot be told.`;
  return { state: 'unknown', why };
}

/** Asks IAM anew: these lists fail with NoSuchEntity for a user or group that is not there. */
async function isThere(
  { kind, name }: PolicyHolder,
  account: Account,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    if (kind === 'user') await account.listAccessKeys(name, { signal });
    else await account.attachedPolicies({ kind, name }, { signal });
    return true;
  } catch (error) {
    if (isIamError(error) && error.reason === 'notFound') return false;
    throw error;
  }
}

function policyStep(input: ServiceAccountInput, account: Account): Step {
  const { policy } = input;
  const holder = policyHolder(input);
  const whose = `${holder.kind} ${holder.name}`;
  const noun = holder.kind === 'user' ? 'User' : 'Group';
  if (policy.kind === 'managed') {
    return {
      id: 'attachPolicy',
      title: `Attach policy ${policy.name} to ${whose}`,
      call: { operation: `Attach${noun}Policy`, object: `${policy.arn} to ${whose}` },
      run: async () => {
        await account.attachPolicy(holder, policy.arn);
        return null;
      },
      undo: () => unlessGone(account.detachPolicy(holder, policy.arn)),
    };
  }
  const document = policy.kind === 'inline' ? policy.document : '';
  const name = policy.kind === 'inline' ? policy.name : '';
  return {
    id: 'putPolicy',
    title: `Upload policy ${name} to ${whose}`,
    call: { operation: `Put${noun}Policy`, object: `${name} of ${whose}` },
    run: async () => {
      await account.putInlinePolicy(holder, name, document);
      return null;
    },
    undo: () => unlessGone(account.deleteInlinePolicy(holder, name)),
  };
}

function memberStep(userName: string, groupName: string, account: Account): Step {
  return {
    id: 'addToGroup',
    title: `Add user ${userName} to group ${groupName}`,
    call: { operation: 'AddUserToGroup', object: `user ${userName} to group ${groupName}` },
    run: async () => {
      await account.addUserToGroup(userName, groupName);
      return null;
    },
    undo: () => unlessGone(account.removeUserFromGroup(userName, groupName)),
  };
}
