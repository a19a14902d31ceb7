import type { Account } from '../account';
import { isIamError } from '../errors';
import { nameProblem, pathProblem, sameName } from '../names';
import { readIfThere } from '../privateFile';
import type { ApiCall } from '../transactionStep';
import { planAsCommands } from './cliCommands';
import { certificateFiles, policyHolder, runTitle, type ServiceAccountInput } from './input';
import { quotaLines, type QuotaLine } from './quotas';
import { serviceAccountSteps } from './steps';

/** What is about to be done, as plain data without a secret: the review shows nothing else. */
export interface ServiceAccountPlan {
  title: string;
  steps: { id: string; title: string; call: ApiCall }[];
  /** What is there already, in sentences. */
  existing: string[];
  quotas: QuotaLine[];
  /** Why it cannot be done, in sentences; empty when it can. */
  problems: string[];
  commands: { bash: string; powershell: string };
}

/** Looks at the account and at the folder, and changes nothing. */
export async function planServiceAccount(
  input: ServiceAccountInput,
  account: Account,
  signal?: AbortSignal,
): Promise<ServiceAccountPlan> {
  const summary = await account.summary({ signal }).catch((error: unknown) => {
    // Without iam:GetAccountSummary the plan is shown without numbers.
    if (isIamError(error) && error.reason === 'accessDenied') return new Map<string, number>();
    throw error;
  });
  const keys =
    input.userExists === true ? await account.listAccessKeys(input.userName, { signal }) : [];
  const quotas = quotaLines(input, summary, keys.length);
  const steps = serviceAccountSteps(input, { account, keep: () => undefined });
  return {
    title: runTitle(input),
    steps: steps.map(({ id, title, call }) => ({ id, title, call })),
    existing: existing(input, account),
    quotas,
    problems: [
      ...problems(input, account),
      ...(await fileProblems(input)),
      ...quotas.filter(({ exceeded }) => exceeded).map(quotaProblem),
    ],
    commands: {
      bash: planAsCommands(input, 'bash'),
      powershell: planAsCommands(input, 'powershell'),
    },
  };
}

function problems(input: ServiceAccountInput, account: Account): string[] {
  const { userName, path, group, policy } = input;
  const user = account.users.items.find(({ name }) => sameName(name, userName));
  const found = [
    input.userExists === true ? undefined : nameProblem('user', userName),
    pathProblem(path),
    user &&
      input.userExists !== true &&
      `A user named ${user.name} exists already. Names are compared without regard to case.`,
    group.kind === 'new' ? newGroupProblem(group.name, account) : undefined,
    group.kind === 'existing' && account.groups.state === 'ready' && !account.group(group.name)
      ? `There is no group named ${group.name}.`
      : undefined,
    policy.kind === 'inline' ? documentProblem(policy.document) : undefined,
    policy.kind === 'inline' ? nameProblem('policy', policy.name) : undefined,
    input.accessKey || input.certificate ? undefined : 'No credentials were chosen.',
  ];
  return found.filter((problem) => typeof problem === 'string');
}

function newGroupProblem(groupName: string, account: Account): string | undefined {
  const group = account.groups.items.find(({ name }) => sameName(name, groupName));
  if (group) return `A group named ${group.name} exists already. Choose it as an existing group.`;
  return nameProblem('group', groupName);
}

function documentProblem(document: string): string | undefined {
  try {
    JSON.parse(document);
    return undefined;
  } catch {
    return 'The policy document is not valid JSON.';
  }
}

async function fileProblems(input: ServiceAccountInput): Promise<string[]> {
  if (!input.certificate) return [];
  const found: string[] = [];
  for (const file of Object.values(certificateFiles(input))) {
    const there = await readIfThere(file).catch(() => undefined);
    if (there !== undefined)
      found.push(`The file ${file} is already there. It is not overwritten.`);
  }
  return found;
}

function existing(input: ServiceAccountInput, account: Account): string[] {
  const { group, policy } = input;
  const found: string[] = [];
  if (group.kind === 'existing') {
    const there = account.group(group.name);
    const members = account.members(group.name).length;
    const policies = (there?.inlinePolicies.length ?? 0) + (there?.attachedPolicies.length ?? 0);
    found.push(
      `Group ${group.name} exists: ${count(members, 'member')}, ${count(policies, 'policy', 'policies')}. It stays as it is.`,
    );
  }
  if (policy.kind === 'managed') {
    const holder = policyHolder(input);
    found.push(
      `Managed policy ${policy.name} exists and is attached to ${holder.kind} ${holder.name}.`,
    );
  }
  return found;
}

function quotaProblem({ label, after, limit }: QuotaLine): string {
  return `${label}: ${after.toLocaleString('en-US')} would be above the quota of ${limit.toLocaleString('en-US')}.`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;
}
