import type { Check, CheckContext } from '../check';
import type { ResourceType } from '../catalog/model';
import type { ActionValue, ResourceValue } from '../document';
import { parseArn } from '../arn';
import { replaceString } from '../edit';
import type { Fix } from '../finding';
import { hasWildcard } from '../pattern';
import { fitsType, typePatterns } from '../resourceFit';

/** Actions and resources of a statement that are compared; one with more is not looked at. */
const LIMIT = 20_000;

/** Which of a service's resource types an ARN can name, asked once for each service. */
class Fits {
  private readonly known = new Map<string, ReadonlySet<ResourceType>>();

  constructor(
    private readonly resource: Pick<ResourceValue, 'arn'>,
    private readonly context: CheckContext,
  ) {}

  of(service: string): ReadonlySet<ResourceType> {
    const known = this.known.get(service);
    if (known) return known;
    const { arn } = this.resource;
    const patterns = typePatterns(this.context.catalog.resourceTypes(service));
    const fits = new Set(
      patterns.filter((pattern) => arn && fitsType(arn, pattern)).map(({ type }) => type),
    );
    this.known.set(service, fits);
    return fits;
  }
}

/** Whether the action can be about the resource; true for whatever the catalog does not know. */
function canMeet(value: ActionValue, fits: Fits, { catalog }: CheckContext): boolean {
  const service = value.service.toLowerCase();
  if (hasWildcard(value.text)) {
    if (service === '' || hasWildcard(service)) return true;
    return !catalog.service(service) || fits.of(service).size > 0;
  }
  const action = catalog.action(service, value.name);
  if (!action) return true;
  const types = fits.of(service);
  return action.resourceTypes.some(({ type }) => types.has(type));
}

/** The objects of a bucket, where the actions are about those. */
function fixesOf(
  { arn, text, node }: ResourceValue,
  actions: readonly ActionValue[],
  context: CheckContext,
): Fix[] {
  if (arn?.service !== 's3' || text.includes('/')) return [];
  const objects = `${text}/*`;
  const fits = new Fits({ arn: parseArn(objects) }, context);
  if (!actions.some((action) => canMeet(action, fits, context))) return [];
  return [{ title: `Change to ${objects}`, edits: [replaceString(node, objects)] }];
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
  statement({ actions, resources, elements }, report, context) {
    if (!elements.has('Action') || !elements.has('Resource')) return;
    if (actions.length * resources.length > LIMIT || actions.length === 0) return;
    for (const resource of resources) {
      const { arn, element, node, text } = resource;
      if (!arn || element !== 'Resource') continue;
      const fits = new Fits(resource, context);
      if (actions.some((action) => canMeet(action, fits, context))) continue;
      const only = actions.length === 1 ? actions[0]?.text : undefined;
      const what = only === undefined ? 'None of the actions is' : `${only} is never`;
      report(node, `${what} about a resource such as ${text}, so this does nothing.`, {
        fixes: fixesOf(resource, actions, context),
      });
    }
  },
};
