import type { PolicyVersion } from '../iam/model';
import { chooseManagedPolicy } from '../ui/chooseEntity';
import { connectedAccount } from '../ui/connected';
import type { Choice } from '../ui/prompts';
import { targetRefs, type Command } from './command';

/** Shows an older version of a managed policy beside its default one. */
export const comparePolicyVersions: Command = {
  id: 'iamWorkbench.comparePolicyVersions',
  async run(services, ...args) {
    const active = await connectedAccount(services);
    if (!active) return;
    const { account } = active;
    const { prompts } = services;
    const title = 'Compare Policy Versions';
    const [ref] = targetRefs(services, args);
    const arn =
      ref?.kind === 'policy' && ref.ref.kind === 'managed'
        ? ref.ref.arn
        : (await chooseManagedPolicy(prompts, account, { title, placeholder: 'Policy' }))?.arn;
    if (arn === undefined) return;
    const versions = await account.listPolicyVersions(arn);
    const current = versions.find(({ isDefault }) => isDefault);
    const others = versions.filter(({ isDefault }) => !isDefault);
    if (!current || others.length === 0) {
      await prompts.inform('The policy has one version, so there is nothing to compare.');
      return;
    }
    const placeholder = `Compare with the default version, ${current.id}`;
    const answer = await prompts.pick({ title, placeholder, choices: others.map(versionChoice) });
    if (typeof answer === 'string') await services.documents.compare(arn, answer, current.id);
  },
};

function versionChoice({ id, created }: PolicyVersion): Choice<string> {
  return { label: id, description: created.toLocaleString(), value: id };
}
