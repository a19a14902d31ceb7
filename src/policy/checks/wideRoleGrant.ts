import type { Check } from '../check';
import type { Statement } from '../document';
import type { Severity } from '../finding';
import { holderOf, leavesIn } from '../grants';
import { hasConditionOn } from '../keyFacts';
import { serviceConditionFix } from '../serviceConditionFix';
import type { Span } from '../syntax';

/** An action of IAM that makes or passes roles, and what tells a narrow grant of it from a wide one. */
export interface RoleAction {
  prefix: 'PASS_ROLE' | 'CREATE_SLR';
  severity: Severity;
  /** With IAM's prefix, as AWS spells it. */
  action: string;
  /** A condition on this key says for which service, which is narrow. */
  serviceKey: string;
  /** After "lets them". */
  effect: string;
  /** Whether the resource part of a role's ARN names roles of one service, or one role. */
  isNarrow(resource: string): boolean;
}

type Shape = { actions: 'Action' | 'pattern' | 'NotAction'; resources: 'Resource' | 'NotResource' };

const shapes: readonly [suffix: string, shape: Shape][] = [
  ['WITH_NOT_RESOURCE', { actions: 'Action', resources: 'NotResource' }],
  ['WITH_STAR_IN_ACTION_AND_NOT_RESOURCE', { actions: 'pattern', resources: 'NotResource' }],
  ['WITH_NOT_ACTION_AND_NOT_RESOURCE', { actions: 'NotAction', resources: 'NotResource' }],
  ['WITH_STAR_IN_RESOURCE', { actions: 'Action', resources: 'Resource' }],
  ['WITH_STAR_IN_ACTION_AND_RESOURCE', { actions: 'pattern', resources: 'Resource' }],
  ['WITH_STAR_IN_RESOURCE_AND_NOT_ACTION', { actions: 'NotAction', resources: 'Resource' }],
];

/** The six findings about an action that is granted with a wildcard or by exclusion. */
export function wideRoleGrants(role: RoleAction): Check[] {
  const { prefix, severity, action, serviceKey, effect } = role;
  const name = action.slice(action.indexOf(':') + 1).toLowerCase();
  const lowerKey = serviceKey.toLowerCase();
  return shapes.map(([suffix, shape]) => ({
    code: `${prefix}_${suffix}`,
    severity,
    title: `${action} by ${shapeText(shape)}`,
    description: `The statement allows ${action} by ${shapeText(shape)}, which lets them ${effect}. Name the roles, or say for which service by a condition on ${serviceKey}.`,
    kinds: ['identity'],
    statement(statement, report, { document }) {
      if (statement.effect !== 'Allow' || !statement.elements.has(shape.resources)) return;
      const place = actionPlace(statement, name, shape);
      if (!place) return;
      const resource = resourcePlace(statement, role, shape);
      if (!resource || hasConditionOn(statement, [lowerKey])) return;
      report(
        placeOf(shape, place, resource),
        `This lets them ${effect}: name the roles for ${action}, or say for which service by ${serviceKey}.`,
        {
          fixes: shape.actions === 'Action' ? serviceConditionFix(document, statement, role) : [],
        },
      );
    },
  }));
}

function shapeText({ actions, resources }: Shape): string {
  const action = { Action: '', pattern: 'a wildcard in the action', NotAction: 'NotAction' }[
    actions
  ];
  const resource = resources === 'Resource' ? 'a wildcard in the resource' : 'NotResource';
  return action ? `${action} and ${resource}` : resource;
}

/** `name`: of the action, in lower case. */
function actionPlace(statement: Statement, name: string, shape: Shape): Span | undefined {
  if (shape.actions === 'NotAction') {
    const property = statement.elements.get('NotAction');
    return property && leavesIn(statement, 'iam', name) ? property.key : undefined;
  }
  const holder = holderOf(statement, 'iam', name);
  return holder?.said.wildcard === (shape.actions === 'pattern') ? holder.node : undefined;
}

function resourcePlace(statement: Statement, role: RoleAction, shape: Shape): Span | undefined {
  if (shape.resources === 'NotResource') return statement.elements.get('NotResource')?.key;
  return statement.resources.find(
    ({ text, arn }) =>
      text === '*' || (arn && /^(\*|iam)$/.test(arn.service) && !role.isNarrow(arn.resource)),
  )?.node;
}

function placeOf(shape: Shape, action: Span, resource: Span): Span {
  if (shape.actions === 'NotAction') return action;
  if (shape.resources === 'NotResource') return shape.actions === 'pattern' ? action : resource;
  return shape.actions === 'pattern' ? action : resource;
}
