import type { Catalog } from '../catalog/catalog';
import type { Check } from '../check';
import type { ActionValue, PolicyDocument } from '../document';
import { replaceNode } from '../edit';
import { matchesSomeAction, servicesMatching } from '../expand';
import type { Fix } from '../finding';
import { listText } from '../layout';
import { hasWildcard } from '../pattern';

const MESSAGE = 'The wildcard in the service also names services that do not exist yet.';

/** Services beyond which a list of them is no help. */
const MAX_SERVICES = 30;

/** The services that have such actions, by name. */
function fixesOf(
  { text }: PolicyDocument,
  catalog: Catalog,
  { service, name, node, statement, element }: ActionValue,
): Fix[] {
  const services = servicesMatching(catalog, service).filter(({ prefix }) =>
    matchesSomeAction(catalog, prefix, name),
  );
  if (services.length === 0 || services.length > MAX_SERVICES) return [];
  const value = statement.elements.get(element)?.value;
  if (!value) return [];
  const own = services.map(({ prefix }) => JSON.stringify(`${prefix}:${name}`));
  const others = statement.actions.map((each) =>
    each.node === node ? own : [JSON.stringify(each.text)],
  );
  const title = services.length === 1 ? 'Name the service' : `Name the ${services.length} services`;
  return [{ title, edits: [replaceNode(value, listText(text, value, others.flat()))] }];
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
export const wildcardInServiceName: Check = {
  code: 'WILDCARD_IN_SERVICE_NAME',
  severity: 'suggestion',
  title: 'Wildcard in the name of a service',
  description:
    'The ARN or action also names services that do not exist yet. Name the service, or write "*" where every one is meant.',
  resource({ arn, node }, report) {
    if (!arn || !hasWildcard(arn.service)) return;
    report(node, MESSAGE);
  },
  action(action, report, { catalog, document }) {
    const { service, node } = action;
    if (service === '*' || !hasWildcard(service)) return;
    report(node, MESSAGE, { fixes: fixesOf(document, catalog, action) });
  },
};
