import type { Account } from '../iam/account';
import type { EntityRef, PolicyHolder } from '../iam/model';
import type { Services } from '../services';
import { loaded } from './connected';
import type { Choice } from './prompts';

/** The user or group that a command was called on; asks when it was called on none. */
export async function askPrincipal(
  { prompts }: Pick<Services, 'prompts'>,
  account: Account,
  refs: readonly EntityRef[],
  title: string,
): Promise<PolicyHolder | undefined> {
  const [first] = refs;
  if (first?.kind === 'user' || first?.kind === 'group') return first;
  const choices = loaded(account).then(() => [
    ...choicesOf('group', account.groups.items),
    ...choicesOf('user', account.users.items),
  ]);
  const answer = await prompts.pick({ title, placeholder: 'User or group', choices });
  return typeof answer === 'object' ? answer : undefined;
}

function choicesOf(
  kind: PolicyHolder['kind'],
  principals: readonly { name: string }[],
): Choice<PolicyHolder>[] {
  return principals.map(({ name }) => ({
    label: name,
    icon: kind === 'user' ? 'person' : 'organization',
    group: kind === 'user' ? 'Users' : 'Groups',
    value: { kind, name },
  }));
}
