import * as vscode from 'vscode';
import { isIamError } from '../iam/errors';
import type { AccountChange, PolicyRef } from '../iam/model';
import type { ActiveAccount, Connections, PolicyReview } from '../services';
import type { Prompter } from '../ui/prompts';
import { prettyPolicy } from './prettyPolicy';
import { savePolicy, SaveStopped } from './policySave';
import { parsePolicyPath, POLICY_SCHEME, type PolicyAddress } from './policyUri';

/** After a write IAM may answer with the text from before for some seconds. */
const STALE_READS_MS = 15_000;

/** What is known of one open document. */
interface Entry {
  /** The text as AWS last gave or took it. */
  stored: string;
  bytes: Uint8Array;
  /** Grows whenever the stored text changes: VS Code finds conflicts by it. Milliseconds. */
  mtime: number;
  /** The text before our own write, and until when a read of it is taken for stale. */
  replaced?: { text: string; until: number };
}

export interface PolicyFileSystemParts {
  connections: Connections;
  prompter: () => Prompter;
  review: PolicyReview;
  /** Shows AWS's complaint in the text that it refused. */
  complain: (uri: vscode.Uri, text: string, message: string) => void;
}

/**
 * Policies of the account as files. VS Code's own machinery does undo, hot exit, "save all" and
 * conflicts (by mtime); this class only reads, uploads, and tells what changed.
 */
export class PolicyFileSystem implements vscode.FileSystemProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;
  private readonly entries = new Map<string, Entry>();
  /** Documents whose upload is under way: what is read meanwhile may be of before or after. */
  private readonly saving = new Set<string>();
  private readonly subscriptions: { dispose(): void }[] = [this.changed];
  private accountSubscription: { dispose(): void } | undefined;

  constructor(private readonly parts: PolicyFileSystemParts) {
    this.subscriptions.push(parts.connections.onDidChange(() => this.connectionChanged()));
    this.connectionChanged();
  }

  dispose(): void {
    this.accountSubscription?.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** Why the document cannot be changed, in a sentence; undefined when it can. */
  readOnlyReason(uri: vscode.Uri): string | undefined {
    const address = parsePolicyPath(uri.path);
    const active = this.parts.connections.active;
    if (!address) return undefined;
    if (active?.resolved.connection.id !== address.connectionId) {
      return `This policy belongs to the connection "${connectionName(address.connectionId)}", which is not in use.`;
    }
    if (active.resolved.readOnly) return `The connection "${active.resolved.label}" is read-only.`;
    const { ref } = address;
    if (ref.kind === 'inline') return undefined;
    if (ref.versionId !== undefined) {
      return `Version ${ref.versionId} of a managed policy does not change.`;
    }
    return isAwsManaged(ref.arn) ? 'AWS manages this policy.' : undefined;
  }

  /** Not called for what was never opened: VS Code itself watches nothing here. */
  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const entry = await this.refresh(uri);
    const readOnly = this.readOnlyReason(uri) !== undefined;
    return {
      type: vscode.FileType.File,
      ctime: 0,
      mtime: entry.mtime,
      size: entry.bytes.byteLength,
      ...(readOnly ? { permissions: vscode.FilePermission.Readonly } : {}),
    };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return (this.entries.get(uri.toString()) ?? (await this.refresh(uri))).bytes;
  }

  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    const address = addressOf(uri);
    const reason = this.readOnlyReason(uri);
    if (reason !== undefined) throw new vscode.FileSystemError(`Not saved. ${reason}`);
    const active = this.activeFor(address);
    const key = uri.toString();
    const before = this.entries.get(key);
    const after = new TextDecoder().decode(content);
    this.saving.add(key);
    try {
      await savePolicy({
        account: active.account,
        prompts: this.parts.prompter(),
        review: this.parts.review,
        ref: address.ref,
        before: before?.stored ?? '',
        after,
      });
    } catch (error) {
      throw this.saveFailure(uri, after, error);
    } finally {
      this.saving.delete(key);
    }
    this.entries.set(key, {
      stored: after,
      bytes: content,
      mtime: nextTime(before),
      ...(before && { replaced: { text: before.stored, until: Date.now() + STALE_READS_MS } }),
    });
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(): never {
    throw vscode.FileSystemError.NoPermissions('Policies have no folders.');
  }

  delete(): never {
    throw vscode.FileSystemError.NoPermissions('Delete the policy in the IAM view.');
  }

  rename(): never {
    throw vscode.FileSystemError.NoPermissions('IAM cannot rename a policy.');
  }

  /** Reads the policy anew; of a connection that is not in use, what was read last. */
  private async refresh(uri: vscode.Uri): Promise<Entry> {
    const key = uri.toString();
    const address = addressOf(uri);
    const known = this.entries.get(key);
    if (known && this.saving.has(key)) return known;
    const active = this.parts.connections.active ?? (await this.parts.connections.restore());
    if (known && active?.resolved.connection.id !== address.connectionId) return known;
    const stored = await this.read(this.activeFor(address), address.ref);
    if (known && isSame(known, stored)) return known;
    const bytes = new TextEncoder().encode(prettyPolicy(stored));
    const entry = { stored, bytes, mtime: nextTime(known) };
    this.entries.set(key, entry);
    return entry;
  }

  private async read({ account }: ActiveAccount, ref: PolicyRef): Promise<string> {
    try {
      return (await account.readPolicy(ref)).text;
    } catch (error) {
      if (isIamError(error) && error.reason === 'notFound') {
        throw vscode.FileSystemError.FileNotFound(error.message);
      }
      throw vscode.FileSystemError.Unavailable(isIamError(error) ? error.message : String(error));
    }
  }

  private activeFor({ connectionId }: PolicyAddress): ActiveAccount {
    const active = this.parts.connections.active;
    if (active?.resolved.connection.id === connectionId) return active;
    throw vscode.FileSystemError.Unavailable(
      `This policy belongs to the connection "${connectionName(connectionId)}". Switch to it with "IAM: Switch Connection…".`,
    );
  }

  private saveFailure(uri: vscode.Uri, text: string, error: unknown): Error {
    if (error instanceof SaveStopped) return new vscode.FileSystemError(error.message);
    if (!isIamError(error)) return error instanceof Error ? error : new Error(String(error));
    if (error.reason === 'malformedPolicy') this.parts.complain(uri, text, error.message);
    const { advice } = error.details;
    return new vscode.FileSystemError(
      advice === undefined ? error.message : `${error.message} ${advice}`,
    );
  }

  /** Documents of the old connection turn read-only, those of the new one are read anew. */
  private connectionChanged(): void {
    this.accountSubscription?.dispose();
    // What another account model reads is not our own write coming back late.
    for (const entry of this.entries.values()) delete entry.replaced;
    const account = this.parts.connections.active?.account;
    this.accountSubscription = account?.onDidChange((change) => this.accountChanged(change));
    this.announce(() => true);
  }

  private accountChanged(change: AccountChange): void {
    if (change.kind === 'all') this.announce(() => true);
    if (change.kind === 'policy') this.announce((ref) => concerns(change.ref, ref));
  }

  private announce(concerned: (ref: PolicyRef) => boolean): void {
    const events = [...this.entries.keys()]
      .map((key) => vscode.Uri.parse(key, true))
      .filter((uri) => {
        const address = parsePolicyPath(uri.path);
        return address !== undefined && concerned(address.ref);
      })
      .map((uri) => ({ type: vscode.FileChangeType.Changed, uri }));
    if (events.length > 0) this.changed.fire(events);
  }
}

function addressOf(uri: vscode.Uri): PolicyAddress {
  const address = uri.scheme === POLICY_SCHEME ? parsePolicyPath(uri.path) : undefined;
  if (!address) throw vscode.FileSystemError.FileNotFound(uri);
  return address;
}

/** Profiles have the id "profile:NAME"; people know the name. */
function connectionName(id: string): string {
  return id.replace(/^profile:/, '');
}

/** AWS's own policies have no account number: arn:aws:iam::aws:policy/NAME. */
function isAwsManaged(arn: string): boolean {
  return arn.split(':')[4] === 'aws';
}

function isSame(known: Entry, stored: string): boolean {
  if (known.stored === stored) return true;
  const { replaced } = known;
  return replaced !== undefined && replaced.text === stored && Date.now() < replaced.until;
}

/** VS Code compares times, so each change needs a later one, also within one millisecond. */
function nextTime(known: Entry | undefined): number {
  return Math.max(Date.now(), (known?.mtime ?? 0) + 1);
}

function concerns(changed: PolicyRef, open: PolicyRef): boolean {
  if (changed.kind === 'inline') {
    return (
      open.kind === 'inline' &&
      open.policyName === changed.policyName &&
      open.holder.kind === changed.holder.kind &&
      open.holder.name === changed.holder.name
    );
  }
  return open.kind === 'managed' && open.arn === changed.arn;
}
