import type { Catalog } from '../catalog/catalog';
import type { AccessLevel } from '../catalog/model';
import type { ActionValue } from '../document';
import { expandAction } from '../expand';
import { grouped } from '../grouped';
import { shrinkNames } from '../shrink';
import { onlyStatement, type Refactoring } from './refactoring';
import { isSplittable, splitOffer } from './splitStatement';

const ORDER: readonly (AccessLevel | 'Other')[] = [
  'List',
  'Read',
  'Write',
  'Tagging',
  'Permissions management',
  'Other',
];

/**
 * A statement for each access level. A pattern for actions of several levels becomes patterns that
 * stand for those of one. Actions that the catalog does not know stay together.
 */
export const splitByAccessLevel: Refactoring = {
  id: 'splitByAccessLevel',
  kind: 'refactor.extract',
  find(context) {
    const statement = onlyStatement(context);
    if (!statement || !isSplittable(statement)) return [];
    const levels = new Map<string, (() => string[])[]>(ORDER.map((level) => [level, []]));
    for (const action of statement.actions) {
      for (const [level, texts] of byLevel(context.catalog, action)) {
        levels.get(level)?.push(texts);
      }
    }
    const parts = [...levels]
      .filter(([, texts]) => texts.length > 0)
      .map(([name, texts]) => ({
        name: name === 'Permissions management' ? 'Permissions' : name,
        actions: () => [...new Set(texts.flatMap((each) => each()))],
      }));
    return splitOffer('access level', context.document, statement, parts);
  },
};

/** What stands for a value at each level: itself where that is one. */
function byLevel(
  catalog: Catalog,
  { text, service }: ActionValue,
): [AccessLevel | 'Other', () => string[]][] {
  const levels = grouped(expandAction(catalog, text), ({ accessLevel }) => accessLevel);
  const [only] = levels.keys();
  if (levels.size <= 1) return [[only ?? 'Other', () => [text]]];
  const all = catalog.actionNames(service).map(({ name }) => name);
  return [...levels].map(([level, own]) => {
    const names = own.map(({ name }) => name);
    const prefix = own[0]?.service ?? service;
    return [level, () => shrinkNames(names, all).map((name) => `${prefix}:${name}`)];
  });
}
