import type { Check } from '../check';
import { actionAlwaysDenied } from './actionAlwaysDenied';
import { allowWithNotPrincipal } from './allowWithNotPrincipal';
import { apiOperationIsNoAction } from './apiOperationIsNoAction';
import { arnAccountNotAllowed } from './arnAccountNotAllowed';
import { arnRegionNotAllowed } from './arnRegionNotAllowed';
import { forAnyValueWithAudienceClaimType, confirmAudienceClaimType } from './audienceClaim';
import { createServiceLinkedRoleChecks } from './createServiceLinkedRole';
import { dataTypeMismatch } from './dataTypeMismatch';
import { duplicateKey } from './duplicateKey';
import { duplicateKeysWithDifferentCase } from './duplicateKeysWithDifferentCase';
import { dynamodbAttributesWithoutSelect } from './dynamodbAttributesWithoutSelect';
import {
  emptyArrayAction,
  emptyArrayResource,
  emptyArrayPrincipal,
  emptyArrayCondition,
  emptyArrayConditionForAllValues,
  emptyArrayConditionForAnyValue,
  emptyArrayConditionIfExists,
} from './emptyArray';
import { emptyObjectCondition } from './emptyObjectCondition';
import { emptyObjectPrincipal } from './emptyObjectPrincipal';
import { emptySidValue } from './emptySidValue';
import {
  equivalentToNullFalse,
  equivalentToNullTrue,
  redundantKeyDueToWildcardInCondition,
  redundantStatementDueToWildcardInCondition,
} from './equivalentToNull';
import { credentialsExposure, dataExposure, resourceExposure } from './exposure';
import { forAllValuesWithSingleValuedKey } from './forAllValuesWithSingleValuedKey';
import { improveIpRange } from './improveIpRange';
import { invalidAction } from './invalidAction';
import { invalidArnAccount } from './invalidArnAccount';
import { invalidArnPrefix } from './invalidArnPrefix';
import { invalidArnRegion } from './invalidArnRegion';
import { invalidArnResource } from './invalidArnResource';
import { invalidArnServiceCase } from './invalidArnServiceCase';
import { invalidConditionOperator } from './invalidConditionOperator';
import { invalidDateValue } from './invalidDateValue';
import { invalidEffect } from './invalidEffect';
import { invalidPartition } from './invalidPartition';
import { invalidPolicyElement } from './invalidPolicyElement';
import { invalidPrincipalKey } from './invalidPrincipalKey';
import { invalidService } from './invalidService';
import { invalidServiceInAction } from './invalidServiceInAction';
import { invalidVersion } from './invalidVersion';
import { irrelevantConditionKeyInPolicy } from './irrelevantConditionKeyInPolicy';
import { jsonSyntaxError } from './jsonSyntaxError';
import { missingAction } from './missingAction';
import { missingArnAccount } from './missingArnAccount';
import { missingArnField } from './missingArnField';
import { missingArnRegion } from './missingArnRegion';
import { missingEffect } from './missingEffect';
import { missingPairedConditionKeys } from './missingPairedConditionKeys';
import { missingPrincipal } from './missingPrincipal';
import { missingResource } from './missingResource';
import { missingServiceInAction } from './missingServiceInAction';
import { missingStatement } from './missingStatement';
import { missingVersion } from './missingVersion';
import { nullWithIfExists } from './nullWithIfExists';
import { nullWithQualifier } from './nullWithQualifier';
import {
  missingConditionKeyForOidcPrincipal,
  missingGithubRepoConditionKey,
  specificGithubRepoAndBranchRecommended,
} from './oidcTrust';
import { passRoleChecks } from './passRole';
import { placeholderAccount } from './placeholderAccount';
import { placeholderName } from './placeholderName';
import {
  policySizeIdentity,
  policySizeResource,
  policySizeTrust,
  policySizeScp,
  policySizeRcp,
} from './policySize';
import {
  privateIpAddress,
  privateNotIpAddress,
  privateIpAddressSubset,
  privateNotIpAddressSubset,
} from './privateAddress';
import { privilegeEscalation } from './privilegeEscalation';
import {
  rcpMissingRelatedPrincipalConditionKey,
  rcpMissingRelatedServicePrincipalConditionKey,
  rcpMissingServiceConditionKeyNullCheck,
} from './rcpServicePrincipal';
import { redundantAction } from './redundantAction';
import { redundantConditionValueNum } from './redundantConditionValueNum';
import { redundantPrincipalInRoleTrustPolicy } from './redundantPrincipalInRoleTrustPolicy';
import { redundantResource } from './redundantResource';
import { redundantStatement } from './redundantStatement';
import {
  deprecatedGlobalConditionKey,
  unsupportedGlobalConditionKey,
} from './replacedConditionKey';
import { resourceNeverMatches } from './resourceNeverMatches';
import { s3PrefixInNegativeContext } from './s3PrefixInNegativeContext';
import {
  restrictAccessToServicePrincipal,
  recommendedConditionKeyForServicePrincipal,
} from './servicePrincipal';
import { invalidRoleReference, invalidUserReference } from './staleReference';
import { stringLikeOperatorWithArnConditionKeys } from './stringLikeOperatorWithArnConditionKeys';
import { typeMismatch } from './typeMismatch';
import {
  typeMismatchBoolean,
  typeMismatchDate,
  typeMismatchIpRange,
  typeMismatchNumber,
  typeMismatchString,
} from './typeMismatchValue';
import { uniqueSidsRequired, uniqueSidsRecommended } from './uniqueSids';
import { unsupportedElementCombination } from './unsupportedElementCombination';
import { unsupportedPrincipal } from './unsupportedPrincipal';
import { unsupportedResourceArnInPolicy } from './unsupportedResourceArnInPolicy';
import { unsupportedSid } from './unsupportedSid';
import {
  allowWithUnsupportedTag,
  allowNotActionWithUnsupportedTag,
  denyWithUnsupportedTag,
  denyNotActionWithUnsupportedTag,
} from './unsupportedTagConditionKey';
import { untrustworthyConditionKey } from './untrustworthyConditionKey';
import { useConditionKeyOnlyWithSupportedServices } from './useConditionKeyOnlyWithSupportedServices';
import { wildcardInServiceName } from './wildcardInServiceName';
import { wildcardWithoutLikeOperator } from './wildcardWithoutLikeOperator';

/** Every check, one line each. The order does not matter: findings are sorted by place. */
export const checks: readonly Check[] = [
  actionAlwaysDenied,
  allowWithNotPrincipal,
  apiOperationIsNoAction,
  arnAccountNotAllowed,
  arnRegionNotAllowed,
  forAnyValueWithAudienceClaimType,
  confirmAudienceClaimType,
  ...createServiceLinkedRoleChecks,
  dataTypeMismatch,
  duplicateKey,
  duplicateKeysWithDifferentCase,
  dynamodbAttributesWithoutSelect,
  emptyArrayAction,
  emptyArrayResource,
  emptyArrayPrincipal,
  emptyArrayCondition,
  emptyArrayConditionForAllValues,
  emptyArrayConditionForAnyValue,
  emptyArrayConditionIfExists,
  emptyObjectCondition,
  emptyObjectPrincipal,
  emptySidValue,
  equivalentToNullFalse,
  equivalentToNullTrue,
  redundantKeyDueToWildcardInCondition,
  redundantStatementDueToWildcardInCondition,
  credentialsExposure,
  dataExposure,
  resourceExposure,
  forAllValuesWithSingleValuedKey,
  improveIpRange,
  invalidAction,
  invalidArnAccount,
  invalidArnPrefix,
  invalidArnRegion,
  invalidArnResource,
  invalidArnServiceCase,
  invalidConditionOperator,
  invalidDateValue,
  invalidEffect,
  invalidPartition,
  invalidPolicyElement,
  invalidPrincipalKey,
  invalidService,
  invalidServiceInAction,
  invalidVersion,
  irrelevantConditionKeyInPolicy,
  jsonSyntaxError,
  missingAction,
  missingArnAccount,
  missingArnField,
  missingArnRegion,
  missingEffect,
  missingPairedConditionKeys,
  missingPrincipal,
  missingResource,
  missingServiceInAction,
  missingStatement,
  missingVersion,
  nullWithIfExists,
  nullWithQualifier,
  missingConditionKeyForOidcPrincipal,
  missingGithubRepoConditionKey,
  specificGithubRepoAndBranchRecommended,
  ...passRoleChecks,
  placeholderAccount,
  placeholderName,
  policySizeIdentity,
  policySizeResource,
  policySizeTrust,
  policySizeScp,
  policySizeRcp,
  privateIpAddress,
  privateNotIpAddress,
  privateIpAddressSubset,
  privateNotIpAddressSubset,
  privilegeEscalation,
  rcpMissingRelatedPrincipalConditionKey,
  rcpMissingRelatedServicePrincipalConditionKey,
  rcpMissingServiceConditionKeyNullCheck,
  redundantAction,
  redundantConditionValueNum,
  redundantPrincipalInRoleTrustPolicy,
  redundantResource,
  redundantStatement,
  deprecatedGlobalConditionKey,
  unsupportedGlobalConditionKey,
  resourceNeverMatches,
  s3PrefixInNegativeContext,
  restrictAccessToServicePrincipal,
  recommendedConditionKeyForServicePrincipal,
  invalidRoleReference,
  invalidUserReference,
  stringLikeOperatorWithArnConditionKeys,
  typeMismatch,
  typeMismatchBoolean,
  typeMismatchDate,
  typeMismatchIpRange,
  typeMismatchNumber,
  typeMismatchString,
  uniqueSidsRequired,
  uniqueSidsRecommended,
  unsupportedElementCombination,
  unsupportedPrincipal,
  unsupportedResourceArnInPolicy,
  unsupportedSid,
  allowWithUnsupportedTag,
  allowNotActionWithUnsupportedTag,
  denyWithUnsupportedTag,
  denyNotActionWithUnsupportedTag,
  untrustworthyConditionKey,
  useConditionKeyOnlyWithSupportedServices,
  wildcardInServiceName,
  wildcardWithoutLikeOperator,
];
