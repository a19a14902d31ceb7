import type { PolicyDocument } from './document';
import { itemsOf, valueOf, type Node, type SyntaxTree } from './syntax';

/**
 * What a document is used as; the grammar and the quotas depend on it. `unknown`: only what is
 * true for every kind is said.
 */
export const policyKinds = [
  'identity',
  'resource',
  'trust',
  'scp',
  'rcp',
  'boundary',
  'session',
  'endpoint',
  'unknown',
] as const;
export type PolicyKind = (typeof policyKinds)[number];

export const kindLabels: Readonly<Record<PolicyKind, string>> = {
  identity: 'Identity policy',
  resource: 'Resource policy',
  trust: 'Role trust policy',
  scp: 'Service control policy',
  rcp: 'Resource control policy',
  boundary: 'Permissions boundary',
  session: 'Session policy',
  endpoint: 'VPC endpoint policy',
  unknown: 'Policy',
};

/** Attached to a principal, so there is no Principal element in it. */
export function isAttachedToPrincipal(kind: PolicyKind): boolean {
  return kind === 'identity' || kind === 'scp' || kind === 'boundary' || kind === 'session';
}

/** The words that name a kind in a file name: `deploy.trust.iam.json`, `deploy-trust-policy.json`. */
const words: Readonly<Record<string, PolicyKind>> = {
  trust: 'trust',
  'assume-role': 'trust',
  assumerole: 'trust',
  resource: 'resource',
  bucket: 'resource',
  queue: 'resource',
  topic: 'resource',
  key: 'resource',
  scp: 'scp',
  'service-control': 'scp',
  rcp: 'rcp',
  'resource-control': 'rcp',
  boundary: 'boundary',
  'permissions-boundary': 'boundary',
  session: 'session',
  endpoint: 'endpoint',
  'vpc-endpoint': 'endpoint',
  identity: 'identity',
};

/** Those that need no "policy" behind them. */
const alone = ['scp', 'rcp', 'permissions-boundary'];

const named = new RegExp(
  `(?:^|[./\\\\_-])(?:(${Object.keys(words)
    .sort((a, b) => b.length - a.length)
    .join('|')})(?:\\.iam|[._-]?policy(?:[._-]?document)?)|(${alone.join('|')}))\\.jsonc?$`,
  'i',
);

/** The kind that a file name says, if it says one. Whole paths will do. */
export function kindOfFileName(name: string): PolicyKind | undefined {
  const found = named.exec(name);
  const word = found?.[1] ?? found?.[2];
  return word ? words[word.toLowerCase()] : undefined;
}

/** The kind that the content allows only, else `unknown`. SCPs and the like look like identity policies. */
export function kindOfContent(tree: SyntaxTree): PolicyKind {
  const statements = itemsOf(valueOf(tree.root, 'Statement')).filter((n) => n.type === 'object');
  if (statements.length === 0) return 'unknown';
  const has = (node: Node, ...names: string[]) => names.some((name) => valueOf(node, name));
  const withPrincipal = statements.filter((node) => has(node, 'Principal', 'NotPrincipal'));
  const withResource = statements.filter((node) => has(node, 'Resource', 'NotResource'));
  if (statements.every(assumesRole) && withResource.length === 0) return 'trust';
  if (withPrincipal.length === statements.length) return 'resource';
  if (withPrincipal.length === 0 && withResource.length === statements.length) return 'identity';
  return 'unknown';
}

/** Actions of STS that only a role's trust policy grants. */
const assume =
  /^sts:(assumerole(with(saml|webidentity))?|tagsession|setsourceidentity|setcontext)$/i;

function assumesRole(statement: Node): boolean {
  const actions = itemsOf(valueOf(statement, 'Action'));
  return (
    actions.length > 0 && actions.every((node) => node.type === 'string' && assume.test(node.value))
  );
}

/**
 * Whether JSON that does not say so by its name is a policy: an object with a Statement whose
 * members have an Effect and Action, Resource or Principal beside it, and nothing that templates have.
 */
export function looksLikePolicy(tree: SyntaxTree): boolean {
  const { root } = tree;
  if (root?.type !== 'object') return false;
  const foreign = ['Resources', 'AWSTemplateFormatVersion', 'Transform', 'dependencies', '$schema'];
  if (foreign.some((name) => valueOf(root, name))) return false;
  return itemsOf(valueOf(root, 'Statement')).some(
    (node) =>
      valueOf(node, 'Effect') &&
      ['Action', 'NotAction', 'Resource', 'NotResource', 'Principal', 'NotPrincipal'].some((name) =>
        valueOf(node, name),
      ),
  );
}

/** The service whose resource a policy is on, when all that it names are of one service. */
export function serviceOf({ statements }: PolicyDocument): string | undefined {
  const named = (services: string[]) => {
    const known = new Set(services.filter((service) => /^[a-z0-9-]+$/.test(service)));
    return known.size === 1 ? [...known][0] : undefined;
  };
  return (
    named(statements.flatMap(({ resources }) => resources.map(({ arn }) => arn?.service ?? ''))) ??
    named(statements.flatMap(({ actions }) => actions.map(({ service }) => service.toLowerCase())))
  );
}
