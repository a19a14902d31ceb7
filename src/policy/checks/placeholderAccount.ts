import type { Check, CheckContext } from '../check';
import { likelyAccounts } from '../likelyAccounts';
import { replaceString } from '../edit';
import type { Fix } from '../finding';
import type { StringNode } from '../syntax';
import { placeholderAccounts } from '../facts/placeholders';

/** Accounts beyond which a list of them is no help. */
const MAX_ACCOUNTS = 3;

/** The connected account, and those that the policy names elsewhere. */
function fixesOf({ document, accountId }: CheckContext, node: StringNode, account: string): Fix[] {
  return likelyAccounts(document, accountId)
    .slice(0, MAX_ACCOUNTS)
    .map((own) => ({
      title: `Change the account to ${own}`,
      edits: [replaceString(node, node.value.replaceAll(account, own))],
    }));
}

/** https://docs.aws.amazon.com/general/latest/gr/docconventions.html */
export const placeholderAccount: Check = {
  code: 'PLACEHOLDER_ACCOUNT',
  severity: 'suggestion',
  title: 'Account number from the documentation',
  own: true,
  source: 'https://docs.aws.amazon.com/general/latest/gr/docconventions.html',
  description:
    'The account number is one that AWS’s documentation uses in examples. Put your own in its place.',
  resource({ arn, node }, report, context) {
    if (arn?.account.length === 12 && placeholderAccounts.has(arn.account))
      report(node, message(arn.account), { fixes: fixesOf(context, node, arn.account) });
  },
  principal({ arn, text, node, type }, report, context) {
    const account = arn?.account ?? (type === 'AWS' ? text : '');
    if (placeholderAccounts.has(account)) {
      report(node, message(account), { fixes: fixesOf(context, node, account) });
    }
  },
  condition({ values }, report, context) {
    for (const node of values) {
      if (node.type !== 'string') continue;
      const account = ACCOUNT.exec(node.value)?.[1];
      if (!account || !placeholderAccounts.has(account)) continue;
      report(node, message(account), { fixes: fixesOf(context, node, account) });
    }
  },
};

/** A value that is an account, or an ARN with one. */
const ACCOUNT = /(?:^|:)(\d{12})(?:$|:)/;

const message = (account: string) =>
  `${account} is an account number of AWS’s documentation. Put your own in its place.`;
