import type { PolicyDocument } from './document';
import { placeholderAccounts } from './facts/placeholders';

/** Account numbers that a policy's resources and principals name, those of documentation left out. */
export function accountsIn({ statements }: PolicyDocument): string[] {
  const accounts = statements.flatMap(({ resources, principals }) => [
    ...resources.map(({ arn }) => arn?.account ?? ''),
    ...principals.map(({ arn, text }) => arn?.account ?? text),
  ]);
  return [...new Set(accounts)].filter(
    (account) => /^\d{12}$/.test(account) && !placeholderAccounts.has(account),
  );
}
