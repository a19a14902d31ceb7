import type { Check } from '../check';
import { actionAlwaysDenied } from './actionAlwaysDenied';
import { actionNeverMatches } from './actionNeverMatches';
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
import { emptyArrayChecks } from './emptyArray';
import { emptyObjectCondition } from './emptyObjectCondition';
import { emptyObjectPrincipal } from './emptyObjectPrincipal';
import { emptySidValue } from './emptySidValue';
import { equivalentToNullChecks } from './equivalentToNull';
import { exposureChecks } from './exposure';
import {
  federatedPrincipalNotSupported,
  invalidFederatedPrincipalSyntax,
} from './federatedPrincipal';
import { forAllValuesWithSingleValuedKey } from './forAllValuesWithSingleValuedKey';
import { forbiddenElementChecks } from './forbiddenElement';
import { improveIpRange } from './improveIpRange';
import { invalidAction } from './invalidAction';
import { invalidArnAccount } from './invalidArnAccount';
import { invalidArnPrefix } from './invalidArnPrefix';
import { invalidArnRegion } from './invalidArnRegion';
import { invalidArnResource } from './invalidArnResource';
import { invalidArnServiceCase } from './invalidArnServiceCase';
import { invalidConditionDataType } from './invalidConditionDataType';
import { invalidConditionKeyFormat } from './invalidConditionKeyFormat';
import { invalidConditionMultipleBoolean } from './invalidConditionMultipleBoolean';
import { invalidConditionOperator } from './invalidConditionOperator';
import { invalidDateValue } from './invalidDateValue';
import { invalidEffect } from './invalidEffect';
import { invalidGlobalConditionKey } from './invalidGlobalConditionKey';
import { invalidKmsKeyValue } from './invalidKmsKeyValue';
import { invalidPartition } from './invalidPartition';
import { invalidPolicyElement } from './invalidPolicyElement';
import { invalidPrincipalKey } from './invalidPrincipalKey';
import { invalidRegion } from './invalidRegion';
import { invalidService } from './invalidService';
import { invalidServiceConditionKey } from './invalidServiceConditionKey';
import { invalidServiceInAction } from './invalidServiceInAction';
import { invalidServicePrincipalFormat } from './invalidServicePrincipalFormat';
import { invalidVersion } from './invalidVersion';
import { invalidVpcFormat } from './invalidVpcFormat';
import { invalidVpceFormat } from './invalidVpceFormat';
import { irrelevantConditionKeyInPolicy } from './irrelevantConditionKeyInPolicy';
import { jsonSyntaxError } from './jsonSyntaxError';
import { mismatchedActionForPrincipal } from './mismatchedActionForPrincipal';
import { missingAction } from './missingAction';
import { missingActionForConditionKey } from './missingActionForConditionKey';
import { missingActionForRolesAnywhere } from './missingActionForRolesAnywhere';
import { missingArnAccount } from './missingArnAccount';
import { missingArnField } from './missingArnField';
import { missingArnRegion } from './missingArnRegion';
import { missingEffect } from './missingEffect';
import { missingPairedConditionKeys } from './missingPairedConditionKeys';
import { missingPrincipal } from './missingPrincipal';
import { missingQualifier } from './missingQualifier';
import { missingResource } from './missingResource';
import { missingServiceInAction } from './missingServiceInAction';
import { missingStatement } from './missingStatement';
import { missingTagKeyInCondition } from './missingTagKeyInCondition';
import { missingVersion } from './missingVersion';
import { nullWithIfExists } from './nullWithIfExists';
import { nullWithQualifier } from './nullWithQualifier';
import { oidcTrustChecks } from './oidcTrust';
import { passRoleChecks } from './passRole';
import { placeholderAccount } from './placeholderAccount';
import { placeholderName } from './placeholderName';
import { policySizeChecks } from './policySize';
import { invalidPrincipalFormat, unsupportedWildcardInPrincipal } from './principalFormat';
import { privateAddressChecks } from './privateAddress';
import { privilegeEscalation } from './privilegeEscalation';
import { rcpServicePrincipalChecks } from './rcpServicePrincipal';
import { rcpSyntaxChecks } from './rcpSyntax';
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
import { roleTrustPolicyUnsupportedWildcardInPrincipal } from './trustPrincipalStar';
import { typeMismatch } from './typeMismatch';
import { typeMismatchValueChecks } from './typeMismatchValue';
import { uniqueSidsRequired, uniqueSidsRecommended } from './uniqueSids';
import { unsupportedActionForConditionKey } from './unsupportedActionForConditionKey';
import { unsupportedActionInPolicy } from './unsupportedActionInPolicy';
import { unsupportedConditionKeyForServicePrincipal } from './unsupportedConditionKeyForServicePrincipal';
import { unsupportedElementCombination } from './unsupportedElementCombination';
import { unsupportedPrincipal } from './unsupportedPrincipal';
import { unsupportedResourceArnInPolicy } from './unsupportedResourceArnInPolicy';
import { unsupportedSid } from './unsupportedSid';
import { unsupportedTagConditionKeyChecks } from './unsupportedTagConditionKey';
import { untrustworthyConditionKey } from './untrustworthyConditionKey';
import { useConditionKeyOnlyWithSupportedServices } from './useConditionKeyOnlyWithSupportedServices';
import { variablePlaceChecks } from './variablePlace';
import { variableSyntaxChecks } from './variableSyntax';
import { variableUsageTooPermissive } from './variableUsageTooPermissive';
import { wildcardInServiceName } from './wildcardInServiceName';
import { wildcardUsageTooPermissive } from './wildcardUsageTooPermissive';
import { wildcardWithoutLikeOperator } from './wildcardWithoutLikeOperator';

/** Every check, one line each. The order does not matter: findings are sorted by place. */
export const checks: readonly Check[] = [
  actionAlwaysDenied,
  actionNeverMatches,
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
  ...emptyArrayChecks,
  emptyObjectCondition,
  emptyObjectPrincipal,
  emptySidValue,
  ...equivalentToNullChecks,
  ...exposureChecks,
  federatedPrincipalNotSupported,
  invalidFederatedPrincipalSyntax,
  forAllValuesWithSingleValuedKey,
  ...forbiddenElementChecks,
  improveIpRange,
  invalidAction,
  invalidArnAccount,
  invalidArnPrefix,
  invalidArnRegion,
  invalidArnResource,
  invalidArnServiceCase,
  invalidConditionDataType,
  invalidConditionKeyFormat,
  invalidConditionMultipleBoolean,
  invalidConditionOperator,
  invalidDateValue,
  invalidEffect,
  invalidGlobalConditionKey,
  invalidKmsKeyValue,
  invalidPartition,
  invalidPolicyElement,
  invalidPrincipalKey,
  invalidRegion,
  invalidService,
  invalidServiceConditionKey,
  invalidServiceInAction,
  invalidServicePrincipalFormat,
  invalidVersion,
  invalidVpcFormat,
  invalidVpceFormat,
  irrelevantConditionKeyInPolicy,
  jsonSyntaxError,
  mismatchedActionForPrincipal,
  missingAction,
  missingActionForConditionKey,
  missingActionForRolesAnywhere,
  missingArnAccount,
  missingArnField,
  missingArnRegion,
  missingEffect,
  missingPairedConditionKeys,
  missingPrincipal,
  missingQualifier,
  missingResource,
  missingServiceInAction,
  missingStatement,
  missingTagKeyInCondition,
  missingVersion,
  nullWithIfExists,
  nullWithQualifier,
  ...oidcTrustChecks,
  ...passRoleChecks,
  placeholderAccount,
  placeholderName,
  ...policySizeChecks,
  invalidPrincipalFormat,
  unsupportedWildcardInPrincipal,
  ...privateAddressChecks,
  privilegeEscalation,
  ...rcpServicePrincipalChecks,
  ...rcpSyntaxChecks,
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
  roleTrustPolicyUnsupportedWildcardInPrincipal,
  typeMismatch,
  ...typeMismatchValueChecks,
  uniqueSidsRequired,
  uniqueSidsRecommended,
  unsupportedActionForConditionKey,
  unsupportedActionInPolicy,
  unsupportedConditionKeyForServicePrincipal,
  unsupportedElementCombination,
  unsupportedPrincipal,
  unsupportedResourceArnInPolicy,
  unsupportedSid,
  ...unsupportedTagConditionKeyChecks,
  untrustworthyConditionKey,
  useConditionKeyOnlyWithSupportedServices,
  ...variablePlaceChecks,
  ...variableSyntaxChecks,
  variableUsageTooPermissive,
  wildcardInServiceName,
  wildcardUsageTooPermissive,
  wildcardWithoutLikeOperator,
];
