import type { Check } from '../check';
import { addCondition } from '../conditionEdit';
import type { PolicyDocument, Statement } from '../document';
import { inlineGap, removeMember, renameProperty, replaceNode } from '../edit';
import { rcpServices } from '../facts/rcpServices';
import type { Fix } from '../finding';
import type { PolicyKind } from '../kind';
import { listText } from '../layout';
import type { Property } from '../syntax';

/** An element that a kind of policy does not take: the findings of several kinds are the same but for it. */
function forbiddenElement(facts: {
  code: string;
  kind: PolicyKind;
  elements: readonly string[];
  why: string;
  /** Whether the rest of the statement can stand without it. */
  removable: boolean;
  /** What else may be written, where something may. */
  fixes?: (document: PolicyDocument, statement: Statement, property: Property) => Fix[];
}): Check {
  const { code, kind, elements: names, why, removable } = facts;
  return {
    code,
    severity: 'error',
    title: `${names.join(' or ')} where it is not taken`,
    description: `${why} AWS refuses the document.`,
    kinds: [kind],
    statement(statement, report, { document }) {
      const { elements } = statement;
      for (const name of names) {
        const property = elements.get(name);
        if (!property) continue;
        const edits = [removeMember(document.text, property)];
        report(property.key, `${name} is not allowed here. ${why}`, {
          fixes: removable
            ? [{ title: `Remove ${name}`, edits, preferred: true }]
            : (facts.fixes?.(document, statement, property) ?? []),
        });
      }
    },
  };
}

/** Everyone but some by a condition, which says the same for a Deny; an Allow names those who may. */
function byPrincipal(document: PolicyDocument, statement: Statement, property: Property): Fix[] {
  const { principals, effect, elements } = statement;
  const { value } = property;
  if (elements.has('Principal') || !value) return [];
  if (effect === 'Allow') {
    return [{ title: 'Change to Principal', edits: [renameProperty(property, 'Principal')] }];
  }
  const arns = principals.map(({ text }) => text);
  const [first = ''] = arns;
  if (principals.some(({ type, arn }) => type !== 'AWS' || arn?.service !== 'iam')) return [];
  const values = arns.length === 1 ? first : arns;
  const condition = addCondition(document.text, statement, [
    'ArnNotEquals',
    'aws:PrincipalArn',
    values,
  ]);
  if (!condition) return [];
  const everyone = `{${inlineGap(document.text)}"AWS":${inlineGap(document.text)}"*"${inlineGap(document.text)}}`;
  return [
    {
      title: 'Use Principal with a condition on aws:PrincipalArn',
      edits: [renameProperty(property, 'Principal'), replaceNode(value, everyone), condition],
    },
  ];
}

/** The other services that resource control policies apply to, where whole services are named. */
function byAction(document: PolicyDocument, { actions }: Statement, property: Property): Fix[] {
  const { value } = property;
  if (!value || actions.some(({ name, service }) => name !== '*' || service === '')) return [];
  const named = new Set(actions.map(({ service }) => service.toLowerCase()));
  const left = [...rcpServices].filter((service) => !named.has(service));
  const texts = left.map((service) => `"${service}:*"`);
  return [
    {
      title: `Change to Action with the ${left.length} other services`,
      edits: [
        renameProperty(property, 'Action'),
        replaceNode(value, listText(document.text, value, texts)),
      ],
    },
  ];
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-custom.html */
const roleTrustPolicySyntaxErrorNotPrincipal = forbiddenElement({
  code: 'ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL',
  kind: 'trust',
  elements: ['NotPrincipal'],
  why: 'A trust policy names who may assume the role by Principal.',
  removable: false,
  fixes: byPrincipal,
});

const roleTrustPolicySyntaxErrorResource = forbiddenElement({
  code: 'ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE',
  kind: 'trust',
  elements: ['Resource', 'NotResource'],
  why: 'A trust policy is about its own role and names no resource.',
  removable: true,
});

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html */
const scpSyntaxErrorPrincipal = forbiddenElement({
  code: 'SCP_SYNTAX_ERROR_PRINCIPAL',
  kind: 'scp',
  elements: ['Principal', 'NotPrincipal'],
  why: 'A service control policy is about every principal of its accounts; a condition on aws:PrincipalArn narrows it.',
  removable: true,
});

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html */
const rcpSyntaxErrorNotAction = forbiddenElement({
  code: 'RCP_SYNTAX_ERROR_NOTACTION',
  kind: 'rcp',
  elements: ['NotAction'],
  why: 'A resource control policy names its actions by Action.',
  removable: false,
  fixes: byAction,
});

export const forbiddenElementChecks: readonly Check[] = [
  roleTrustPolicySyntaxErrorNotPrincipal,
  roleTrustPolicySyntaxErrorResource,
  scpSyntaxErrorPrincipal,
  rcpSyntaxErrorNotAction,
];
