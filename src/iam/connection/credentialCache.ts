import type { Clock } from '../clock';
import type { Credentials } from '../sdk';

/** A session is renewed this long before it ends, so that no call is sent with one that ends under way. */
const EARLY_MILLISECONDS = 60_000;

/**
 * Keeps credentials until they expire or {@link reset} is called. Callers at the same time wait for
 * one reading, so that a person is asked for one MFA code only. A failure is not kept.
 */
export class CredentialCache {
  private current: Credentials | undefined;
  private pending: Promise<Credentials> | undefined;

  constructor(
    private readonly read: () => Promise<Credentials>,
    private readonly clock: Clock,
  ) {}

  async get(): Promise<Credentials> {
    const ends = this.current?.expiration?.getTime() ?? Infinity;
    if (this.current && ends - EARLY_MILLISECONDS > this.clock.now()) return this.current;
    this.pending ??= this.refresh();
    return this.pending;
  }

  /** Forgets them: the next {@link get} reads anew. */
  reset(): void {
    this.current = undefined;
    this.pending = undefined;
  }

  private refresh(): Promise<Credentials> {
    const reading = this.read();
    const done = (credentials?: Credentials): void => {
      // A reset meanwhile has made this reading an old one.
      if (this.pending !== reading) return;
      this.pending = undefined;
      this.current = credentials;
    };
    reading.then(done, () => done());
    return reading;
  }
}
