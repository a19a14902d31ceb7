import type { Arn } from './arn';
import { parseArn } from './arn';
import type { Catalog } from './catalog/catalog';
import type { ResourceType } from './catalog/model';
import type { ActionValue } from './document';
import { hasWildcard, overlaps } from './pattern';
import { ownCopy, rememberedPerCatalog } from './remembered';
import type { ActionText } from './valueTexts';

/** A resource type's ARN with its placeholders as wildcards. */
export interface TypePattern {
  type: ResourceType;
  arn: Arn;
}

const patterns = new WeakMap<readonly ResourceType[], TypePattern[]>();

/** `arn:${Partition}:s3:::${BucketName}` → parts in which each placeholder is a `*`. */
export function typePatterns(types: readonly ResourceType[]): TypePattern[] {
  const known = patterns.get(types);
  if (known) return known;
  const made = types.flatMap((type) => {
    const arn = parseArn(toWildcards(type.arn));
    return arn ? [{ type, arn }] : [];
  });
  patterns.set(types, made);
  return made;
}

/** Text in which each `${…}`, of a catalog's pattern or of a policy, is a `*`. */
export function toWildcards(text: string): string {
  return text.includes('${') ? text.replace(/\$\{[^}]*\}?/g, '*') : text;
}

/** Characters of an action that is remembered. */
const MAX_ACTION = 200;

/** What was asked of the resource part of an ARN before, as several checks ask the same. */
const answersOf = rememberedPerCatalog(10_000, () => ({
  /** Types by service. */
  types: new Map<string, TypePattern[]>(),
  /** Whether an action can be about it, by the action in lower case. */
  met: new Map<string, boolean>(),
}));

/** The service's resource types whose ARNs some text of `resource` fits, judged by the resource part. */
export function typesOfResource(
  catalog: Catalog,
  service: string,
  resource: string,
): readonly TypePattern[] {
  const answers = answersOf(catalog, resource).types;
  let types = answers.get(service);
  if (!types) {
    const wanted = toWildcards(resource);
    types = typePatterns(catalog.resourceTypes(service)).filter(
      ({ type, arn }) =>
        overlaps(arn.resource, wanted) && !(isBucket(type) && wanted.includes('/')),
    );
    answers.set(ownCopy(service), types);
  }
  return types;
}

/** The name of a bucket has no slash, so `arn:aws:s3:::name/*` is its objects and never the bucket. */
const isBucket = ({ arn }: ResourceType) => arn.endsWith(':s3:::${BucketName}');

/** Whether an ARN of a policy and one of a resource type can name the same resource. */
export function fitsType(arn: Arn, { arn: pattern }: TypePattern): boolean {
  return (
    overlaps(pattern.service, arn.service.toLowerCase()) &&
    (arn.region === '' ||
      pattern.region === '' ||
      overlaps(pattern.region, toWildcards(arn.region))) &&
    overlaps(pattern.resource, toWildcards(arn.resource))
  );
}

/** Resource types of a service that an ARN can name. */
function typesNamed(arn: Arn, service: string, catalog: Catalog): readonly TypePattern[] {
  const types = typesOfResource(catalog, service, arn.resource);
  if (arn.service === service) return types;
  return types.filter((type) => overlaps(type.arn.service, arn.service.toLowerCase()));
}

/** Whether an action can be about a resource; true for whatever the catalog does not know. */
export function canMeet({ said }: ActionValue, arn: Arn, catalog: Catalog): boolean {
  const known = said.lowerService === arn.service && said.lower.length <= MAX_ACTION;
  if (!known) return meets(said, arn, catalog);
  const { met } = answersOf(catalog, arn.resource);
  let answer = met.get(said.lower);
  if (answer === undefined) {
    answer = meets(said, arn, catalog);
    met.set(said.lower, answer);
  }
  return answer;
}

function meets({ lowerService, lowerName }: ActionText, arn: Arn, catalog: Catalog): boolean {
  const service = catalog.service(lowerService)?.prefix;
  if (service === undefined) return true;
  if (hasWildcard(lowerName)) return typesNamed(arn, service, catalog).length > 0;
  const action = catalog.action(service, lowerName);
  if (!action) return true;
  if (action.resourceTypes.length === 0) return false;
  const named = typesNamed(arn, service, catalog);
  return named.some(({ type }) => action.resourceTypes.some((other) => other.type === type));
}
