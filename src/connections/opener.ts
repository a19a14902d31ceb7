import { createHash } from 'node:crypto';
import type { CallLog } from '../iam/client';
import {
  environmentHasCredentials,
  listProfiles,
  profileConnection,
  resolveConnection,
  type Connection,
  type ConnectionSettings,
  type ProfileSummary,
  type ResolvedConnection,
} from '../iam/connection/connection';
import { createAccount } from '../iam/connection/openAccount';
import { readSharedFiles } from '../iam/connection/sharedFiles';
import type { ActiveAccount, AvailableConnection } from '../services';
import type { PracticeSandbox } from './practiceSandbox';

/** Finds and opens connections: all that the manager does not need to know about files and SDK. */
export interface ConnectionOpener {
  available(): Promise<AvailableConnection[]>;
  /** What the connection stands for now, with what tells whether that has changed since. */
  resolve(connection: Connection): Promise<{ resolved: ResolvedConnection; fingerprint: string }>;
  open(resolved: ResolvedConnection): ActiveAccount;
  resetPractice(): Promise<void>;
}

export interface OpenerParts {
  settingsOf: (connection: Connection) => ConnectionSettings;
  openPractice: () => Promise<PracticeSandbox>;
  askMfaCode: (serialNumber: string) => Promise<string | undefined>;
  log: (entry: CallLog) => void;
  /** Told when AWS's files cannot be read: the other connections can be chosen all the same. */
  onUnreadable: (error: unknown) => void;
}

export function createOpener(parts: OpenerParts): ConnectionOpener {
  return {
    available: () => available(parts.onUnreadable),
    async resolve(connection) {
      const resolved = await resolveConnection(connection, parts.settingsOf(connection));
      return { resolved, fingerprint: await fingerprintOf(resolved) };
    },
    open: (resolved) => ({
      resolved,
      account: createAccount(resolved, {
        practiceRequestHandler: async () => (await parts.openPractice()).requestHandler,
        askMfaCode: parts.askMfaCode,
        log: parts.log,
      }),
    }),
    resetPractice: async () => (await parts.openPractice()).reset(),
  };
}

async function available(
  onUnreadable: OpenerParts['onUnreadable'],
): Promise<AvailableConnection[]> {
  const found = await listProfiles().catch((error: unknown) => {
    onUnreadable(error);
    return [];
  });
  const profiles = found.map((profile): AvailableConnection => ({
    connection: profileConnection(profile.name),
    label: profile.name,
    description: describeProfile(profile),
  }));
  const environment: AvailableConnection[] = environmentHasCredentials()
    ? [
        {
          connection: { kind: 'environment', id: 'environment' },
          label: 'Environment',
          description: 'the variables that VS Code was started with',
        },
      ]
    : [];
  return [
    {
      connection: { kind: 'practice', id: 'practice' },
      label: 'Practice account',
      description: 'an IAM on this machine; nothing leaves it',
    },
    ...profiles,
    ...environment,
  ];
}

function describeProfile({ source, region, endpoint }: ProfileSummary): string {
  const parts = [source === 'none' ? 'no credentials' : source, region, endpoint];
  return parts.filter((part) => part !== undefined).join(' · ');
}

/**
 * Changes when another account may be behind the connection. Of the profile's secrets nothing but
 * the access key's id goes into it.
 */
async function fingerprintOf(resolved: ResolvedConnection): Promise<string> {
  const { connection } = resolved;
  const name = connection.kind === 'profile' ? connection.profile : process.env['AWS_PROFILE'];
  const profile =
    connection.kind === 'practice'
      ? undefined
      : (await readSharedFiles(process.env)).profiles.get(name ?? 'default');
  const settings = [...(profile?.values ?? [])].filter(
    ([key]) => key !== 'aws_secret_access_key' && key !== 'aws_session_token',
  );
  const facts = JSON.stringify([resolved, settings]);
  return createHash('sha256').update(facts).digest('hex');
}
