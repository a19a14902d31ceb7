import type { Check } from '../check';
import { replaceString } from '../edit';
import {
  SERVICE_PRINCIPAL,
  servicePrincipalKeys,
  VIA_SERVICE,
  viaServiceKeys,
} from '../facts/servicePrincipals';
import type { Fix } from '../finding';
import { lowerCase } from '../keyFacts';
import type { StringNode } from '../syntax';

const viaKeys = lowerCase(viaServiceKeys);
const principalKeys = lowerCase(servicePrincipalKeys);

/** The name in lower case and in AWS's domain, where that is a service principal. */
function fixesOf(node: StringNode): Fix[] {
  const name = node.value
    .trim()
    .toLowerCase()
    .replace(/\.(amazon|amazonaws)$|\.amazon\.com$/, '');
  const fixed = name.includes('.amazonaws.com') ? name : `${name}.amazonaws.com`;
  if (!SERVICE_PRINCIPAL.test(fixed)) return [];
  return [{ title: `Change to ${fixed}`, edits: [replaceString(node, fixed)], preferred: true }];
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services */
export const invalidServicePrincipalFormat: Check = {
  code: 'INVALID_SERVICE_PRINCIPAL_FORMAT',
  severity: 'error',
  title: 'A service principal that looks like none',
  description:
    'A service principal is in lower case and ends in amazonaws.com, as in lambda.amazonaws.com; kms:ViaService has the Region in it. AWS refuses the document or never matches it.',
  principal({ type, text, node }, report) {
    if (type !== 'Service' || /[*?$]/.test(text) || SERVICE_PRINCIPAL.test(text)) return;
    report(
      node,
      `${JSON.stringify(text)} is no service principal, which is in lower case and ends in amazonaws.com.`,
      { fixes: fixesOf(node) },
    );
  },
  condition({ lowerKey, key, values, parsed }, report) {
    const via = viaKeys.includes(lowerKey);
    if ((!via && !principalKeys.includes(lowerKey)) || parsed.known?.type !== 'String') return;
    for (const node of values) {
      if (node.type !== 'string' || node.value.includes('${')) continue;
      if (via ? VIA_SERVICE.test(node.value) : isPrincipalPattern(node.value)) continue;
      const form = via ? 's3.eu-west-1.amazonaws.com' : 's3.amazonaws.com';
      report(
        node,
        `${key} holds names such as ${form}, so ${JSON.stringify(node.value)} never matches.`,
        {
          fixes: via ? [] : fixesOf(node),
        },
      );
    }
  },
};

const isPrincipalPattern = (text: string) => /[*?]/.test(text) || SERVICE_PRINCIPAL.test(text);
