import type { Connection, ResolvedConnection } from '../iam/connection/connection';
import type { AccountIdentity } from '../iam/model';
import { plainText } from '../ui/plainText';

export interface ConnectionStatus {
  resolved: ResolvedConnection;
  identity?: AccountIdentity;
  sessionLost: boolean;
}

/** "IAM: practice account", "IAM: prod (111122223333)", with what a person must not overlook. */
export function statusText({ resolved, identity, sessionLost }: ConnectionStatus): string {
  const { connection, endpoint, label, readOnly } = resolved;
  const facts = [
    connection.kind === 'practice' ? undefined : identity?.accountId,
    endpoint === undefined ? undefined : 'custom endpoint',
    sessionLost ? 'signed out' : undefined,
  ].filter((fact) => fact !== undefined);
  const details = facts.length === 0 ? '' : ` (${facts.join(', ')})`;
  return `${readOnly ? '$(lock) ' : ''}IAM: ${withoutIcons(label)}${details}`;
}

/** What is remembered and not connected yet. */
export function rememberedText(connection: Connection): string {
  switch (connection.kind) {
    case 'practice':
      return 'IAM: practice account';
    case 'environment':
      return 'IAM: environment';
    case 'profile':
      return `IAM: ${withoutIcons(connection.profile)}`;
  }
}

/** The status bar draws `$(name)` as an icon; in the name of a profile it is text. */
function withoutIcons(text: string): string {
  return plainText(text).replace(/\$\(/g, '$ (');
}
