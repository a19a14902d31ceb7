import type { Check } from '../check';
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
import { invalidConditionOperator } from './invalidConditionOperator';
import { invalidEffect } from './invalidEffect';
import { invalidPolicyElement } from './invalidPolicyElement';
import { invalidPrincipalKey } from './invalidPrincipalKey';
import { invalidServiceInAction } from './invalidServiceInAction';
import { invalidVersion } from './invalidVersion';
import { jsonSyntaxError } from './jsonSyntaxError';
import { missingAction } from './missingAction';
import { missingEffect } from './missingEffect';
import { missingPrincipal } from './missingPrincipal';
import { missingResource } from './missingResource';
import { missingServiceInAction } from './missingServiceInAction';
import { missingStatement } from './missingStatement';
import { missingVersion } from './missingVersion';
import { nullWithIfExists } from './nullWithIfExists';
import { uniqueSidsRequired, uniqueSidsRecommended } from './uniqueSids';
import { unsupportedElementCombination } from './unsupportedElementCombination';
import { unsupportedPrincipal } from './unsupportedPrincipal';
import { unsupportedSid } from './unsupportedSid';

/** Every check, one line each. The order does not matter: findings are sorted by place. */
export const checks: readonly Check[] = [
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
  invalidConditionOperator,
  invalidEffect,
  invalidPolicyElement,
  invalidPrincipalKey,
  invalidServiceInAction,
  invalidVersion,
  jsonSyntaxError,
  missingAction,
  missingEffect,
  missingPrincipal,
  missingResource,
  missingServiceInAction,
  missingStatement,
  missingVersion,
  nullWithIfExists,
  uniqueSidsRequired,
  uniqueSidsRecommended,
  unsupportedElementCombination,
  unsupportedPrincipal,
  unsupportedSid,
];
