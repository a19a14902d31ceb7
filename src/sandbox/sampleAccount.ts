import { createHash } from 'node:crypto';
import { newAccessKeyId, newCertificateId, newId } from './identifiers';
import { type SampleCertificate, sampleCertificate } from './sampleCertificate';
import * as policies from './samplePolicies';
import {
  type AccessKeyState,
  type AccountState,
  type GroupState,
  type ManagedPolicyState,
  type RoleState,
  type UserState,
  emptyAccount,
} from './state';

const DAY = 24 * 60 * 60 * 1000;
const AWS = 'arn:aws:iam::aws:policy/';

/**
 * A small account in which everything that a person may have to deal with occurs once: keys old, never
 * used, inactive; certificates about to expire and expired; an empty group; a user in two groups; a
 * policy that allows everything, versions, boundaries, tags, paths, a console password.
 * Identifiers are always the same; dates are so many days before `now`.
 */
export function sampleAccount(accountId: string, now: Date): AccountState {
  const state = emptyAccount(accountId, daysBefore(now, 1460));
  state.alias = 'practice-account';
  const sample = new SampleBuilder(state, now);
  addPolicies(sample);
  addGroups(sample);
  addPeople(sample);
  addServices(sample);
  addRoles(sample);
  return state;
}

function addPolicies(sample: SampleBuilder): void {
  sample.policy('ReportsReadWrite', '/analytics/', 600, policies.reportsVersions, {
    defaultVersion: 2,
    description: 'Reads and writes the reports of the analytics team.',
  });
  sample.policy('ImageSigning', '/', 200, [policies.imageSigning]);
  sample.policy('ContractorBoundary', '/boundaries/', 500, [policies.contractorBoundary]);
  sample.policy('UnusedDraft', '/', 30, [policies.unusedDraft]);
}

function addGroups(sample: SampleBuilder): void {
  sample.group('Administrators', '/', 1400, { attached: [`${AWS}AdministratorAccess`] });
  sample.group('Developers', '/', 1200, {
    inline: { DeployToStaging: policies.deployToStaging },
    attached: [`${AWS}AmazonEC2ReadOnlyAccess`, sample.policyArn('/', 'ImageSigning')],
  });
  sample.group('Operations', '/', 1100, { inline: { FullControl: policies.fullControl } });
  sample.group('Auditors', '/security/', 900, {
    attached: [`${AWS}SecurityAudit`, `${AWS}job-function/ViewOnlyAccess`],
  });
  sample.group('Contractors', '/external/', 60, {});
}

function addPeople(sample: SampleBuilder): void {
  sample.user('alice', '/', 1390, {
    groups: ['Administrators', 'Developers'],
    keys: [{ age: 45, used: { daysAgo: 0, service: 'iam', region: 'us-east-1' } }],
    loginAge: 1390,
    mfaAge: 1380,
    tags: { team: 'platform', 'cost-center': '4711' },
  });
  sample.user('bob', '/', 800, {
    groups: ['Developers'],
    keys: [{ age: 412, used: { daysAgo: 300, service: 's3', region: 'eu-central-1' } }],
    loginAge: 700,
    tags: { team: 'platform' },
  });
  sample.user('carol', '/', 300, { groups: ['Auditors'], loginAge: 300 });
  sample.user('dave.contractor', '/external/', 60, {
    boundary: sample.policyArn('/boundaries/', 'ContractorBoundary'),
    attached: [sample.policyArn('/analytics/', 'ReportsReadWrite')],
    keys: [{ age: 60 }],
    tags: { company: 'Example Corp' },
  });
}

function addServices(sample: SampleBuilder): void {
  sample.user('build-server', '/service/', 380, {
    groups: ['Operations'],
    keys: [
      { age: 380, status: 'Inactive', used: { daysAgo: 120, service: 'ec2', region: 'us-east-1' } },
      { age: 118, used: { daysAgo: 1, service: 'ec2', region: 'us-east-1' } },
    ],
    certificates: [{ uploaded: 353, validFor: 365 }],
    tags: { owner: 'platform' },
  });
  sample.user('backup-agent', '/service/', 900, {
    inline: { WriteBackups: policies.writeBackups },
    keys: [{ age: 95 }],
    certificates: [
      { uploaded: 790, validFor: 365, status: 'Inactive' },
      { uploaded: 430, validFor: 425 },
    ],
  });
  sample.user('report-reader', '/service/', 20, {
    attached: [`${AWS}AmazonS3ReadOnlyAccess`],
    certificates: [{ uploaded: 20, validFor: 730 }],
  });
}

function addRoles(sample: SampleBuilder): void {
  sample.role('ReportsRunner', '/analytics/', 250, {
    attached: [sample.policyArn('/analytics/', 'ReportsReadWrite')],
  });
}

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
class SampleBuilder {
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
      trustPolicy: policies.lambdaTrust,
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

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY);
}

/** Bytes that look random and are the same for the same seed. */
function seeded(seed: string) {
  return (length: number) => createHash('sha512').update(seed).digest().subarray(0, length);
}
