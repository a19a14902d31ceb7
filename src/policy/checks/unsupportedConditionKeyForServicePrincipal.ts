import type { Check } from '../check';
import { isOneOf } from '../conditionValues';
import { keysNotSentByServicePrincipals } from '../facts/conditionKeyRules';
import { renameFix } from '../renameFix';
import type { Fix } from '../finding';
import type { StringNode } from '../syntax';
import { eksPodIdentity, rolesAnywhere } from '../facts/federation';

/** Keys that say of a service's caller what the others say of a principal. */
const instead: Readonly<Record<string, string>> = {
  'aws:principalaccount': 'aws:SourceAccount',
  'aws:principalarn': 'aws:SourceArn',
  'aws:principalorgid': 'aws:SourceOrgID',
  'aws:principalorgpaths': 'aws:SourceOrgPaths',
};

function fixesOf(keyNode: StringNode, lowerKey: string): Fix[] {
  const key = instead[lowerKey];
  return key === undefined ? [] : renameFix(keyNode, key, { preferred: true });
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
export const unsupportedConditionKeyForServicePrincipal: Check = {
  code: 'UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
  severity: 'error',
  title: 'Condition key that requests of a service do not have',
  description:
    'A service has no account, organization or tags, so its requests never have the key and the statement allows nothing.',
  kinds: ['resource', 'trust'],
  conditionInStatement({ lowerKey, key, keyNode, statement, parsed }, report) {
    const { principals, effect } = statement;
    if (
      effect !== 'Allow' ||
      parsed.ifExists ||
      parsed.known?.negated !== false ||
      parsed.known.name === 'Null'
    )
      return;
    if (principals.length === 0 || principals.some(({ type }) => type !== 'Service')) return;
    if (
      principals.some(
        ({ text }) => text === rolesAnywhere.principal || text === eksPodIdentity.principal,
      )
    )
      return;
    if (!isOneOf(lowerKey, keysNotSentByServicePrincipals)) return;
    report(
      keyNode,
      `Requests of a service do not have ${key}. Use aws:SourceAccount, aws:SourceArn or aws:SourceOrgID.`,
      { fixes: fixesOf(keyNode, lowerKey) },
    );
  },
};
