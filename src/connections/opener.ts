import { IamError } from '../iam/errors';
import type { Connection, ResolvedConnection } from '../iam/connection/connection';
import type { ActiveAccount } from '../services';

/** Finds and opens connections: all that the manager does not need to know about files and SDK. */
export interface ConnectionOpener {
  available(): Promise<ResolvedConnection[]>;
  open(connection: Connection): Promise<ActiveAccount>;
  resetPractice(): Promise<void>;
}

export function createOpener(): ConnectionOpener {
  return {
    available: () => Promise.resolve([]),
    open: ({ id }) => Promise.reject(new IamError('noCredentials', `${id} cannot be opened.`)),
    resetPractice: () => Promise.resolve(),
  };
}
