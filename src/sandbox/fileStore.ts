import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Account } from './account';
import type { AwsPolicies } from './awsPolicies';
import { ServiceError } from './errors';
import { withFileLock } from './fileLock';
import type { AccountState } from './state';
import type { Store } from './store';

export interface FileStoreOptions {
  file: string;
  /** The state when there is no file, or none that can be read. */
  initial: () => AccountState;
  awsPolicies: AwsPolicies;
  onNotice: (message: string) => void;
}

/**
 * Keeps the state in a file that several processes may share: it is read again when another process
 * has written it, and written whole, under a lock, by way of a temporary file.
 */
export class FileStore implements Store {
  private loaded: { account: Account; version: string } | undefined;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: FileStoreOptions) {}

  async read(): Promise<Account> {
    const version = await this.fileVersion();
    if (this.loaded && this.loaded.version === version) return this.loaded.account;
    const state = version === undefined ? undefined : await this.readState();
    if (!state) return this.locked(() => this.load());
    const account = new Account(state, this.options.awsPolicies);
    this.loaded = { account, version: version ?? '' };
    return account;
  }

  change<T>(apply: (account: Account) => T): Promise<T> {
    return this.locked(async () => {
      const account = await this.load();
      const result = apply(account);
      await this.save(account);
      return result;
    });
  }

  replace(state: AccountState): Promise<void> {
    return this.locked(() => this.save(new Account(state, this.options.awsPolicies)));
  }

  /** One change at a time in this process, and one process at a time. */
  private locked<T>(work: () => Promise<T>): Promise<T> {
    const run = async () => {
      try {
        await mkdir(path.dirname(this.options.file), { recursive: true });
        return await withFileLock(this.options.file, work);
      } catch (error) {
        if (error instanceof ServiceError) throw error;
        throw this.storageFailure(error);
      }
    };
    const result = this.queue.then(run, run);
    this.queue = result.catch(() => undefined);
    return result;
  }

  private async load(): Promise<Account> {
    const version = await this.fileVersion();
    if (this.loaded && this.loaded.version === version) return this.loaded.account;
    const state = version === undefined ? undefined : await this.readState();
    if (version !== undefined && !state) await this.putAside();
    const account = new Account(state ?? this.options.initial(), this.options.awsPolicies);
    if (!state) await this.save(account);
    else this.loaded = { account, version: version ?? '' };
    return account;
  }

  private async readState(): Promise<AccountState | undefined> {
    return parseState(await readFile(this.options.file, 'utf8'));
  }

  /** What is in memory is thrown away when it cannot be written, for it may be half a change. */
  private async save(account: Account): Promise<void> {
    const { file } = this.options;
    const temporary = `${file}.${process.pid}.tmp`;
    this.loaded = undefined;
    try {
      await writeFile(temporary, JSON.stringify(account.state), { mode: 0o600 });
      await replaceFile(temporary, file);
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined);
      throw error;
    }
    this.loaded = { account, version: (await this.fileVersion()) ?? '' };
  }

  private async putAside(): Promise<void> {
    const { file, onNotice } = this.options;
    const aside = `${file}.corrupt-${new Date().toISOString().replace(/[:.]/g, '-')}`;
    await rename(file, aside);
    onNotice(
      `The practice account could not be read from ${file}. It starts anew; the damaged file was kept as ${aside}.`,
    );
  }

  /** Changes with every write: each makes a new file. Undefined when there is none. */
  private async fileVersion(): Promise<string | undefined> {
    try {
      const { ino, mtimeNs, size } = await stat(this.options.file, { bigint: true });
      return `${ino}-${mtimeNs}-${size}`;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw this.storageFailure(error);
    }
  }

  private storageFailure(error: unknown): ServiceError {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = (code && REASONS[code]) ?? message;
    return new ServiceError(
      500,
      'ServiceFailure',
      `The practice account could not be kept in ${this.options.file}: ${reason}. Nothing was changed.`,
    );
  }
}

/** Windows refuses for a moment while another process reads the old file. */
async function replaceFile(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (
        process.platform !== 'win32' ||
        attempt === 10 ||
        !['EPERM', 'EACCES'].includes(code ?? '')
      ) {
        throw error;
      }
      await sleep(attempt * 5);
    }
  }
}

const REASONS: Readonly<Record<string, string | undefined>> = {
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
  EACCES: 'the folder or the file may not be written',
  EPERM: 'the folder or the file may not be written',
  EISDIR: 'it is a folder',
};

/** Undefined for what is not a state that this version wrote. */
function parseState(text: string): AccountState | undefined {
  try {
    const value = JSON.parse(text) as Partial<AccountState> | null;
    const lists = [
      value?.users,
      value?.groups,
      value?.roles,
      value?.policies,
      value?.virtualMfaDevices,
      value?.deletedKeys,
    ];
    const whole =
      value?.format === 1 &&
      /^\d{12}$/.test(value.accountId ?? '') &&
      typeof value.root === 'object' &&
      lists.every((list) => Array.isArray(list));
    return whole ? (value as AccountState) : undefined;
  } catch {
    return undefined;
  }
}
