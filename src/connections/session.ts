import type { CallLog } from '../iam/client';
import { Emitter } from '../iam/events';

const LOST: readonly CallLog['outcome'][] = ['expired', 'noCredentials', 'credentialsRejected'];

/** Whether the credentials of the connection in use still work, as its calls tell. */
export class Session {
  private readonly changed = new Emitter<void>();
  readonly onDidChange = this.changed.event;
  private lost = false;

  get isLost(): boolean {
    return this.lost;
  }

  note({ outcome }: CallLog): void {
    if (outcome !== 'ok' && !LOST.includes(outcome)) return;
    this.set(outcome !== 'ok');
  }

  /** Another connection: nothing is known of it yet. */
  reset(): void {
    this.set(false);
  }

  private set(lost: boolean): void {
    if (lost === this.lost) return;
    this.lost = lost;
    this.changed.fire();
  }
}
