import { parseArn } from '../arn';
import type { Catalog } from '../catalog/catalog';
import type { Check, CheckContext } from '../check';
import type { ActionValue, ResourceValue, Statement } from '../document';
import { appendItem, replaceNode } from '../edit';
import type { Fix } from '../finding';
import { ownStatement } from '../ownStatement';
import { canMeet } from '../resourceFit';

/** Actions and resources of a statement that are compared; one with more is not looked at. */
const LIMIT = 20_000;

/** The resources are all ARNs, so that it can be told what an action is about. */
function onlyArns({ elements, resources }: Statement): boolean {
  if (!elements.has('Resource') || elements.has('NotResource')) return false;
  return resources.length > 0 && resources.every(({ arn }) => arn && arn.service !== '*');
}

/** With none of its actions the statement's resources are at fault, which is another finding. */
function meetsNone(resource: ResourceValue, actions: readonly ActionValue[], catalog: Catalog) {
  const { arn } = resource;
  return arn !== undefined && !actions.some((action) => canMeet(action, arn, catalog));
}

/** A bucket for its objects and the other way round. */
function counterpart(text: string): string | undefined {
  const bucket = /^(arn:[\w-]+:s3:::[^/*?]+)(\/.*)?$/.exec(text);
  if (!bucket) return undefined;
  return bucket[2] === undefined ? `${text}/*` : bucket[1];
}

function fixesOf(action: ActionValue, { document, catalog }: CheckContext): Fix[] {
  const { resources, elements } = action.statement;
  const value = elements.get('Resource')?.value;
  const missing = new Set(
    resources.flatMap(({ text }) => {
      const other = counterpart(text);
      const arn = other === undefined ? undefined : parseArn(other);
      return other !== undefined && arn && canMeet(action, arn, catalog) ? [other] : [];
    }),
  );
  return [...missing].slice(0, 3).flatMap((other) => {
    const item = JSON.stringify(other);
    const title = `Add the resource ${other}`;
    if (value?.type === 'array')
      return [{ title, edits: [appendItem(document.text, value, item)] }];
    if (value?.type !== 'string') return [];
    return [{ title, edits: [replaceNode(value, `[${JSON.stringify(value.value)}, ${item}]`)] }];
  });
}

/** A statement with "*" for an action that works on nothing else. */
function onEverything(action: ActionValue, { document, catalog }: CheckContext): Fix[] {
  const known = catalog.actionName(action.service, action.name);
  if (known?.hasResourceTypes !== false) return [];
  const edit = ownStatement(document, action, { Resource: '"*"' });
  const title = `Move ${action.text} to a statement of its own with "*"`;
  return edit ? [{ title, edits: [edit], preferred: true }] : [];
}

function wanted({ service, name }: ActionValue, catalog: Catalog): string {
  const types = catalog.action(service, name)?.resourceTypes ?? [];
  if (types.length === 0) return 'works on "*" only';
  const arns = types.slice(0, 2).map(({ type }) => type.arn.replace('${Partition}', 'aws'));
  return `works on ${arns.join(' or ')}${types.length > 2 ? ' and others' : ''}`;
}

/** https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
export const actionNeverMatches: Check = {
  code: 'ACTION_NEVER_MATCHES',
  severity: 'warning',
  title: 'An action that no resource of the statement is about',
  own: true,
  source:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  description:
    'Each action works on certain types of resource, or on "*" only. None of the statement’s ARNs is of such a type, so the statement neither allows nor denies the action, though others of its actions work. Amazon S3 refuses a bucket policy with such an action.',
  statement(statement, report, context) {
    const { actions, resources } = statement;
    const { catalog } = context;
    if (!statement.elements.has('Action') || !onlyArns(statement)) return;
    if (actions.length * resources.length > LIMIT) return;
    const useful = resources.filter((resource) => !meetsNone(resource, actions, catalog));
    if (useful.length === 0) return;
    const isBucketPolicy = context.kind === 'resource' && context.service === 's3';
    for (const action of actions) {
      if (useful.some(({ arn }) => arn && canMeet(action, arn, catalog))) continue;
      if (action.said.wildcard || !catalog.action(action.service, action.name)) continue;
      const effect = statement.effect === 'Deny' ? 'denied' : 'allowed';
      report(
        action.node,
        `${action.text} ${wanted(action, catalog)}, and no resource of the statement is such, so it is not ${effect} here.`,
        {
          fixes: [...fixesOf(action, context), ...onEverything(action, context)],
          ...(isBucketPolicy ? { severity: 'error' } : {}),
        },
      );
    }
  },
};
