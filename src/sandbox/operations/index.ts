import type { OperationTable } from '../operation';
import { accessKeys } from './accessKeys';
import { account } from './account';
import { attachments } from './attachments';
import { authorizationDetails } from './authorizationDetails';
import { boundaries } from './boundaries';
import { groups } from './groups';
import { inlinePolicies } from './inlinePolicies';
import { loginProfiles } from './loginProfiles';
import { managedPolicies } from './managedPolicies';
import { mfaDevices } from './mfaDevices';
import { otherCredentials } from './otherCredentials';
import { policyVersions } from './policyVersions';
import { roles } from './roles';
import { signingCertificates } from './signingCertificates';
import { sts } from './sts';
import { tags } from './tags';
import { users } from './users';

export interface Service {
  /** Of its answers in XML. */
  namespace: string;
  operations: OperationTable;
}

const iam: OperationTable = {
  ...users,
  ...groups,
  ...inlinePolicies,
  ...managedPolicies,
  ...policyVersions,
  ...attachments,
  ...accessKeys,
  ...signingCertificates,
  ...loginProfiles,
  ...mfaDevices,
  ...otherCredentials,
  ...boundaries,
  ...roles,
  ...tags,
  ...account,
  ...authorizationDetails,
};

/** The services that answer, by the Version parameter that names them in the Query protocol. */
export const SERVICES: ReadonlyMap<string, Service> = new Map([
  ['2010-05-08', { namespace: 'https://iam.amazonaws.com/doc/2010-05-08/', operations: iam }],
  ['2011-06-15', { namespace: 'https://sts.amazonaws.com/doc/2011-06-15/', operations: sts }],
]);
