import { malformedPolicy } from '../errors';
import { conditionProblem } from './conditions';
import { ResourceProblem, resourceProblem } from './resources';
import { type Statement, parseDocument, values } from './syntax';

/** Where a document is used: trust policies name principals and no resources. */
export type DocumentKind = 'inline' | 'managed' | 'trust';

/**
 * Refuses a policy document as AWS does (MalformedPolicyDocument), with AWS's own sentence where it
 * is known from documentation and public reports; the first fault in AWS's order is the one named:
 * syntax, version, principal, legacy parsing, Sids, missing elements, resources, actions.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function checkPolicyDocument(text: string, kind: DocumentKind): void {
  const problem = documentProblem(text, kind);
  if (problem !== undefined) throw malformedPolicy(problem);
}

/** The sentence with which AWS would refuse the document, or undefined. */
export function documentProblem(text: string, kind: DocumentKind): string | undefined {
  const document = parseDocument(text);
  if (!document) return 'Syntax errors in policy.';
  const { statements } = document;
  // Only managed policies must name the version: https://github.com/Bayer-Group/cloudformation-template-generator/pull/90
  if (kind === 'managed' && document.version !== '2012-10-17') {
    return 'Policy document must be version 2012-10-17 or greater.';
  }
  return (
    principalProblem(statements, kind) ??
    legacyProblem(statements) ??
    sidProblem(statements) ??
    elementsProblem(statements, kind) ??
    firstOf(statements, (statement) => resourceProblem(statement)?.message) ??
    firstOf(statements, actionProblem) ??
    (kind === 'trust' ? firstOf(statements, trustActionProblem) : undefined)
  );
}

function firstOf(
  statements: readonly Statement[],
  check: (statement: Statement) => string | undefined,
): string | undefined {
  for (const statement of statements) {
    const problem = check(statement);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** @see https://github.com/hashicorp/terraform-provider-aws/issues/10419 */
function principalProblem(statements: readonly Statement[], kind: DocumentKind) {
  const named = (statement: Statement) =>
    statement.Principal !== undefined || statement.NotPrincipal !== undefined;
  if (kind !== 'trust') {
    return statements.some(named) ? 'Policy document should not specify a principal.' : undefined;
  }
  return statements.every(named) ? undefined : 'Missing required field Principal';
}

/**
 * What AWS says nothing closer about: an Effect in other case, a date that is none, an ARN with too
 * few parts.
 * @see https://github.com/hashicorp/terraform/issues/10057
 */
function legacyProblem(statements: readonly Statement[]): string | undefined {
  const fails = statements.some(
    (statement) =>
      (statement.Effect !== 'Allow' && statement.Effect !== 'Deny') ||
      conditionProblem(statement.Condition ?? {}) ||
      resourceProblem(statement) === ResourceProblem.unparsable,
  );
  return fails ? 'The policy failed legacy parsing' : undefined;
}

/**
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html
 * @see https://github.com/aws-cloudformation/cfn-lint/issues/1376 for the wording
 */
function sidProblem(statements: readonly Statement[]): string | undefined {
  const sids = statements.flatMap((statement) => statement.Sid || []);
  if (sids.some((sid) => !/^[0-9A-Za-z]*$/.test(sid))) {
    return 'Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*';
  }
  if (new Set(sids).size < sids.length) {
    return 'Statement IDs (SID) in a single policy must be unique.';
  }
  return undefined;
}

function elementsProblem(statements: readonly Statement[], kind: DocumentKind) {
  const lacks = (one: 'Action' | 'Resource', other: 'NotAction' | 'NotResource') =>
    statements.some((statement) => values(statement[one] ?? statement[other]).length === 0);
  if (lacks('Action', 'NotAction')) return 'Policy statement must contain actions.';
  if (kind === 'trust') {
    const named = statements.some((statement) => statement.Resource ?? statement.NotResource);
    return named ? 'Has prohibited field Resource' : undefined;
  }
  return lacks('Resource', 'NotResource') ? 'Policy statement must contain resources.' : undefined;
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
function actionProblem(statement: Statement): string | undefined {
  for (const action of values(statement.Action ?? statement.NotAction)) {
    const [vendor = '', ...names] = action.split(':');
    if (names.length === 0 && action !== '*') {
      return 'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.';
    }
    if (names.length > 1) return 'Actions/Condition can contain only one colon.';
    if (!/^(?:\*|[a-zA-Z0-9.-]+)$/.test(vendor)) return `Vendor ${vendor} is not valid`;
  }
  return undefined;
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html */
function trustActionProblem(statement: Statement): string | undefined {
  const foreign = values(statement.Action ?? statement.NotAction).some(
    (action) => !/^(?:sts:|\*$)/i.test(action),
  );
  return foreign ? 'AssumeRole policy may only specify STS AssumeRole actions.' : undefined;
}
