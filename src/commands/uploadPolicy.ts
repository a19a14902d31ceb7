import { allowsEverything } from '../iam/allowsEverything';
import type { PolicyHolder } from '../iam/model';
import { nameProblem } from '../iam/names';
import type { ActiveAccount, Services } from '../services';
import { askPolicyText, type ChosenPolicy } from '../ui/askPolicyText';

const UPLOAD = 'Upload';
const REPLACE = 'Replace';
const OPEN = 'Open';

/**
 * 1. Asks for the document (open editor, file, template), and stops at what AWS would refuse.
 * 2. Asks for the policy's name; says so when it replaces one, and when it allows everything.
 * 3. Uploads it as an inline policy and offers to open it.
 */
export async function uploadPolicy(
  services: Services,
  active: ActiveAccount,
  holder: PolicyHolder,
): Promise<void> {
  const title = `Upload Policy to ${holder.kind} ${holder.name}`;
  const chosen = await askPolicyText(services, active, title);
  if (!chosen || (await hasFaults(services, chosen.text))) return;
  const policyName = await askPolicyName(services, title, chosen);
  if (policyName === undefined) return;
  if (!(await confirmed(services, active, { holder, policyName, text: chosen.text }))) return;
  await active.account.putInlinePolicy(holder, policyName, chosen.text);
  const message = `Uploaded ${policyName} to ${holder.kind} ${holder.name}.`;
  if ((await services.prompts.inform(message, OPEN)) === OPEN) {
    await services.documents.open({ kind: 'inline', holder, policyName });
  }
}

/** Says what AWS would refuse; true when there is something. */
export async function hasFaults({ policyReview, prompts }: Services, text: string) {
  const [first, ...more] = await policyReview.faults(text);
  if (!first) return false;
  const line = text.slice(0, first.offset).split('\n').length;
  const rest = more.length === 0 ? '' : ` There are ${more.length} more.`;
  await prompts.error(
    `AWS would refuse this policy, so it is not sent. Line ${line}: ${first.message}${rest}`,
  );
  return true;
}

/** Asks for the name of a new policy, with a proposal. */
export async function askPolicyName(
  { prompts }: Services,
  title: string,
  { suggestedName }: ChosenPolicy,
): Promise<string | undefined> {
  const name = await prompts.text({
    title,
    prompt: 'Name of the policy',
    value: suggestedName,
    validate: (text) => nameProblem('policy', text),
  });
  return typeof name === 'string' ? name : undefined;
}

interface Upload {
  holder: PolicyHolder;
  policyName: string;
  text: string;
}

async function confirmed(
  { prompts }: Services,
  { account }: ActiveAccount,
  { holder, policyName, text }: Upload,
): Promise<boolean> {
  const owner = holder.kind === 'user' ? account.user(holder.name) : account.group(holder.name);
  const replaces = owner?.inlinePolicies.some(({ name }) => name === policyName) ?? false;
  const everything = allowsEverything(text);
  if (!replaces && !everything) return true;
  const action = replaces ? REPLACE : UPLOAD;
  const chosen = await prompts.confirm({
    message: replaces
      ? `Replace the policy ${policyName} of ${holder.kind} ${holder.name}?`
      : `Upload a policy that allows everything?`,
    detail: [
      replaces ? 'AWS keeps no copy of the one that is there.' : '',
      everything ? 'It allows every action on every resource of the account.' : '',
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
    actions: [action],
  });
  return chosen === action;
}
