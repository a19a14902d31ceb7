import type { Account } from '../iam/account';
import type { EntityRef, PolicyRef } from '../iam/model';
import type { Services } from '../services';
import { loaded } from './connected';
import type { Choice } from './prompts';

/** The policy that a command was called on; asks when it was called on none. */
export async function askPolicy(
  { prompts }: Pick<Services, 'prompts'>,
  account: Account,
  refs: readonly EntityRef[],
  title: string,
): Promise<PolicyRef | undefined> {
  const [first] = refs;
  if (first?.kind === 'policy') return first.ref;
  if (first?.kind === 'attachment') return { kind: 'managed', arn: first.arn };
  const choices = loaded(account).then(() => allPolicies(account));
  const answer = await prompts.pick({ title, placeholder: 'Policy', choices });
  return typeof answer === 'object' ? answer : undefined;
}

/** Inline policies and the account's own managed ones; AWS's are chosen in the view. */
function allPolicies(account: Account): Choice<PolicyRef>[] {
  const inline = [...account.groups.items, ...account.users.items].flatMap((holder) =>
    holder.inlinePolicies.map(({ name }): Choice<PolicyRef> => ({
      label: name,
      description: `${holder.kind} ${holder.name}`,
      group: 'Inline',
      value: {
        kind: 'inline',
        holder: { kind: holder.kind, name: holder.name },
        policyName: name,
      },
    })),
  );
  const managed = account.policies.items.map(({ name, arn }): Choice<PolicyRef> => ({
    label: name,
    group: 'Customer managed',
    value: { kind: 'managed', arn },
  }));
  return [...inline, ...managed];
}
