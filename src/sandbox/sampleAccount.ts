import { SampleBuilder, daysBefore } from './sampleBuilder';
import * as policies from './samplePolicies';
import { type AccountState, emptyAccount } from './state';

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
