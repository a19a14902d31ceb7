import { parseArn } from '../arn';
import type { Catalog } from '../catalog/catalog';
import type { Check } from '../check';
import type { ActionValue, ResourceValue } from '../document';
import { replaceString } from '../edit';
import type { Fix } from '../finding';
import { removalFix } from '../removeValue';
import { canMeet } from '../resourceFit';

/** Actions and resources of a statement that are compared; one with more is not looked at. */
const LIMIT = 20_000;

/** The objects of a bucket, where the actions are about those. */
function fixesOf(
  { arn, text, node }: ResourceValue,
  actions: readonly ActionValue[],
  catalog: Catalog,
): Fix[] {
  if (arn?.service !== 's3' || text.includes('/')) return [];
  const objects = `${text}/*`;
  const objectArn = parseArn(objects);
  if (!objectArn || !actions.some((action) => canMeet(action, objectArn, catalog))) return [];
  return [{ title: `Change to ${objects}`, edits: [replaceString(node, objects)] }];
}

/** Actions that work on "*" only. */
function everyResource(
  { node, statement }: ResourceValue,
  actions: readonly ActionValue[],
  catalog: Catalog,
): Fix[] {
  const always = actions.every(
    ({ service, name }) => catalog.actionName(service, name)?.hasResourceTypes === false,
  );
  if (!always || statement.resources.length > 1) return [];
  return [{ title: 'Change to "*"', edits: [replaceString(node, '*')], preferred: true }];
}

/** https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
export const resourceNeverMatches: Check = {
  code: 'RESOURCE_NEVER_MATCHES',
  severity: 'warning',
  title: 'A resource that no action of the statement is about',
  own: true,
  source:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  description:
    'Each action works on certain types of resource, or on "*" only. None of the statement’s actions can be about this ARN, so AWS takes it and it does nothing.',
  statement({ actions, resources, elements }, report, { catalog, document }) {
    if (!elements.has('Action') || !elements.has('Resource')) return;
    if (actions.length * resources.length > LIMIT || actions.length === 0) return;
    for (const resource of resources) {
      const { arn, element, node, text } = resource;
      if (!arn || element !== 'Resource') continue;
      if (actions.some((action) => canMeet(action, arn, catalog))) continue;
      const only = actions.length === 1 ? actions[0]?.text : undefined;
      const what = only === undefined ? 'None of the actions is' : `${only} is never`;
      report(node, `${what} about a resource such as ${text}, so this does nothing.`, {
        fixes: [
          ...fixesOf(resource, actions, catalog),
          ...everyResource(resource, actions, catalog),
          ...removalFix(document, resource),
        ],
      });
    }
  },
};
