import type { Check } from '../check';
import { placeholderAccounts } from '../facts/placeholders';

/** https://docs.aws.amazon.com/general/latest/gr/docconventions.html */
export const placeholderAccount: Check = {
  code: 'PLACEHOLDER_ACCOUNT',
  severity: 'suggestion',
  title: 'Account number from the documentation',
  own: true,
  source: 'https://docs.aws.amazon.com/general/latest/gr/docconventions.html',
  description:
    'The account number is one that AWS’s documentation uses in examples. Put your own in its place.',
  resource({ arn, node }, report) {
    if (arn?.account.length === 12 && placeholderAccounts.has(arn.account))
      report(node, message(arn.account));
  },
  principal({ arn, text, node, type }, report) {
    const account = arn?.account ?? (type === 'AWS' ? text : '');
    if (placeholderAccounts.has(account)) report(node, message(account));
  },
  condition({ values }, report) {
    for (const node of values) {
      if (node.type !== 'string') continue;
      const account = ACCOUNT.exec(node.value)?.[1];
      if (account && placeholderAccounts.has(account)) report(node, message(account));
    }
  },
};

/** A value that is an account, or an ARN with one. */
const ACCOUNT = /(?:^|:)(\d{12})(?:$|:)/;

const message = (account: string) =>
  `${account} is an account number of AWS’s documentation. Put your own in its place.`;
