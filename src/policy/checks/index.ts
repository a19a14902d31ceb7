import type { Check } from '../check';
import { arnAccountNotAllowed } from './arnAccountNotAllowed';
import { arnRegionNotAllowed } from './arnRegionNotAllowed';
import { dataTypeMismatch } from './dataTypeMismatch';
import { duplicateKey } from './duplicateKey';
import { duplicateKeysWithDifferentCase } from './duplicateKeysWithDifferentCase';
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
import { invalidAction } from './invalidAction';
import { invalidArnAccount } from './invalidArnAccount';
import { invalidArnPrefix } from './invalidArnPrefix';
import { invalidArnRegion } from './invalidArnRegion';
import { invalidArnResource } from './invalidArnResource';
import { invalidArnServiceCase } from './invalidArnServiceCase';
import { invalidConditionOperator } from './invalidConditionOperator';
import { invalidEffect } from './invalidEffect';
import { invalidPartition } from './invalidPartition';
import { invalidPolicyElement } from './invalidPolicyElement';
import { invalidPrincipalKey } from './invalidPrincipalKey';
import { invalidService } from './invalidService';
import { invalidServiceInAction } from './invalidServiceInAction';
import { invalidVersion } from './invalidVersion';
import { jsonSyntaxError } from './jsonSyntaxError';
import { missingAction } from './missingAction';
import { missingArnAccount } from './missingArnAccount';
import { missingArnField } from './missingArnField';
import { missingArnRegion } from './missingArnRegion';
import { missingEffect } from './missingEffect';
import { missingPrincipal } from './missingPrincipal';
import { missingResource } from './missingResource';
import { missingServiceInAction } from './missingServiceInAction';
import { missingStatement } from './missingStatement';
import { missingVersion } from './missingVersion';
import { nullWithIfExists } from './nullWithIfExists';
import { placeholderAccount } from './placeholderAccount';
import { placeholderName } from './placeholderName';
import { resourceNeverMatches } from './resourceNeverMatches';
import { uniqueSidsRequired, uniqueSidsRecommended } from './uniqueSids';
import { unsupportedElementCombination } from './unsupportedElementCombination';
import { unsupportedPrincipal } from './unsupportedPrincipal';
import { unsupportedResourceArnInPolicy } from './unsupportedResourceArnInPolicy';
import { unsupportedSid } from './unsupportedSid';
import { wildcardInServiceName } from './wildcardInServiceName';

/** Every check, one line each. The order does not matter: findings are sorted by place. */
export const checks: readonly Check[] = [
  arnAccountNotAllowed,
  arnRegionNotAllowed,
  dataTypeMismatch,
  duplicateKey,
  duplicateKeysWithDifferentCase,
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
  invalidAction,
  invalidArnAccount,
  invalidArnPrefix,
  invalidArnRegion,
  invalidArnResource,
  invalidArnServiceCase,
  invalidConditionOperator,
  invalidEffect,
  invalidPartition,
  invalidPolicyElement,
  invalidPrincipalKey,
  invalidService,
  invalidServiceInAction,
  invalidVersion,
  jsonSyntaxError,
  missingAction,
  missingArnAccount,
  missingArnField,
  missingArnRegion,
  missingEffect,
  missingPrincipal,
  missingResource,
  missingServiceInAction,
  missingStatement,
  missingVersion,
  nullWithIfExists,
  placeholderAccount,
  placeholderName,
  resourceNeverMatches,
  uniqueSidsRequired,
  uniqueSidsRecommended,
  unsupportedElementCombination,
  unsupportedPrincipal,
  unsupportedResourceArnInPolicy,
  unsupportedSid,
  wildcardInServiceName,
];
