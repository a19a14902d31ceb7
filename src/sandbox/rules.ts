import { NAME_RULES, type NameKind, PATH_MAX_LENGTH, PATH_PATTERNS } from '../iam/names';
import { type TextRule, integer, optional } from './parameters';

/**
 * What the parameters of the operations must satisfy.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_Operations.html, each operation's page
 */

const NAME_CHARACTERS =
  'It must contain only alphanumeric characters and/or the following: +=,.@_-';

/** A name that is being given. */
export function newName(kind: NameKind): TextRule {
  const rule = NAME_RULES[kind];
  return {
    min: rule.minLength,
    max: rule.maxLength,
    pattern: rule.pattern,
    characters: kind === 'accountAlias' ? undefined : NAME_CHARACTERS,
  };
}

/** A name that exists may be longer than one that is being given. */
export function existingName(kind: 'user' | 'group' | 'role' | 'policy'): TextRule {
  const max = kind === 'role' ? NAME_RULES.role.maxLength : 128;
  return { ...newName(kind), max };
}

/** @see https://github.com/aws-cloudformation/cfn-lint/issues/722 for the wording */
export const path: TextRule = {
  min: 1,
  max: PATH_MAX_LENGTH,
  pattern: PATH_PATTERNS.principal,
  characters:
    'It must begin and end with / and contain only alphanumeric characters and/or / characters.',
};

export const policyPath: TextRule = { ...path, pattern: PATH_PATTERNS.policy };

/** @see https://github.com/aws/aws-sdk/issues/36 for the wording */
export const pathPrefix: TextRule = {
  min: 1,
  max: PATH_MAX_LENGTH,
  pattern: '\\u002F[\\u0021-\\u007F]*',
  characters:
    'It must begin with the / character and contain only alphanumeric characters and/or / characters.',
};

export const document: TextRule = {
  min: 1,
  max: 131072,
  pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+',
};

export const arn: TextRule = { min: 20, max: 2048 };
export const versionId: TextRule = { pattern: 'v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?' };
export const description: TextRule = { max: 1000 };
export const accessKeyId: TextRule = { min: 16, max: 128, pattern: '[\\w]+' };
export const certificateId: TextRule = { min: 24, max: 128, pattern: '[\\w]+' };
export const certificateBody: TextRule = {
  min: 1,
  max: 16384,
  pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+',
};
export const password: TextRule = {
  min: 1,
  max: 128,
  pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+',
  secret: true,
};
export const status: TextRule = { values: ['Active', 'Inactive', 'Expired'] };
export const publicKeyBody: TextRule = {
  min: 1,
  max: 16384,
  pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+',
};
export const authenticationCode: TextRule = { min: 6, max: 6, pattern: '[\\d]+' };
export const serialNumber: TextRule = { min: 9, max: 256, pattern: '[\\w+=/:,.@-]+' };

/**
 * Marker and MaxItems of every list call. AWS's markers have at most 320 characters; ours hold the key
 * of an item, and a tag's key in base 64 may be longer.
 */
export const paging = {
  Marker: optional({ min: 1, max: 1024, pattern: '[\\u0020-\\u00FF]+' }),
  MaxItems: integer(1, 1000),
};
