import type { Check } from '../check';
import { replaceString } from '../edit';
import { hasWildcard } from '../pattern';
import { typesOfResource } from '../resourceFit';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
export const arnAccountNotAllowed: Check = {
  code: 'ARN_ACCOUNT_NOT_ALLOWED',
  severity: 'error',
  title: 'Account in an ARN that has none',
  description:
    'ARNs of this resource type have no account; the field is empty. With one the ARN names nothing.',
  resource({ arn, node, text }, report, { catalog }) {
    if (!arn || arn.account === '' || hasWildcard(arn.account) || arn.account.includes('${'))
      return;
    const types = typesOfResource(catalog, arn.service, arn.resource);
    if (types.length === 0 || types.some((type) => type.arn.account !== '')) return;
    const fixed = text.replace(`:${arn.account}:`, '::');
    const name = types[0]?.type.name ?? '';
    report(node, `The ARN of a resource of type ${name} has no account: leave the field empty.`, {
      fixes: [
        { title: `Change to ${fixed}`, edits: [replaceString(node, fixed)], preferred: true },
      ],
    });
  },
};
