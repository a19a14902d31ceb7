import type { ValidateRequest } from '../../policy/accessAnalyzer/answer';
import { policyTypes, validateResourceTypes } from '../../policy/accessAnalyzer/model';
import { cannotParse, invalidField } from './errors';

const LOCALES = ['DE', 'EN', 'ES', 'FR', 'IT', 'JA', 'KO', 'PT_BR', 'ZH_CN', 'ZH_TW'] as const;

/**
 * Reads the body of ValidatePolicy. The locale is looked at, and the answer is in English.
 * @see https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ValidatePolicy.html
 * @throws ServiceError `ValidationException`
 */
export function readValidatePolicy(body: string): ValidateRequest {
  const input = readObject(body);
  const { policyDocument } = input;
  if (typeof policyDocument !== 'string') throw invalidField('policyDocument', 'must not be null');
  const policyType = oneOf(input, 'policyType', policyTypes);
  if (policyType === undefined) throw invalidField('policyType', 'must not be null');
  oneOf(input, 'locale', LOCALES);
  const resourceType = oneOf(input, 'validatePolicyResourceType', validateResourceTypes);
  if (resourceType !== undefined && policyType !== 'RESOURCE_POLICY') {
    throw invalidField('validatePolicyResourceType', 'is for policies of resources only');
  }
  return {
    policyDocument,
    policyType,
    ...(resourceType === undefined ? {} : { validatePolicyResourceType: resourceType }),
  };
}

function readObject(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body === '' ? '{}' : body);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // Refused below, as what is no object.
  }
  throw cannotParse('The body of the request is no JSON object.');
}

function oneOf<T extends string>(
  input: Record<string, unknown>,
  name: string,
  values: readonly T[],
): T | undefined {
  const given = input[name];
  if (given === undefined || given === null) return undefined;
  const known = values.find((value) => value === given);
  if (known === undefined) throw invalidField(name, `must be one of ${values.join(', ')}`);
  return known;
}
