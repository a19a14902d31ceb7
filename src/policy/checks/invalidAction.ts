import type { Catalog } from '../catalog/catalog';
import type { Check } from '../check';
import { replaceString } from '../edit';
import { matchesSomeAction, servicesMatching } from '../expand';
import { findApiOperation } from '../facts/apiOperations';
import { editDistance, nearest } from '../nearest';
import { hasWildcard } from '../pattern';
import { rememberedPerCatalog } from '../remembered';

/** The spelling is wrong beyond doubt: a name of the same service is this near and the text is long enough. */
const SURE = 2;

/** Only a plural or a space apart: AWS has used such names itself, so they may have been actions. */
function differInNumber(name: string, known: string): boolean {
  const without = (text: string, ending: RegExp) => text.toLowerCase().replace(ending, '');
  return [/s|\s/g, /es|\s/g].some((ending) => without(name, ending) === without(known, ending));
}

/** The action of the same service that is spelt like one. */
const nearestAction = rememberedPerCatalog(500, (catalog: Catalog, action: string) => {
  const colon = action.indexOf(':');
  return nearest(
    action.slice(colon + 1),
    catalog.actionNames(action.slice(0, colon)).map((known) => known.name),
  );
});

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
    if (matching.length === 0 || matchesSomeAction(catalog, service, name)) return;
    // Which action authorises an API operation is another finding.
    if (findApiOperation(text)) return;
    if (hasWildcard(name)) {
      report(node, `No action that is known (as of ${catalog.date}) matches ${text}.`, {
        severity: 'warning',
      });
      return;
    }
    const [only] = matching;
    const near =
      only && matching.length === 1 ? nearestAction(catalog, `${only.prefix}:${name}`) : undefined;
    const sure =
      near &&
      !differInNumber(name, near.name) &&
      near.distance <= SURE &&
      editDistance(name, near.name, SURE) < name.length / 3;
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
