import { allowsEverything } from '../iam/allowsEverything';
import { sameName } from '../iam/names';
import type { Account } from '../iam/account';
import type { Services } from '../services';
import { askPolicyText } from '../ui/askPolicyText';
import { connectedAccount, loaded } from '../ui/connected';
import type { Command } from './command';
import { askPolicyName, hasFaults } from './uploadPolicy';

const TITLE = 'Create Managed Policy';
const CREATE = 'Create';
const OPEN = 'Open';

/**
 * 1. Asks for the document (open editor, file, template), and stops at what AWS would refuse.
 * 2. Asks for name and description; warns when it allows everything.
 * 3. Creates the policy, attached to nothing, and offers to open it.
 */
export const createPolicy: Command = {
  id: 'iamWorkbench.createPolicy',
  async run(services) {
    const active = await connectedAccount(services);
    if (!active) return;
    const { account } = active;
    const chosen = await askPolicyText(services, active, TITLE);
    if (!chosen || (await hasFaults(services, chosen.text))) return;
    const name = await askPolicyName(services, TITLE, chosen);
    if (name === undefined || (await isTaken(services, account, name))) return;
    const description = await services.prompts.text({
      title: TITLE,
      prompt: 'Description, which cannot be changed later; may be empty',
      validate: (text) => (text.length > 1000 ? 'It has at most 1,000 characters.' : undefined),
    });
    if (typeof description !== 'string') return;
    if (!(await confirmed(services, chosen.text))) return;
    const options = description === '' ? {} : { description };
    const { arn } = await account.createPolicy(name, chosen.text, options);
    const opened = await services.prompts.inform(`Created policy ${name}.`, OPEN);
    if (opened === OPEN) await services.documents.open({ kind: 'managed', arn });
  },
};

async function isTaken({ prompts }: Services, account: Account, name: string): Promise<boolean> {
  await loaded(account);
  const taken = account.policies.items.find((policy) => sameName(policy.name, name));
  if (taken) await prompts.error(`A managed policy named ${taken.name} exists.`);
  return taken !== undefined;
}

async function confirmed({ prompts }: Services, text: string): Promise<boolean> {
  if (!allowsEverything(text)) return true;
  const chosen = await prompts.confirm({
    message: 'Create a policy that allows everything?',
    detail: 'Whoever it is attached to may do every action on every resource of the account.',
    actions: [CREATE],
  });
  return chosen === CREATE;
}
