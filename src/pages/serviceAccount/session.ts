import { Emitter } from '../../iam/events';
import type { Handover } from '../../iam/handover';
import { textOf } from '../../iam/json';
import type { JournalStore } from '../../iam/journal';
import type { NewAccessKey } from '../../iam/model';
import {
  beginServiceAccount,
  certificateFiles,
  planServiceAccount,
  type ServiceAccountInput,
  type ServiceAccountPlan,
  type StepPorts,
} from '../../iam/serviceAccount';
import type { Transaction } from '../../iam/transaction';
import type { RunState as TransactionState } from '../../iam/transactionStep';
import type { ActiveAccount, PolicyReview } from '../../services';
import { policyState } from './policyFacts';
import { handoverState, reviewState, runState, type PlaceText } from './present';
import type { PageState, PolicyState } from './state';

export interface SessionParts {
  active: ActiveAccount;
  accountId: string;
  place: PlaceText;
  journals: JournalStore;
  review: Pick<PolicyReview, 'describe'>;
}

/** A run that an earlier window left, ready to be taken up. */
export interface Interrupted {
  input: ServiceAccountInput;
  resume: (ports: StepPorts) => Transaction;
}

/**
 * One service account from review to hand-over. Holds the secret for as long as the page needs it;
 * the page itself may close and come back.
 */
export class ServiceAccountSession {
  private readonly changed = new Emitter<PageState>();
  readonly onDidChange = this.changed.event;
  private plan: ServiceAccountPlan | undefined;
  private policy: PolicyState | undefined;
  private transaction: Transaction | undefined;
  private key: NewAccessKey | undefined;
  private safe = false;
  private starting = false;
  private stopping = new AbortController();

  constructor(
    private readonly parts: SessionParts,
    private current: ServiceAccountInput,
    private passphrase: string | undefined,
  ) {}

  get input(): ServiceAccountInput {
    return this.current;
  }

  get runState(): TransactionState | 'review' {
    return this.transaction?.progress().state ?? 'review';
  }

  /** True while there is a key whose secret is nowhere but here. */
  get secretIsAtRisk(): boolean {
    return this.key !== undefined && !this.safe && this.runState === 'done';
  }

  get hasMade(): boolean {
    return this.transaction?.hasMade() === true;
  }

  /** Looks at the account and makes the review. Rejects with an IamError. */
  async review(input: ServiceAccountInput, passphrase: string | undefined): Promise<void> {
    if (this.transaction || this.starting) return;
    const [plan, policy] = await Promise.all([
      planServiceAccount(input, this.parts.active.account),
      policyState(input, this.parts.review),
    ]);
    this.current = input;
    this.passphrase = passphrase;
    this.plan = plan;
    this.policy = policy;
    this.tell();
  }

  /** Takes up a run of an earlier window, without running it. */
  takeUp({ resume }: Interrupted): void {
    this.follow(resume(this.ports()));
  }

  state(): PageState | undefined {
    const { place, active } = this.parts;
    if (!this.transaction) {
      return (
        this.plan &&
        reviewState(this.plan, this.policy, place, {
          readOnly: active.resolved.readOnly,
          canChange: this.current.userExists !== true,
        })
      );
    }
    const progress = this.transaction.progress();
    if (progress.state !== 'done') return runState(this.input, progress, this.hasMade, place);
    return handoverState(this.input, this.handover(), this.safe, place);
  }

  /** Begins to make what the review shows. Rejects when the journal cannot be written. */
  async create(): Promise<void> {
    if (this.transaction || this.starting || !this.plan || this.plan.problems.length > 0) return;
    // A second click comes before the journal of the first is on the disk.
    this.starting = true;
    const place = {
      connectionId: this.parts.active.resolved.connection.id,
      accountId: this.parts.accountId,
    };
    try {
      const { journals } = this.parts;
      this.follow(await beginServiceAccount(this.input, place, journals, this.ports()));
    } finally {
      this.starting = false;
    }
    await this.run();
  }

  /** Starts, retries or finishes. */
  async run(): Promise<void> {
    if (this.isBusy()) return;
    this.stopping = new AbortController();
    const progress = await this.transaction?.run(this.stopping.signal);
    // Nothing is left to lose without a secret, so nothing is kept to be taken up.
    if (progress?.state === 'done' && !this.key) await this.transaction?.keep();
  }

  /** Stops before the next step. */
  stop(): void {
    this.stopping.abort();
  }

  async undo(): Promise<void> {
    if (this.isBusy()) return;
    this.stopping = new AbortController();
    await this.transaction?.undo(this.stopping.signal);
  }

  async keep(): Promise<void> {
    if (this.isBusy()) return;
    await this.transaction?.keep();
    this.tell();
  }

  /** Leaves the run to a later start. */
  async release(): Promise<void> {
    if (!this.isBusy()) await this.transaction?.release();
  }

  /** The secret has got out of this window: saved or copied. */
  async secretIsSafe(): Promise<void> {
    this.safe = true;
    await this.transaction?.keep();
    this.tell();
  }

  /** Deletes the key whose secret nobody wants. Rejects with an IamError. */
  async deleteKey(): Promise<void> {
    if (!this.key) return;
    await this.parts.active.account.deleteAccessKey(this.input.userName, this.key.id);
    this.key = undefined;
    await this.transaction?.keep();
  }

  /** What is handed over, the secret included. */
  handover(): Handover {
    const { certificate, userName } = this.input;
    const files = certificateFiles(this.input);
    const id = textOf(this.transaction?.made('uploadCertificate'), 'id');
    return {
      userName,
      accountId: this.parts.accountId,
      ...(this.key && { accessKey: { id: this.key.id, secret: this.key.secret } }),
      ...(certificate &&
        id !== undefined && {
          certificate: { id, certificateFile: files.certificate, keyFile: files.key },
        }),
      ...(this.parts.active.resolved.endpoint === undefined
        ? {}
        : { endpoint: this.parts.active.resolved.endpoint }),
    };
  }

  commands(): ServiceAccountPlan['commands'] | undefined {
    return this.plan?.commands;
  }

  isBusy(): boolean {
    return this.runState === 'running' || this.runState === 'undoing';
  }

  private ports(): StepPorts {
    return {
      account: this.parts.active.account,
      passphrase: this.passphrase,
      keep: (key) => {
        this.key = key;
        this.safe = false;
      },
    };
  }

  private follow(transaction: Transaction): void {
    this.transaction = transaction;
    transaction.onDidProgress(() => this.tell());
    this.tell();
  }

  private tell(): void {
    const state = this.state();
    if (state) this.changed.fire(state);
  }
}
