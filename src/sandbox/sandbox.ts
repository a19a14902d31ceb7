import type { AccountState } from './state';

/** One call, however it came in. */
export interface SandboxRequest {
  /** Path and query, such as /policy/validation?maxResults=10; / when absent. */
  path?: string;
  /** Of the AWS Query protocol: Action=…&Version=…&… as a form; of Access Analyzer: JSON. */
  body: string;
  /** The Authorization header; only the access key id in its Credential is read. */
  authorization?: string;
}

export interface SandboxResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export interface SandboxOptions {
  /** Twelve digits. */
  accountId?: string;
  /** Starts without the sample account. */
  empty?: boolean;
  /** Where the state is kept; in memory when absent. Several processes may share it. */
  stateFile?: string;
  /** dist/managed-policies.bin; without it there are no AWS managed policies. */
  managedPoliciesFile?: string;
  /** dist/catalog.bin; without it Access Analyzer's ValidatePolicy is refused. */
  catalogFile?: string;
  /** What the account holds at first, instead of the sample account or nothing. */
  state?: AccountState;
  /** Milliseconds added to every call. */
  delay?: number;
  /** Milliseconds for which a new access key is refused (InvalidClientTokenId), as AWS does for some seconds. */
  keyPropagation?: number;
  now?: () => Date;
  /** Is told in a sentence what the person should know, such as that a damaged state file was put aside. */
  onNotice?: (message: string) => void;
}

/** What a test or a demonstration makes the next calls do. */
export interface Fault {
  /** Operation name, such as CreateAccessKey; any when absent. */
  operation?: string;
  /** How many calls it hits; 1 when absent. */
  times?: number;
  effect:
    | { kind: 'error'; status: number; code: string; message: string }
    /** The connection breaks before the call is carried out. */
    | { kind: 'lostBefore' }
    /** The call is carried out and its answer is lost. */
    | { kind: 'lostAfter' }
    /** Something other than IAM answers; HTTP status 200 when absent. */
    | { kind: 'html'; status?: number }
    | { kind: 'delay'; milliseconds: number };
}

/** An IAM (with STS GetCallerIdentity and Access Analyzer's ValidatePolicy) that lives in this process. */
export interface Sandbox {
  /** Rejects only for the faults that lose a connection. */
  handle(request: SandboxRequest): Promise<SandboxResponse>;
  /** Brings back the first state: sample account, empty account or `state`, whatever a state file held. */
  reset(): Promise<void>;
  addFault(fault: Fault): void;
  clearFaults(): void;
  readonly accountId: string;
}
