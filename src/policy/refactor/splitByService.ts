import { grouped } from '../grouped';
import { resourcesFor } from '../resourcesFor';
import { onlyStatement, type Refactoring } from './refactoring';
import { isSplittable, splitOffer } from './splitStatement';

/** A statement for each service, with those of the resources that its actions can be about. */
export const splitByService: Refactoring = {
  id: 'splitByService',
  kind: 'refactor.extract',
  find(context) {
    const statement = onlyStatement(context);
    if (!statement || !isSplittable(statement)) return [];
    const services = grouped(statement.actions, ({ service }) => service.toLowerCase());
    if (services.size < 2) return [];
    const parts = [...services].map(([name, actions]) => ({
      name,
      actions: () => actions.map(({ text }) => text),
      resources: resourcesFor(context.catalog, actions, statement),
    }));
    return splitOffer('service', context.document, statement, parts);
  },
};
