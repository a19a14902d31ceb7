import { addCondition } from './conditionEdit';
import type { PolicyDocument, PrincipalValue } from './document';
import { replaceNode } from './edit';
import type { Fix } from './finding';

/**
 * The only principal of a statement as everyone with a condition on aws:PrincipalArn, which takes
 * patterns and policy variables where Principal takes none.
 * See https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn
 */
export function principalByCondition(document: PolicyDocument, principal: PrincipalValue): Fix[] {
  const { type, text, statement, element, typeKey } = principal;
  const property = typeKey?.parent;
  const value = property?.type === 'property' ? property.value : undefined;
  if (type !== 'AWS' || element !== 'Principal' || statement.principals.length !== 1 || !value) {
    return [];
  }
  const condition = addCondition(document.text, statement, ['ArnLike', 'aws:PrincipalArn', text]);
  if (!condition) return [];
  return [
    {
      title: 'Use "*" with a condition on aws:PrincipalArn',
      edits: [replaceNode(value, '"*"'), condition],
    },
  ];
}
