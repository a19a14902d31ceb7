import type { PolicyDocument } from './document';
import { placeholderAccounts } from './facts/placeholders';

/**
 * Account numbers that are likely to be meant in a policy: that of the connected account, and those
 * that its resources and principals name; those of documentation are left out.
 */
export function likelyAccounts({ statements }: PolicyDocument, accountId?: string): string[] {
  const accounts = statements.flatMap(({ resources, principals }) => [
    ...resources.map(({ arn }) => arn?.account ?? ''),
    ...principals.map(({ arn, text }) => arn?.account ?? text),
  ]);
  return [...new Set([accountId ?? '', ...accounts])].filter(
    (account) => /^\d{12}$/.test(account) && !placeholderAccounts.has(account),
  );
}
