import { parseArn } from '../arn';
import type { Catalog } from '../catalog/catalog';
import type { ActionName, ResourceType } from '../catalog/model';
import type { Statement } from '../document';
import { matchesPattern } from '../pattern';
import { fitsType, toWildcards, typePatterns, type TypePattern } from '../resourceFit';

/** Services that the ARNs of a statement's resources name. */
export function servicesOfResources(statement: Statement | undefined): ReadonlySet<string> {
  const named = (statement?.resources ?? []).flatMap(({ arn }) => arn?.service ?? []);
  return new Set(named.map((service) => service.toLowerCase()));
}

/**
 * Whether an action of a service can be used on one of a statement's resources; undefined where the
 * resources say nothing about it: `*` and resources of other services.
 */
export function fitOfResources(
  catalog: Catalog,
  service: string,
  statement: Statement | undefined,
): ((action: ActionName) => boolean) | undefined {
  const patterns = typePatterns(catalog.resourceTypes(service));
  const types = new Set<ResourceType>();
  for (const { arn, element } of statement?.resources ?? []) {
    if (!arn || element === 'NotResource') continue;
    const fitting = patterns.filter((pattern) => fitsType(arn, pattern));
    for (const { type } of closest(fitting, toWildcards(arn.resource))) types.add(type);
  }
  if (types.size === 0) return undefined;
  return ({ name }) =>
    catalog.action(service, name)?.resourceTypes.some(({ type }) => types.has(type)) ?? false;
}

/**
 * Of the types that an ARN can be of, those with the most fixed text: `orchard/pears` fits a bucket's
 * pattern too, for `*` stands for anything, but is an object. All of them when the ARN has a wildcard
 * where the patterns differ.
 */
function closest(types: readonly TypePattern[], resource: string): readonly TypePattern[] {
  const plain = types.filter(({ arn }) => matchesPattern(arn.resource, resource));
  const fixed = ({ type }: TypePattern) =>
    parseArn(type.arn)?.resource.replace(/\$\{[^}]*\}/g, '').length ?? 0;
  const most = Math.max(0, ...plain.map(fixed));
  return plain.length === 0 ? types : plain.filter((pattern) => fixed(pattern) === most);
}
