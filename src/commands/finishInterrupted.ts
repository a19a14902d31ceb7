import { resumeDeletion, unfinishedDeletion } from '../iam/deletion';
import { IamError } from '../iam/errors';
import type { UnfinishedRun } from '../iam/journal';
import type { ActiveAccount, Services } from '../services';
import { journalStore } from '../ui/journalStore';
import { runDeletion } from '../ui/runDeletion';
import type { Command } from './command';

const TITLE = 'Interrupted Runs';

/**
 * 1. Lists the runs that a window left unfinished; those of windows that are open are not among them.
 * 2. Connects to the account of the chosen one, and goes on where it stopped: with a service account
 *    on its page, where it can be finished, undone or kept.
 */
export const finishInterrupted: Command = {
  id: 'iamWorkbench.finishInterrupted',
  async run(services) {
    const { prompts } = services;
    const { runs, damaged } = await journalStore(services.context).unfinished();
    for (const { file } of damaged) {
      await prompts.warn(`A journal cannot be read, and was left where it is: ${file}`);
    }
    if (runs.length === 0) {
      await prompts.inform('Nothing was interrupted.');
      return;
    }
    const answer = await prompts.pick<UnfinishedRun>({
      title: TITLE,
      placeholder: 'Finish or undo',
      choices: runs.map((run) => ({
        label: run.header.title,
        description: run.started.toLocaleString(),
        detail: `Account ${run.header.accountId}`,
        value: run,
      })),
    });
    if (typeof answer === 'object') await takeUp(services, answer);
  },
};

async function takeUp(services: Services, run: UnfinishedRun): Promise<void> {
  const active = await connectTo(services, run);
  const flow = await import('../pages/serviceAccount/flow');
  const input = flow.unfinishedServiceAccount(run);
  const parts = unfinishedDeletion(run);
  const passphrase = input?.certificate?.encrypted
    ? await services.prompts.text({
        title: run.header.title,
        prompt: 'Passphrase of the private key; it is needed when the key was not written yet',
        password: true,
      })
    : undefined;
  const claimed = await journalStore(services.context).claim(run.id);
  if (!claimed) {
    await services.prompts.inform('Another window has taken it up.');
    return;
  }
  if (input) {
    const resume = (ports: Parameters<typeof flow.resumeServiceAccount>[2]) =>
      flow.resumeServiceAccount(input, claimed, ports);
    const phrase = typeof passphrase === 'string' && passphrase !== '' ? passphrase : undefined;
    await flow.resumeServiceAccountFlow(services, active, { input, resume }, phrase);
  } else if (parts) {
    await runDeletion(services, resumeDeletion(parts, claimed, active.account), parts);
  } else {
    await claimed.journal.release();
    throw new IamError('unknown', `“${run.header.title}” was begun by another version.`);
  }
}

/** A run is taken up under its own connection and in its own account, or not at all. */
async function connectTo(services: Services, { header }: UnfinishedRun): Promise<ActiveAccount> {
  const { connections } = services;
  const current = connections.active ?? (await connections.restore());
  let active = current;
  if (current?.resolved.connection.id !== header.connectionId) {
    const found = (await connections.available()).find(
      ({ connection }) => connection.id === header.connectionId,
    );
    if (!found) {
      throw new IamError('noCredentials', `The connection ${header.connectionId} is not there.`, {
        advice: 'Bring its profile back, then run “Finish Interrupted Runs” again.',
      });
    }
    active = await connections.use(found.connection);
  }
  const identity = await active?.account.identity();
  if (!active || identity?.accountId !== header.accountId) {
    throw new IamError(
      'invalidInput',
      `The connection now leads to account ${identity?.accountId ?? 'unknown'}; the run belongs to ${header.accountId}.`,
      { advice: 'Nothing was sent. Connect to that account and try again.' },
    );
  }
  return active;
}
