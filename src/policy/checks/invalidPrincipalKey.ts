import type { Check } from '../check';
import { renameFix } from '../renameFix';
import { principalTypes } from '../elements';
import { nearest } from '../nearest';

const names = principalTypes.map(({ name }) => name);

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export const invalidPrincipalKey: Check = {
  code: 'INVALID_PRINCIPAL_KEY',
  severity: 'error',
  title: 'Unknown type of principal',
  description:
    'A principal is one of AWS, Service, Federated and CanonicalUser. AWS refuses the document.',
  statement({ elements }, report) {
    for (const element of ['Principal', 'NotPrincipal']) {
      const value = elements.get(element)?.value;
      if (value?.type !== 'object') continue;
      for (const { key } of value.properties) {
        if (names.includes(key.value)) continue;
        const near = nearest(key.value, names, 4)?.name;
        report(
          key,
          `A principal is one of ${names.join(', ')}, not ${JSON.stringify(key.value)}.`,
          {
            fixes: near ? renameFix(key, near, { preferred: true }) : [],
          },
        );
      }
    }
  },
};
