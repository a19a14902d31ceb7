import type { Check } from '../check';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export const emptyObjectPrincipal: Check = {
  code: 'EMPTY_OBJECT_PRINCIPAL',
  severity: 'suggestion',
  title: 'Empty principal',
  description: 'A Principal that holds nothing names nobody, so the statement does nothing.',
  statement({ elements }, report) {
    for (const name of ['Principal', 'NotPrincipal']) {
      const value = elements.get(name)?.value;
      if (value?.type !== 'object' || value.properties.length > 0 || !value.closed) continue;
      report(value, `${name} is empty: it names nobody.`);
    }
  },
};
