import type { Arn } from './arn';
import type { Catalog } from './catalog/catalog';
import type { ActionValue } from './document';
import { expandAction } from './expand';
import { hasWildcard } from './pattern';
import { fitsType, toWildcards, typesOfResource, type TypePattern } from './resourceFit';

/** Of how many known actions a value stands for, and how many of them can be about the resource. */
export interface ActionFit {
  total: number;
  fitting: number;
}

/**
 * A pattern over all services is judged by the ARN's own service, for reading the details of all
 * would take too long for a hover. Undefined where the catalog knows none of the actions.
 */
export function actionFit(value: ActionValue, arn: Arn, catalog: Catalog): ActionFit | undefined {
  const everyService = value.service === '' || hasWildcard(value.service);
  const prefix = everyService ? arn.service : value.service;
  const name = value.service === '' ? value.text : value.name;
  const actions = expandAction(catalog, `${prefix}:${name}`);
  if (actions.length === 0) return undefined;
  const types = closestTypes(arn, catalog, actions[0]?.service);
  const named = new Set(types.map(({ type }) => type));
  const fitting = actions.filter((action) =>
    catalog.action(action.service, action.name)?.resourceTypes.some(({ type }) => named.has(type)),
  );
  return { total: actions.length, fitting: fitting.length };
}

/**
 * The resource types of a service that an ARN names, judged as close as can be: a placeholder for a
 * name matches a slash, so of `bucket/key` both bucket and object would be types. The ones that have
 * as many separators as the text are meant.
 */
export function closestTypes(
  arn: Arn,
  catalog: Catalog,
  prefix = arn.service,
): readonly TypePattern[] {
  const service = catalog.service(prefix)?.prefix;
  if (service === undefined) return [];
  const fitting = typesOfResource(catalog, service, arn.resource).filter((type) =>
    fitsType(arn, type),
  );
  const wanted = separators(toWildcards(arn.resource));
  const shared = (type: TypePattern) => Math.min(wanted, separators(type.arn.resource));
  const most = Math.max(0, ...fitting.map(shared));
  return fitting.filter((type) => shared(type) === most);
}

const separators = (text: string) => text.split(/[/:]/).length - 1;
