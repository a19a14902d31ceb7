import type { Account } from '../iam/account';
import type { ActiveAccount, Services } from '../services';

/**
 * The account in use. Connects what is remembered; when there is nothing, says so and offers to
 * choose, and gives undefined.
 */
export async function connectedAccount(services: Services): Promise<ActiveAccount | undefined> {
  const { connections, prompts } = services;
  const active = connections.active ?? (await connections.restore());
  if (active) return active;
  const practice = 'Use the Practice Account';
  const connect = 'Connect to AWS…';
  const chosen = await prompts.warn('IAM is not connected to an account.', practice, connect);
  if (chosen === practice) return connections.use({ kind: 'practice', id: 'practice' });
  if (chosen !== connect) return undefined;
  const choice = await pickConnection(services);
  return choice;
}

/** Lets the person choose among the connections and uses the choice. */
export async function pickConnection(services: Services): Promise<ActiveAccount | undefined> {
  const { connections, prompts } = services;
  const answer = await prompts.pick({
    title: 'Connect to',
    placeholder: 'Practice account, a profile of your AWS files, or the environment',
    choices: connections.available().then((found) =>
      found.map((resolved) => ({
        label: resolved.label,
        description: resolved.endpoint,
        value: resolved.connection,
      })),
    ),
  });
  if (answer === undefined || typeof answer === 'symbol') return undefined;
  return connections.use(answer);
}

/** Waits for users, groups and policies of the account; loads them when nobody has yet. */
export async function loaded(account: Account, signal?: AbortSignal): Promise<void> {
  const parts = [account.users, account.groups, account.policies];
  if (parts.every(({ state }) => state === 'ready' || state === 'failed')) return;
  await account.load({ signal });
}
