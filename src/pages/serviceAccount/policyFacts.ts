import type { ServiceAccountInput } from '../../iam/serviceAccount';
import { policyHolder } from '../../iam/serviceAccount';
import type { PolicyLanguage } from '../../policy/index';
import type { PolicyState } from './state';

const FULL_ACCESS =
  'Whoever has the credentials of this user can do everything in the account: read and delete all data, make users, and lock you out.';

/** What the review says of the policy; undefined when there is none. */
export function policyState(
  input: ServiceAccountInput,
  language: PolicyLanguage,
): PolicyState | undefined {
  const { policy } = input;
  const { kind, name } = policyHolder(input);
  const holder = `${kind} ${name}`;
  if (policy.kind === 'none') return undefined;
  if (policy.kind === 'managed') {
    const warning = /:policy\/AdministratorAccess$/.test(policy.arn) ? FULL_ACCESS : undefined;
    return { name: policy.name, holder, warning, findings: [] };
  }
  const document = language.parse(policy.document);
  const summary = language.summarize(document);
  return {
    name: policy.name,
    holder,
    document: policy.document,
    sentence: summary.sentence,
    warning: summary.allowsEverything ? FULL_ACCESS : undefined,
    findings: language
      .check(document, { kind: 'identity' })
      .map(({ severity, message }) => ({ severity, message })),
  };
}
