import { grouped } from '../grouped';
import { resourcesFor, typesFor } from '../resourcesFor';
import { onlyStatement, type Refactoring } from './refactoring';
import { isSplittable, splitOffer } from './splitStatement';

/**
 * A statement for each set of resources that some of the actions are about: bucket actions with
 * buckets, object actions with objects. Where the resource is `"*"`, by the types of resource.
 */
export const splitByResource: Refactoring = {
  id: 'splitByResource',
  kind: 'refactor.extract',
  find(context) {
    const statement = onlyStatement(context);
    if (!statement || !isSplittable(statement) || !statement.elements.has('Resource')) return [];
    const { catalog, document } = context;
    const everything = statement.resources.some(({ text }) => text === '*');
    const withResources = statement.actions.map((action) => ({
      action,
      types: everything ? typesFor(catalog, action) : [],
      resources: resourcesFor(catalog, [action], statement),
    }));
    const groups = grouped(withResources, ({ types, resources }) =>
      JSON.stringify([types, resources.map(({ text }) => text)]),
    );
    const parts = [...groups.values()].map((members) => ({
      name: members[0]?.types.length === 1 ? (members[0].types[0] ?? '') : '',
      actions: () => members.map(({ action }) => action.text),
      resources: members[0]?.resources ?? statement.resources,
    }));
    return splitOffer('resource type', document, statement, parts);
  },
};
