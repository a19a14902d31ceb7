import { policyHolder, type ServiceAccountInput } from '../../iam/serviceAccount';
import type { PolicyReview } from '../../services';
import type { PolicyState } from './state';

const FULL_ACCESS =
  'Whoever has the credentials of this user can do everything in the account: read and delete all data, make users, and lock you out.';

/** What the review says of the policy; undefined when there is none. */
export async function policyState(
  input: ServiceAccountInput,
  review: Pick<PolicyReview, 'describe'>,
): Promise<PolicyState | undefined> {
  const { policy } = input;
  const { kind, name } = policyHolder(input);
  const holder = `${kind} ${name}`;
  if (policy.kind === 'none') return undefined;
  if (policy.kind === 'managed') {
    const warning = policy.arn.endsWith(':policy/AdministratorAccess') ? FULL_ACCESS : undefined;
    return { name: policy.name, holder, warning, findings: [] };
  }
  const { sentence, allowsEverything, findings } = await review.describe(policy.document);
  return {
    name: policy.name,
    holder,
    document: policy.document,
    sentence,
    warning: allowsEverything ? FULL_ACCESS : undefined,
    findings,
  };
}
