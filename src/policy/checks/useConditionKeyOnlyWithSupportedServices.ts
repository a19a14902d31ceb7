import type { Check } from '../check';
import { conditionKeyServices, conditionKeyServiceExceptions } from '../facts/conditionKeyServices';
import { lowerCase } from '../keyFacts';

const exceptions = lowerCase(conditionKeyServiceExceptions);

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-vpceaccount */
export const useConditionKeyOnlyWithSupportedServices: Check = {
  code: 'USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES',
  severity: 'warning',
  title: 'A condition key that a service does not send',
  description:
    'Only some services send the key. In requests to others it is missing, so the condition comes out the same for all of them.',
  conditionInStatement({ lowerKey, key, keyNode, statement }, report) {
    const services = conditionKeyServices.get(lowerKey);
    if (!services) return;
    const unsupported = statement.actions.filter(
      ({ service, text }) =>
        !services.has(service.toLowerCase()) || exceptions.includes(text.toLowerCase()),
    );
    if (statement.elements.has('NotAction')) {
      report(keyNode, `Many services that NotAction leaves in do not send ${key}.`);
    } else if (unsupported.length > 0) {
      const names = [...new Set(unsupported.map(({ service, text }) => service || text))];
      report(
        keyNode,
        `${key} is missing from requests for ${names.slice(0, 3).join(', ')}${names.length > 3 ? ' and more' : ''}: name services that send it.`,
      );
    }
  },
};
