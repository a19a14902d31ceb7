import type { Catalog } from '../catalog/catalog';
import type { ActionValue, Statement } from '../document';
import { replaceNode, renameProperty } from '../edit';
import { holds } from '../grants';
import { listText } from '../layout';
import { shrinkNames } from '../shrink';
import { counted, onlyStatement, touchedElement, type Refactoring } from './refactoring';

/** Values beyond which the other form is no help. */
const MAX_EXPLICIT = 600;
const MAX_NEGATED = 30;

/**
 * NotAction as the actions that it leaves, and the other way round: every service by its own
 * pattern. The two mean the same for the actions of the catalog, whatever the Effect; a service that
 * AWS adds is in NotAction only.
 * See https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html
 */
export const notAction: Refactoring = {
  id: 'notAction',
  kind: 'refactor.rewrite',
  find(context) {
    const statement = onlyStatement(context);
    const property = statement && touchedElement(context, statement, ['Action', 'NotAction']);
    const value = property?.value;
    if (!statement || !value || statement.actions.length === 0) return [];
    const { catalog, document } = context;
    const negated = property.key.value === 'NotAction';
    const other = negated ? 'Action' : 'NotAction';
    const limit = negated ? MAX_EXPLICIT : Math.min(MAX_NEGATED, statement.actions.length);
    const rest = actionsLeft(catalog, statement, limit);
    if (!rest || rest.length === 0) return [];
    const texts = rest.map((text) => JSON.stringify(text));
    return [
      {
        title: `Replace ${property.key.value} by ${other} with ${counted(rest.length, 'value')}, as of ${catalog.date}`,
        edits: () => [
          renameProperty(property, other),
          replaceNode(value, listText(document.text, value, texts)),
        ],
      },
    ];
  },
};

/** Every action that the statement's element does not name, as patterns; undefined beyond the limit. */
function actionsLeft(
  catalog: Catalog,
  { actions }: Statement,
  limit: number,
): string[] | undefined {
  const left: string[] = [];
  for (const { prefix } of catalog.services) {
    const near = actions.filter((value) => value.service === '' || mayName(value.service, prefix));
    left.push(...namesLeft(catalog, prefix, near).map((name) => `${prefix}:${name}`));
    if (left.length > limit) return undefined;
  }
  return left;
}

function namesLeft(catalog: Catalog, prefix: string, near: readonly ActionValue[]): string[] {
  if (near.length === 0) return ['*'];
  if (near.some((value) => value.name === '*' && holds(value, prefix, ''))) return [];
  const all = catalog.actionNames(prefix).map(({ name }) => name);
  const free = all.filter(
    (name) => !near.some((value) => holds(value, prefix, name.toLowerCase())),
  );
  if (free.length === 0) return [];
  return free.length === all.length ? ['*'] : shrinkNames(free, all);
}

const mayName = (service: string, prefix: string) =>
  /[*?]/.test(service) || service.toLowerCase() === prefix;
