import type { Check } from '../check';
import { removeMember } from '../edit';
import type { Fix } from '../finding';
import { removeStatement } from '../removeValue';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export const emptyObjectPrincipal: Check = {
  code: 'EMPTY_OBJECT_PRINCIPAL',
  severity: 'suggestion',
  title: 'Empty principal',
  description: 'A Principal that holds nothing names nobody, so the statement does nothing.',
  statement(statement, report, { document: { text } }) {
    const { elements } = statement;
    for (const name of ['Principal', 'NotPrincipal']) {
      const property = elements.get(name);
      const value = property?.value;
      if (!property || value?.type !== 'object' || value.properties.length > 0 || !value.closed)
        continue;
      const whole = removeStatement(text, statement);
      const fixes: Fix[] = [
        { title: `Remove ${name}`, edits: [removeMember(text, property)] },
        ...(whole ? [{ title: 'Remove the statement', edits: [whole] }] : []),
      ];
      report(value, `${name} is empty: it names nobody.`, { fixes });
    }
  },
};
