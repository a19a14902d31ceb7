import type { Arn } from './arn';
import { parseArn } from './arn';
import type { Catalog } from './catalog/catalog';
import type { ResourceType } from './catalog/model';
import { overlaps } from './pattern';

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

/** Answers by service and resource, as several checks ask the same; emptied when full. */
const answers = new WeakMap<Catalog, Map<string, TypePattern[]>>();
const MAX_ANSWERS = 10_000;

/** The service's resource types whose ARNs some text of `resource` fits, judged by the resource part. */
export function typesOfResource(
  catalog: Catalog,
  service: string,
  resource: string,
): readonly TypePattern[] {
  let known = answers.get(catalog);
  if (!known || known.size > MAX_ANSWERS) {
    known = new Map<string, TypePattern[]>();
    answers.set(catalog, known);
  }
  const question = `${service} ${resource}`;
  let types = known.get(question);
  if (!types) {
    const wanted = toWildcards(resource);
    types = typePatterns(catalog.resourceTypes(service)).filter(({ arn }) =>
      overlaps(arn.resource, wanted),
    );
    known.set(question, types);
  }
  return types;
}

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
