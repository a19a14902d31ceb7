import type { Account } from '../iam/account';
import type { Group, ManagedPolicy, User } from '../iam/model';
import { loaded } from './connected';
import { BACK, type Answer, type Choice, type Prompter } from './prompts';
import { counted } from './words';

interface Question {
  title: string;
  placeholder?: string;
}

/** Undefined when the prompt was left; Back means the same outside a multi-step input. */
function answered<T>(answer: Answer<T>): T | undefined {
  return answer === BACK ? undefined : answer;
}

function userChoice(user: User): Choice<string> {
  const groups = user.groups.length === 0 ? 'in no group' : `in ${user.groups.join(', ')}`;
  return { label: user.name, description: groups, icon: 'person', value: user.name };
}

function groupChoice(account: Account, group: Group): Choice<string> {
  const policies = group.inlinePolicies.length + group.attachedPolicies.length;
  const members = account.members(group.name).length;
  return {
    label: group.name,
    description: `${counted(members, 'member', 'members')} · ${counted(policies, 'policy', 'policies')}`,
    icon: 'organization',
    value: group.name,
  };
}

/** Asks for one user. `offered` narrows the list. */
export async function chooseUser(
  prompts: Prompter,
  account: Account,
  question: Question,
  offered: (user: User) => boolean = () => true,
): Promise<string | undefined> {
  const choices = loaded(account).then(() => account.users.items.filter(offered).map(userChoice));
  return answered(await prompts.pick({ ...question, choices, matchOnDescription: true }));
}

/** Asks for any number of users; undefined when none was chosen. */
export async function chooseUsers(
  prompts: Prompter,
  account: Account,
  question: Question,
  offered: (user: User) => boolean = () => true,
): Promise<string[] | undefined> {
  const choices = loaded(account).then(() => account.users.items.filter(offered).map(userChoice));
  const answer = answered(await prompts.pickMany({ ...question, choices }));
  return answer?.length === 0 ? undefined : answer;
}

export async function chooseGroup(
  prompts: Prompter,
  account: Account,
  question: Question,
  offered: (group: Group) => boolean = () => true,
): Promise<string | undefined> {
  const choices = loaded(account).then(() =>
    account.groups.items.filter(offered).map((group) => groupChoice(account, group)),
  );
  return answered(await prompts.pick({ ...question, choices }));
}

export async function chooseGroups(
  prompts: Prompter,
  account: Account,
  question: Question,
  offered: (group: Group) => boolean = () => true,
): Promise<string[] | undefined> {
  const choices = loaded(account).then(() =>
    account.groups.items.filter(offered).map((group) => groupChoice(account, group)),
  );
  return answered(await prompts.pickMany({ ...question, choices }));
}

/** Asks for a managed policy, the account's own before those of AWS. */
export async function chooseManagedPolicy(
  prompts: Prompter,
  account: Account,
  question: Question,
): Promise<ManagedPolicy | undefined> {
  const choice = (policy: ManagedPolicy): Choice<ManagedPolicy> => ({
    label: policy.name,
    ...(policy.description === undefined ? {} : { detail: policy.description }),
    group: policy.awsManaged ? 'AWS managed' : 'Customer managed',
    value: policy,
  });
  const choices = Promise.all([loaded(account), account.loadAwsPolicies()]).then(() =>
    [...account.policies.items, ...account.awsPolicies.items].map(choice),
  );
  return answered(await prompts.pick({ ...question, choices, matchOnDescription: true }));
}
