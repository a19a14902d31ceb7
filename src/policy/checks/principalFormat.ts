import type { Check } from '../check';
import type { PolicyDocument, PrincipalValue } from '../document';
import { replaceNode } from '../edit';
import { accountWords } from '../facts/partitions';
import { SERVICE_PRINCIPAL } from '../facts/servicePrincipals';
import { UNIQUE_ID } from '../facts/roles';
import type { Fix } from '../finding';
import { principalByCondition } from '../principalFix';
import { hasVariable } from '../variables';

/** Under which key a principal belongs; undefined for what is none. */
function keyFor(text: string): 'AWS' | 'Service' | undefined {
  if (/^(\d{12}|arn:.+)$/.test(text) || UNIQUE_ID.test(text)) return 'AWS';
  return SERVICE_PRINCIPAL.test(text) ? 'Service' : undefined;
}

function fixesOf({ type, text, node }: PrincipalValue): Fix[] {
  const key = keyFor(text);
  if (type !== '*' || key === undefined || node.parent?.type !== 'property') return [];
  const edits = [replaceNode(node, `{ "${key}": ${JSON.stringify(text)} }`)];
  return [{ title: `Put it under ${key}`, edits, preferred: true }];
}

/** What is wrong with the ARN of a user, role or session; AWS refuses it as a principal. */
function wrongPart({ type, arn }: PrincipalValue): string | undefined {
  if (type !== 'AWS' || (arn?.service !== 'iam' && arn?.service !== 'sts')) return undefined;
  const { account, region } = arn;
  if (region !== '')
    return `ARNs of users, roles and sessions have no Region: leave ${region} out.`;
  if (/^\d{12}$/.test(account) || accountWords.includes(account) || /[*?]/.test(account))
    return undefined;
  return `${JSON.stringify(account)} is no account number, which has twelve digits.`;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export const invalidPrincipalFormat: Check = {
  code: 'INVALID_PRINCIPAL_FORMAT',
  severity: 'error',
  title: 'A principal that cannot be read',
  description:
    'A principal is "*", or stands under AWS, Service, Federated or CanonicalUser; under AWS it is an account, an ARN or "*". AWS refuses the document.',
  principal(principal, report) {
    const { type, text, node } = principal;
    if ((type !== '*' && type !== 'AWS') || text === '*' || hasVariable(text)) return;
    const place = wrongPart(principal);
    const fits = keyFor(text) === 'AWS' || /[*?]/.test(text) || isCanonical(text);
    if (type === 'AWS' && fits && place === undefined) return;
    const message =
      type === 'AWS'
        ? (place ?? `${JSON.stringify(text)} is neither an account of twelve digits nor an ARN.`)
        : `Only "*" may stand without a key: put ${JSON.stringify(text)} under AWS, Service or Federated.`;
    report(node, message, { fixes: fixesOf(principal) });
  },
};

const ANY_SESSION = /^arn:([\w-]+):sts::(\d{12}):assumed-role\/([\w+=,.@-]+)\/\*$/;

/** Any session of a role is the role. */
function roleOfSession({ text, node }: PrincipalValue): Fix[] {
  const [, partition, account, name] = ANY_SESSION.exec(text) ?? [];
  if (partition === undefined || account === undefined || name === undefined) return [];
  const role = `arn:${partition}:iam::${account}:role/${name}`;
  return [{ title: `Change to ${role}`, edits: [replaceNode(node, `"${role}"`)], preferred: true }];
}

/** A session has the ARN of its role in aws:PrincipalArn, so a pattern of sessions would match none. */
function byCondition(document: PolicyDocument, principal: PrincipalValue): Fix[] {
  return principal.arn?.service === 'sts' ? [] : principalByCondition(document, principal);
}

/** Amazon S3 also takes canonical user ids there. */
const isCanonical = (text: string) => /^[0-9a-f]{64}$/.test(text);

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export const unsupportedWildcardInPrincipal: Check = {
  code: 'UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
  severity: 'error',
  title: 'A wildcard in a principal',
  description:
    'A star alone stands for everyone; within a name or an ARN a principal takes no wildcard. AWS refuses the document. A condition on aws:PrincipalArn takes patterns.',
  principal(principal, report, { document }) {
    const { type, text, node } = principal;
    if (!/[*?]/.test(text) || text === '*' || hasVariable(text) || type === '*') return;
    report(
      node,
      `${JSON.stringify(text)} has a wildcard, which a principal does not take: name it in full, or use "*" with a condition on aws:PrincipalArn.`,
      { fixes: [...roleOfSession(principal), ...byCondition(document, principal)] },
    );
  },
};
