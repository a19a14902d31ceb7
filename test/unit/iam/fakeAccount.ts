import { randomUUID } from 'node:crypto';
import type { Account } from '../../../src/iam/account';
import { IamError } from '../../../src/iam/errors';
import type { PolicyHolder } from '../../../src/iam/model';

export type FaultKind = 'refused' | 'lostBefore' | 'lostAfter' | 'killedBefore' | 'killedAfter';

/** Thrown where the process would have ended. */
export class Killed extends Error {}

interface FakePrincipal {
  inline: Map<string, string>;
  attached: Set<string>;
  members: Set<string>;
  keys: Map<string, { status: string }>;
  certificates: Map<string, { body: string; status: string }>;
  loginProfile: boolean;
}

const principal = (): FakePrincipal => ({
  inline: new Map(),
  attached: new Set(),
  members: new Set(),
  keys: new Map(),
  certificates: new Map(),
  loginProfile: false,
});

/** The smallest IAM that transactions can be tried on, with faults by operation. */
export class FakeAccount {
  readonly userMap = new Map<string, FakePrincipal>();
  readonly groupMap = new Map<string, FakePrincipal>();
  readonly secrets: string[] = [];
  readonly calls: string[] = [];
  fault?: { operation: string; kind: FaultKind };
  onKill: () => void = () => undefined;

  /** What is there, for comparison. */
  snapshot(): unknown {
    const plain = (map: Map<string, FakePrincipal>): unknown =>
      [...map].map(([name, { inline, attached, members, keys, certificates }]) => [
        name,
        [...inline],
        [...attached],
        [...members],
        keys.size,
        certificates.size,
      ]);
    return { users: plain(this.userMap), groups: plain(this.groupMap) };
  }

  account(): Account {
    const loadable = (map: Map<string, FakePrincipal>): unknown => ({
      state: 'ready',
      get items() {
        return [...map.keys()].map((name) => ({ name }));
      },
    });
    const members = (group: string): unknown[] => [...(this.groupMap.get(group)?.members ?? [])];
    return {
      users: loadable(this.userMap),
      groups: loadable(this.groupMap),
      policies: { state: 'ready', items: [] },
      user: (name: string) => this.userMap.has(name) && { name },
      group: (name: string) =>
        this.groupMap.has(name) ? { name, inlinePolicies: [], attachedPolicies: [] } : undefined,
      members,
      summary: () =>
        Promise.resolve(
          new Map([
            ['Users', this.userMap.size],
            ['UsersQuota', 5000],
            ['GroupPolicySizeQuota', 5120],
          ]),
        ),
      ...this.writes(),
      ...this.reads(),
    } as unknown as Account;
  }

  private reads(): object {
    return {
      listAccessKeys: (user: string) =>
        this.call('ListAccessKeys', () =>
          [...this.of('user', user).keys].map(([id, { status }]) => ({ id, status })),
        ),
      listSigningCertificates: (user: string) =>
        this.call('ListSigningCertificates', () =>
          [...this.of('user', user).certificates].map(([id, made]) => ({ id, ...made })),
        ),
      attachedPolicies: ({ kind, name }: PolicyHolder) =>
        this.call('ListAttachedPolicies', () => [...this.of(kind, name).attached]),
    };
  }

  private writes(): object {
    const holder = ({ kind, name }: PolicyHolder): FakePrincipal => this.of(kind, name);
    return {
      createGroup: (name: string) => this.call('CreateGroup', () => this.create('group', name)),
      deleteGroup: (name: string) => this.call('DeleteGroup', () => this.remove('group', name)),
      createUser: (name: string) => this.call('CreateUser', () => this.create('user', name)),
      deleteUser: (name: string) => this.call('DeleteUser', () => this.remove('user', name)),
      addUserToGroup: (user: string, group: string) =>
        this.call('AddUserToGroup', () => {
          this.of('user', user);
          this.of('group', group).members.add(user);
        }),
      removeUserFromGroup: (user: string, group: string) =>
        this.call('RemoveUserFromGroup', () => {
          this.of('user', user);
          this.of('group', group).members.delete(user);
        }),
      putInlinePolicy: (who: PolicyHolder, name: string, document: string) =>
        this.call('PutPolicy', () => void holder(who).inline.set(name, document)),
      deleteInlinePolicy: (who: PolicyHolder, name: string) =>
        this.call('DeletePolicy', () => {
          if (!holder(who).inline.delete(name)) throw notFound(name);
        }),
      attachPolicy: (who: PolicyHolder, arn: string) =>
        this.call('AttachPolicy', () => void holder(who).attached.add(arn)),
      detachPolicy: (who: PolicyHolder, arn: string) =>
        this.call('DetachPolicy', () => {
          if (!holder(who).attached.delete(arn)) throw notFound(arn);
        }),
      ...this.credentialWrites(),
    };
  }

  private credentialWrites(): object {
    return {
      probeAccessKey: () => this.call('GetCallerIdentity', () => 'arn'),
      createAccessKey: (user: string) => this.call('CreateAccessKey', () => this.createKey(user)),
      deleteAccessKey: (user: string, id: string) =>
        this.call('DeleteAccessKey', () => {
          if (!this.of('user', user).keys.delete(id)) throw notFound(id);
        }),
      setAccessKeyStatus: (user: string, id: string, status: string) =>
        this.call('UpdateAccessKey', () => void this.of('user', user).keys.set(id, { status })),
      uploadSigningCertificate: (user: string, body: string) =>
        this.call('UploadSigningCertificate', () => {
          const id = `CERT${randomUUID()}`;
          this.of('user', user).certificates.set(id, { body, status: 'Active' });
          return { id };
        }),
      setSigningCertificateStatus: (user: string, id: string, status: string) =>
        this.call('UpdateSigningCertificate', () => {
          const made = this.of('user', user).certificates.get(id);
          if (!made) throw notFound(id);
          made.status = status;
        }),
      deleteSigningCertificate: (user: string, id: string) =>
        this.call('DeleteSigningCertificate', () => {
          if (!this.of('user', user).certificates.delete(id)) throw notFound(id);
        }),
      deleteLoginProfile: (user: string) =>
        this.call('DeleteLoginProfile', () => void (this.of('user', user).loginProfile = false)),
    };
  }

  private createKey(user: string): object {
    const keys = this.of('user', user).keys;
    if (keys.size >= 2) throw new IamError('quota', 'Cannot exceed quota for AccessKeysPerUser: 2');
    const id = `AKIA${randomUUID().slice(0, 12).toUpperCase()}`;
    const secret = `SECRET${randomUUID()}`;
    keys.set(id, { status: 'Active' });
    this.secrets.push(secret);
    return { id, secret, userName: user, created: new Date() };
  }

  private create(kind: 'user' | 'group', name: string): object {
    const map = kind === 'user' ? this.userMap : this.groupMap;
    if (map.has(name)) throw new IamError('alreadyExists', `${name} exists`);
    map.set(name, principal());
    return { id: `A${name}`, arn: `arn:${name}` };
  }

  private remove(kind: 'user' | 'group', name: string): void {
    const { inline, attached, members, keys, certificates } = this.of(kind, name);
    const inGroup = [...this.groupMap.values()].some((group) => group.members.has(name));
    const parts = [inline, attached, members, keys, certificates];
    if (parts.some(({ size }) => size > 0) || (kind === 'user' && inGroup)) {
      throw new IamError('deleteConflict', `${name} must be emptied first`);
    }
    (kind === 'user' ? this.userMap : this.groupMap).delete(name);
  }

  private of(kind: 'user' | 'group', name: string): FakePrincipal {
    const found = (kind === 'user' ? this.userMap : this.groupMap).get(name);
    if (!found) throw notFound(name);
    return found;
  }

  private async call<T>(operation: string, work: () => T): Promise<T> {
    await Promise.resolve();
    this.calls.push(operation);
    const kind = this.fault?.operation === operation ? this.fault.kind : undefined;
    if (kind !== undefined) this.fault = undefined;
    if (kind === 'refused') throw new IamError('accessDenied', `${operation} was denied`);
    if (kind === 'lostBefore') throw new IamError('answerLost', 'The answer was lost');
    if (kind === 'killedBefore') this.kill();
    const answer = work();
    if (kind === 'lostAfter') throw new IamError('answerLost', 'The answer was lost');
    if (kind === 'killedAfter') this.kill();
    return answer;
  }

  private kill(): never {
    this.onKill();
    throw new Killed('killed');
  }
}

function notFound(name: string): IamError {
  return new IamError('notFound', `${name} is not there`);
}
