import { hasVariables } from '../variable';
import { value, type ValueSource } from './source';

/** Variables that keys are compared with, as AWS's examples have them. */
const usual: Readonly<Record<string, string>> = {
  'dynamodb:leadingkeys': '${cognito-identity.amazonaws.com:sub}',
  's3:prefix': '${aws:username}/*',
  'sts:rolesessionname': '${aws:username}',
};

/** See https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
export const variables: ValueSource = ({ key, operator }, { document }) => {
  const text = usual[key];
  if (text === undefined || !hasVariables(document) || !operator.known?.variables) return [];
  if (text.includes('*') && !operator.known.wildcards) return [];
  return [{ ...value(text, 1, 'policy variable'), kind: 'variable' }];
};
