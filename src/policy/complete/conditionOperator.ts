import type { Catalog } from '../catalog/catalog';
import {
  alsoWorksOn,
  conditionOperators,
  IF_EXISTS,
  SET_QUALIFIERS,
  type ConditionOperator,
} from '../facts/conditionOperators';
import { keyFacts, type KeyFacts } from '../keyFacts';
import type { PolicyLocation } from '../locate';
import { valueSnippetOf } from './conditionKey';
import type { Completer, Proposal } from './item';

/** The order in which operators are wanted; what is left out follows as AWS lists it. */
const usual = ['StringEquals', 'StringLike', 'ArnLike', 'ArnEquals', 'Bool', 'IpAddress', 'Null'];

/** Operators that fit the keys in the block, where there are some; with `IfExists` and qualifiers after them. */
export const completeConditionOperator: Completer<'conditionOperator'> = (place, { catalog }) => {
  const keys = keysUnder(place, catalog);
  const isMultivalued = keys.length > 0 && keys.every(({ multivalued }) => multivalued);
  const taken = new Set(place.siblings.map((name) => name.toLowerCase()));
  return conditionOperators
    .flatMap((operator) => {
      const fit = fitOf(operator, keys);
      return fit === undefined ? [] : variants(operator, fit, isMultivalued);
    })
    .filter(({ label }) => !taken.has(label.toLowerCase()));
};

/** What is known of the keys of the block that the operator stands before. */
function keysUnder({ node }: PolicyLocation, catalog: Catalog): KeyFacts[] {
  const property = node?.parent;
  const block = property?.type === 'property' ? property.value : undefined;
  if (block?.type !== 'object') return [];
  return block.properties.flatMap(({ key }) => keyFacts(catalog, key.value.toLowerCase()) ?? []);
}

/** 0 made for the keys, 1 works on them, undefined where AWS takes it for a mismatch. */
function fitOf({ type }: ConditionOperator, keys: readonly KeyFacts[]): number | undefined {
  if (type === undefined) return keys.length > 0 ? 2 : 0;
  let fit = 0;
  for (const { type: keyType } of keys) {
    if (keyType === 'unknown' || keyType === type) continue;
    if (!alsoWorksOn[type].includes(keyType)) return undefined;
    fit = 1;
  }
  return fit;
}

function variants(operator: ConditionOperator, fit: number, isMultivalued: boolean): Proposal[] {
  const { name, text, ifExists, type } = operator;
  const place = usual.indexOf(name);
  const rank = fit * 10 + (place < 0 ? usual.length : place);
  const proposal = (label: string, more: number): Proposal => ({
    label,
    kind: 'operator',
    detail: label === name ? text : (type ?? ''),
    rank: rank + more,
    valueSnippet: `{ "$1": ${name === 'Null' ? valueSnippetOf('Bool', 2) : '"$2"'} }`,
    continues: true,
    subject: { kind: 'operator', name: label },
  });
  if (!ifExists) return [proposal(name, 0)];
  const qualified = SET_QUALIFIERS.flatMap((qualifier) => [
    proposal(qualifier + name, isMultivalued ? 0 : 60),
    proposal(qualifier + name + IF_EXISTS, 70),
  ]);
  return [proposal(name, isMultivalued ? 20 : 0), proposal(name + IF_EXISTS, 40), ...qualified];
}
