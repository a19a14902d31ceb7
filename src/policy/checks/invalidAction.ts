import type { Check } from '../check';
import type { Catalog } from '../catalog/catalog';
import { replaceString } from '../edit';
import { servicesMatching } from '../expand';
import { editDistance, nearest } from '../nearest';
import { hasWildcard, matchesPattern } from '../pattern';

/** The spelling is wrong beyond doubt: a name of the same service is this near and the text is long enough. */
const SURE = 2;

/** Whether some action of the services that fit has the name, in any case. */
function exists(catalog: Catalog, service: string, name: string): boolean {
  const pattern = name.toLowerCase();
  return servicesMatching(catalog, service).some(({ prefix }) =>
    hasWildcard(name)
      ? catalog
          .actionNames(prefix)
          .some((action) => matchesPattern(pattern, action.name.toLowerCase()))
      : catalog.actionName(prefix, name) !== undefined,
  );
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
export const invalidAction: Check = {
  code: 'INVALID_ACTION',
  severity: 'error',
  title: 'Unknown action',
  description:
    'The service has no action of this name, so the statement neither allows nor denies anything by it. An error where the spelling is clearly wrong; a warning where the service catalog may only be older than the action.',
  action({ text, node, service, name }, report, { catalog }) {
    if (service === '' || name === '' || name === '*') return;
    if (catalog.actionName(service, name)) return;
    const matching = servicesMatching(catalog, service);
    if (matching.length === 0 || exists(catalog, service, name)) return;
    if (hasWildcard(name)) {
      report(node, `No action that is known (as of ${catalog.date}) matches ${text}.`, {
        severity: 'warning',
      });
      return;
    }
    const [only] = matching;
    const names = only ? catalog.actionNames(only.prefix).map((action) => action.name) : [];
    const near = matching.length === 1 ? nearest(name, names) : undefined;
    const sure =
      near && near.distance <= SURE && editDistance(name, near.name, SURE) < name.length / 3;
    const suggestion = near && only ? `${only.prefix}:${near.name}` : undefined;
    const hint = suggestion ? ` Did you mean ${suggestion}?` : '';
    report(
      node,
      sure
        ? `${only?.name ?? service} has no action ${name}.${hint}`
        : `${text} is not among the actions known as of ${catalog.date}.${hint}`,
      {
        severity: sure ? 'error' : 'warning',
        fixes: suggestion
          ? [
              {
                title: `Change to ${suggestion}`,
                edits: [replaceString(node, suggestion)],
                preferred: sure === true,
              },
            ]
          : [],
      },
    );
  },
};
