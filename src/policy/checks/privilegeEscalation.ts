import type { Check } from '../check';
import type { ActionValue, PolicyDocument, Statement } from '../document';
import { escalationPaths, type EscalationPath } from '../facts/privilegeEscalation';
import { actionFinder, allowsEverywhere, holds, isEveryAction } from '../grants';
import type { Node } from '../syntax';

let finder: ReturnType<typeof actionFinder> | undefined;

/** The actions of paths that a value names. */
function actionsOfPaths(value: ActionValue): readonly string[] {
  finder ??= actionFinder([...new Set(escalationPaths().flatMap(({ actions }) => actions))]);
  return finder(value);
}

/** Whether one of the values names the action. */
function areAmong(values: readonly ActionValue[], action: string): boolean {
  const [service = '', name = ''] = action.toLowerCase().split(':');
  return values.some((value) => holds(value, service, name));
}

const isUnconditionalDeny = ({ effect, elements }: Statement) =>
  effect === 'Deny' && !elements.has('Condition');

/** Actions of paths that are allowed on all resources and not denied, with what allows them. */
function allowed({ statements }: PolicyDocument): Map<string, ActionValue> {
  const found = new Map<string, ActionValue>();
  const denied = statements.filter(isUnconditionalDeny).flatMap(({ actions }) => actions);
  for (const statement of statements) {
    if (!allowsEverywhere(statement)) continue;
    for (const value of statement.actions) {
      if (value.element !== 'Action' || isEveryAction(value.text)) continue;
      for (const action of actionsOfPaths(value)) {
        if (!found.has(action) && !areAmong(denied, action)) found.set(action, value);
      }
    }
  }
  return found;
}

/** The paths that are open, without those that only add actions to a shorter one. */
function openPaths(has: ReadonlyMap<string, ActionValue>): EscalationPath[] {
  const open: EscalationPath[] = [];
  for (const path of escalationPaths()) {
    if (!path.actions.every((action) => has.has(action))) continue;
    if (open.some((shorter) => shorter.actions.every((action) => path.actions.includes(action))))
      continue;
    open.push(path);
  }
  return open;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege */
export const privilegeEscalation: Check = {
  code: 'PRIVILEGE_ESCALATION',
  severity: 'security-warning',
  title: 'A way to more permissions',
  own: true,
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  description:
    'Whoever has these actions on every resource can get permissions that they were not given. Name the resources, add a condition, or set a permissions boundary.',
  kinds: ['identity'],
  document(document, report) {
    const has = allowed(document);
    if (has.size === 0) return;
    const places = new Map<Node, EscalationPath[]>();
    for (const path of openPaths(has)) {
      const value = has.get(path.actions.at(-1) ?? '');
      if (value) places.set(value.node, [...(places.get(value.node) ?? []), path]);
    }
    for (const [node, paths] of places) {
      const [path] = paths;
      if (!path) continue;
      const others = path.actions.slice(0, -1).flatMap((action) => has.get(action)?.node ?? []);
      const more = paths.length > 1 ? `, and in ${paths.length - 1} more ways` : '';
      report(
        node,
        `With ${path.actions.join(', ')} on every resource they can ${path.text}${more}.`,
        { related: others.map((span) => ({ span, message: 'Together with this.' })) },
      );
    }
  },
};
