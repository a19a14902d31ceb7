import type { Check } from '../check';
import { replaceString } from '../edit';
import { accountWords } from '../facts/partitions';
import { hasWildcard } from '../pattern';

const ACCOUNT = /^[\d*?]*$/;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export const invalidArnAccount: Check = {
  code: 'INVALID_ARN_ACCOUNT',
  severity: 'error',
  title: 'Account of an ARN that is no account number',
  description:
    'An account number has twelve digits and no dashes. With another one the ARN names nothing.',
  resource({ arn, node, text }, report) {
    if (!arn || arn.account === '' || arn.account.includes('${')) return;
    if (accountWords.includes(arn.account) || /^<.*>$/.test(arn.account)) return;
    const plain = arn.account.replaceAll('-', '');
    const exact = !hasWildcard(arn.account);
    if (
      ACCOUNT.test(arn.account) &&
      (exact ? arn.account.length === 12 : arn.account.replaceAll('*', '').length <= 12)
    )
      return;
    const fixed = /^\d{12}$/.test(plain)
      ? text.replace(`:${arn.account}:`, `:${plain}:`)
      : undefined;
    report(
      node,
      `${JSON.stringify(arn.account)} is no account number: those have twelve digits and no dashes.`,
      {
        fixes: fixed
          ? [{ title: `Change to ${fixed}`, edits: [replaceString(node, fixed)], preferred: true }]
          : [],
      },
    );
  },
};
