import type { Check } from '../check';
import { renameFix } from '../renameFix';
import { nearest } from '../nearest';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
export const invalidServiceConditionKey: Check = {
  code: 'INVALID_SERVICE_CONDITION_KEY',
  severity: 'error',
  title: 'Unknown condition key of a service',
  description:
    'The service has no condition key of this name. An error where the spelling is clearly wrong; a warning where the service catalog may only be older than the key.',
  condition({ key, lowerKey, keyNode }, report, { catalog }) {
    const prefix = lowerKey.slice(0, Math.max(lowerKey.indexOf(':'), 0));
    if (prefix === 'aws' || !catalog.service(prefix) || catalog.conditionKey(key)) return;
    const names = catalog
      .conditionKeys(prefix)
      .map((known) => known.key)
      .filter((name) => name.toLowerCase().startsWith(`${prefix}:`) && !name.includes('${'));
    const near = nearest(key, names);
    const sure = near !== undefined && near.distance <= 2 && key.length - prefix.length > 5;
    report(
      keyNode,
      `${key} is not among the condition keys known as of ${catalog.date}.${near ? ` Did you mean ${near.name}?` : ''}`,
      {
        severity: sure ? 'error' : 'warning',
        fixes: near ? renameFix(keyNode, near.name, { preferred: sure }) : [],
      },
    );
  },
};
