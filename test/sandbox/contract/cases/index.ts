import type { ContractCase } from '../subject';
import { accessAnalyzerCases } from './accessAnalyzer';
import { accessKeyCases } from './accessKeys';
import { accountCases } from './account';
import { attachmentCases } from './attachments';
import { authorizationDetailCases } from './authorizationDetails';
import { documentCases } from './documents';
import { groupCases } from './groups';
import { inlinePolicyCases } from './inlinePolicies';
import { loginProfileCases } from './loginProfiles';
import { managedPolicyCases } from './managedPolicies';
import { otherCredentialCases } from './otherCredentials';
import { roleCases } from './roles';
import { signingCertificateCases } from './signingCertificates';
import { tagCases } from './tags';
import { userCases } from './users';

/** How AWS IAM behaves, as cases that an empty account is put through. */
export const contractCases: readonly ContractCase[] = [
  ...userCases,
  ...groupCases,
  ...inlinePolicyCases,
  ...managedPolicyCases,
  ...attachmentCases,
  ...accessKeyCases,
  ...signingCertificateCases,
  ...loginProfileCases,
  ...otherCredentialCases,
  ...roleCases,
  ...tagCases,
  ...accountCases,
  ...authorizationDetailCases,
  ...documentCases,
  ...accessAnalyzerCases,
];
