import type { Catalog } from '../catalog/catalog';
import type { AccessLevel } from '../catalog/model';
import type { ActionValue } from '../document';
import { expandAction } from '../expand';
import { grouped } from '../grouped';
import { shrinkActionList } from '../shrinkActionList';
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
    const levels = new Map<string, string[]>(ORDER.map((level) => [level, []]));
    for (const action of statement.actions) {
      for (const [level, texts] of byLevel(context.catalog, action)) {
        levels.get(level)?.push(...texts);
      }
    }
    const parts = [...levels]
      .filter(([, texts]) => texts.length > 0)
      .map(([name, texts]) => ({
        name: name === 'Permissions management' ? 'Permissions' : name,
        actions: [...new Set(texts)],
      }));
    return splitOffer('access level', context.document, statement, parts);
  },
};

/** What a value stands for at each level: itself where that is one. */
function* byLevel(
  catalog: Catalog,
  { text, service }: ActionValue,
): Generator<[AccessLevel | 'Other', string[]]> {
  const names = expandAction(catalog, text);
  const levels = grouped(names, ({ accessLevel }) => accessLevel);
  const [only] = levels.keys();
  if (levels.size <= 1) {
    yield [only ?? 'Other', [text]];
    return;
  }
  const all = catalog.actionNames(service).map(({ name }) => name);
  for (const [level, own] of levels) {
    const shrunk = shrinkNames(
      own.map(({ name }) => name),
      all,
    );
    const prefix = own[0]?.service ?? service;
    yield [
      level,
      shrinkActionList(
        catalog,
        shrunk.map((name) => `${prefix}:${name}`),
      ),
    ];
  }
}
