import type { PolicyTemplate } from './template';

export const fullAccess: PolicyTemplate = {
  id: 'fullAccess',
  label: 'Full access',
  detail: 'Every action on every resource of the account.',
  policyName: 'FullControl',
  warning:
    'Whoever holds the keys of this user can do everything in the account: read and delete all ' +
    'data, create users, and lock you out. Most tools need far less.',
  blanks: [],
  statements: () => [{ Sid: 'FullControl', Effect: 'Allow', Action: '*', Resource: '*' }],
};
