import { createHash } from 'node:crypto';
import { newAccessKeyId, newCertificateId, newId } from './identifiers';
import { type SampleCertificate, sampleCertificate } from './sampleCertificate';
import { lambdaTrust } from './samplePolicies';
import {
  type AccessKeyState,
  type AccountState,
  type GroupState,
  type ManagedPolicyState,
  type RoleState,
  type UserState,
} from './state';

const DAY = 24 * 60 * 60 * 1000;

interface Holdings {
  inline?: Record<string, string>;
  attached?: string[];
}

interface UserSample extends Holdings {
  groups?: string[];
  boundary?: string;
  tags?: Record<string, string>;
  loginAge?: number;
  mfaAge?: number;
  keys?: KeySample[];
  certificates?: { uploaded: number; validFor: number; status?: 'Inactive' }[];
}

interface KeySample {
  age: number;
  status?: 'Inactive';
  used?: { daysAgo: number; service: string; region: string };
}

/** Puts things into the state; ages and spans are in days. */
export class SampleBuilder {
  constructor(
    private readonly state: AccountState,
    private readonly now: Date,
  ) {}

  policyArn(path: string, name: string): string {
    return `arn:aws:iam::${this.state.accountId}:policy${path}${name}`;
  }

  policy(
    name: string,
    path: string,
    age: number,
    documents: readonly string[],
    more: { defaultVersion?: number; description?: string } = {},
  ): void {
    const versions = documents.map((document, index) => ({
      id: `v${index + 1}`,
      created: this.ago(age - index * 90),
      document,
    }));
    const policy: ManagedPolicyState = {
      name,
      id: newId('ANPA', seeded(name)),
      arn: this.policyArn(path, name),
      path,
      description: more.description,
      created: this.ago(age),
      updated: versions.at(-1)?.created ?? this.ago(age),
      defaultVersionId: `v${more.defaultVersion ?? documents.length}`,
      nextVersion: documents.length + 1,
      versions,
      tags: [],
    };
    this.state.policies.push(policy);
  }

  group(name: string, path: string, age: number, holdings: Holdings): void {
    const id = newId('AGPA', seeded(name));
    const group: GroupState = { name, id, path, created: this.ago(age), ...holder(holdings) };
    this.state.groups.push(group);
  }

  role(name: string, path: string, age: number, holdings: Holdings): void {
    const role: RoleState = {
      name,
      id: newId('AROA', seeded(name)),
      path,
      created: this.ago(age),
      trustPolicy: lambdaTrust,
      maxSessionDuration: 3600,
      tags: [],
      ...holder(holdings),
    };
    this.state.roles.push(role);
  }

  user(name: string, path: string, age: number, sample: UserSample): void {
    const user: UserState = {
      name,
      id: newId('AIDA', seeded(name)),
      path,
      created: this.ago(age),
      ...holder(sample),
      groupIds: (sample.groups ?? []).map((group) => newId('AGPA', seeded(group))),
      boundary: sample.boundary,
      tags: Object.entries(sample.tags ?? {}).map(([key, value]) => ({ key, value })),
      accessKeys: (sample.keys ?? []).map((key, index) => this.key(`${name}${index}`, key)),
      certificates: this.certificates(name, sample.certificates ?? []),
      mfaDevices: this.mfaDevices(name, sample.mfaAge),
      sshPublicKeys: [],
      serviceCredentials: [],
    };
    if (sample.loginAge !== undefined) {
      user.loginProfile = { created: this.ago(sample.loginAge), resetRequired: false };
    }
    this.state.users.push(user);
  }

  private key(seed: string, { age, status, used }: KeySample): AccessKeyState {
    return {
      id: newAccessKeyId(this.state.accountId, seeded(seed)),
      status: status ?? 'Active',
      created: this.ago(age),
      lastUsed: used && {
        date: this.ago(used.daysAgo, 2),
        service: used.service,
        region: used.region,
      },
    };
  }

  private certificates(name: string, samples: NonNullable<UserSample['certificates']>) {
    return samples.map(({ uploaded, validFor, status }, index) => {
      const from = daysBefore(this.now, uploaded);
      const sample: SampleCertificate = {
        id: newCertificateId(seeded(`${name}${index}`)),
        commonName: name,
        status: status ?? 'Active',
        uploaded: from,
        notBefore: from,
        notAfter: daysBefore(this.now, uploaded - validFor),
      };
      return sampleCertificate(sample);
    });
  }

  private mfaDevices(name: string, age: number | undefined): UserState['mfaDevices'] {
    if (age === undefined) return [];
    const serialNumber = `arn:aws:iam::${this.state.accountId}:mfa/${name}`;
    this.state.virtualMfaDevices.push(serialNumber);
    return [{ serialNumber, enabled: this.ago(age) }];
  }

  private ago(days: number, hours = 0): string {
    return daysBefore(this.now, days + hours / 24).toISOString();
  }
}

function holder({ inline = {}, attached = [] }: Holdings) {
  return {
    inlinePolicies: Object.entries(inline).map(([name, document]) => ({ name, document })),
    attachedPolicies: attached,
  };
}

export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY);
}

/** Bytes that look random and are the same for the same seed. */
function seeded(seed: string) {
  return (length: number) => createHash('sha512').update(seed).digest().subarray(0, length);
}
