import type { Check } from '../check';
import { insertProperty, replaceString } from '../edit';
import type { PolicyDocument } from '../document';
import type { Fix } from '../finding';
import { principalByCondition } from '../principalFix';
import { hasVariable } from '../variables';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-wheretouse */
const variableUnsupportedInElement: Check = {
  code: 'VARIABLE_UNSUPPORTED_IN_ELEMENT',
  severity: 'error',
  title: 'A policy variable where none is replaced',
  description:
    'Policy variables are replaced in Resource, NotResource and the values of conditions only. AWS refuses the document.',
  statement({ actions, principals }, report, { document }) {
    const message = (element: string) =>
      `${element} takes no policy variables: they are for Resource and for conditions.`;
    for (const { node, text, element } of actions) {
      if (hasVariable(text)) report(node, message(element));
    }
    for (const principal of principals) {
      if (!hasVariable(principal.text)) continue;
      report(principal.node, message(principal.element), {
        fixes: principalByCondition(document, principal),
      });
    }
  },
};

function useNewVersion({ elements, root, text }: PolicyDocument): Fix[] {
  const version = elements.get('Version');
  const title = 'Use Version 2012-10-17';
  if (version?.value?.type === 'string') {
    return [{ title, edits: [replaceString(version.value, '2012-10-17')], preferred: true }];
  }
  if (version || !root) return [];
  const edits = [insertProperty(text, root, 'Version', '"2012-10-17"')];
  return [{ title, edits, preferred: true }];
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
const variableUnsupportedInVersion: Check = {
  code: 'VARIABLE_UNSUPPORTED_IN_VERSION',
  severity: 'error',
  title: 'A policy variable in the older version of the language',
  description:
    'Policy variables came with Version 2012-10-17. In the older version, which is also the default, they are plain text.',
  statement({ resources, conditions }, report, { document }) {
    const version = document.elements.get('Version')?.value;
    if (version && (version.type !== 'string' || version.value !== '2008-10-17')) return;
    const values = conditions.flatMap((condition) => condition.values);
    for (const node of [...resources.map((resource) => resource.node), ...values]) {
      if (node.type !== 'string' || !hasVariable(node.value)) continue;
      report(node, 'Without Version 2012-10-17 a policy variable is plain text.', {
        fixes: useNewVersion(document),
      });
    }
  },
};

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-wheretouse */
const invalidVariableForOperator: Check = {
  code: 'INVALID_VARIABLE_FOR_OPERATOR',
  severity: 'error',
  title: 'A policy variable under an operator that replaces none',
  description:
    'Policy variables are replaced under operators for text and ARNs only. AWS refuses the document.',
  condition({ parsed: { known }, values }, report) {
    if (!known || known.variables) return;
    for (const node of values) {
      if (node.type !== 'string' || !hasVariable(node.value)) continue;
      report(node, `${known.name} takes no policy variables: only operators for text and ARNs do.`);
    }
  },
};

export const variablePlaceChecks: readonly Check[] = [
  variableUnsupportedInElement,
  variableUnsupportedInVersion,
  invalidVariableForOperator,
];
