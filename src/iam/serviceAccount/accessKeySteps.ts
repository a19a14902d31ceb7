import type { Account } from '../account';
import { IamError } from '../errors';
import { asObject, textOf, type Json } from '../json';
import { lookAgain, type Wait } from '../lookAgain';
import type { NewAccessKey } from '../model';
import { unlessGone } from '../unlessGone';
import type { ProbeResult, Step, StepContext } from '../transactionStep';

export interface AccessKeyOptions {
  /** The key with its secret, or undefined when it has been taken back. */
  keep: (key: NewAccessKey | undefined) => void;
  wait?: Wait;
}

/** The key is made last, so that its secret is in memory only for as short as can be. */
export function accessKeySteps(
  userName: string,
  account: Account,
  { keep, wait }: AccessKeyOptions,
): Step[] {
  let key: NewAccessKey | undefined;
  const hold = (made: NewAccessKey | undefined): void => {
    key = made;
    keep(made);
  };
  return [
    {
      id: 'createAccessKey',
      title: `Create an access key for user ${userName}`,
      call: { operation: 'CreateAccessKey', object: `user ${userName}` },
      inMemory: { lost: 'Its secret was only in the window that closed. Nobody can use this key.' },
      prepare: async ({ signal }) => ({ ids: await keyIds(userName, account, signal) }),
      run: async () => {
        const made = await account.createAccessKey(userName);
        hold(made);
        return { id: made.id };
      },
      probe: (context) => probeCreation(userName, account, context, wait),
      undo: async (made) => {
        await unlessGone(account.deleteAccessKey(userName, textOf(made, 'id') ?? ''));
        hold(undefined);
      },
    },
    {
      id: 'probeAccessKey',
      title: 'Wait until the access key works',
      call: { operation: 'GetCallerIdentity', object: 'with the new key, until it is accepted' },
      inMemory: { lost: 'The key that was tried is gone.' },
      run: async ({ signal, note }) => {
        if (key === undefined) throw new IamError('unknown', 'The secret of the key is gone.');
        await account.probeAccessKey(key, { signal, onWait: (waited) => note(waitText(waited)) });
        note('');
        return null;
      },
    },
  ];
}

/** AWS tells all its parts of a new key within 15 seconds or so. */
function waitText(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return `AWS does not know the key everywhere yet. Waiting for ${seconds} s…`;
}

async function keyIds(userName: string, account: Account, signal: AbortSignal): Promise<string[]> {
  return (await account.listAccessKeys(userName, { signal })).map(({ id }) => id);
}

/** A key that is there now and was not before has no owner: its secret went with the answer. */
async function probeCreation(
  userName: string,
  account: Account,
  { before, signal, note }: StepContext,
  wait?: Wait,
): Promise<ProbeResult> {
  note('The answer was lost. Looking for a key that nobody has…');
  const known = idsOf(before);
  const found = await lookAgain(
    async () => {
      const ids = await keyIds(userName, account, signal);
      const added = ids.filter((id) => !known.includes(id));
      return added.length > 0 ? added : undefined;
    },
    signal,
    wait,
  );
  const [id, ...others] = found ?? [];
  if (id === undefined) return { state: 'notSeen' };
  if (others.length > 0) {
    const why = `Several access keys appeared meanwhile (${[id, ...others].join(', ')}), and which of them this run made cannot be told.`;
    return { state: 'unknown', why };
  }
  const why = `The answer was lost, and access key ${id} was made without anybody having its secret. Retry deletes it and makes another.`;
  return { state: 'made', made: { id }, usable: false, why };
}

function idsOf(before: Json): string[] {
  const ids = asObject(before)?.ids;
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}
