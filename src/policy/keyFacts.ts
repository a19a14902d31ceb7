import type { Catalog } from './catalog/catalog';
import type { ConditionKeyType } from './catalog/model';
import type { ConditionEntry, Statement } from './document';
import { findGlobalConditionKey } from './facts/globalConditionKeys';
import { rememberedPerCatalog } from './remembered';
import type { LiteralNode, StringNode } from './syntax';

export interface KeyFacts {
  type: ConditionKeyType;
  multivalued: boolean;
  /** Every request has it. */
  always: boolean;
}

/** What is known of a key's values, global keys first; undefined for an unknown key. `lowerKey`: in lower case. */
export const keyFacts = rememberedPerCatalog(
  2_000,
  (catalog: Catalog, lowerKey: string): KeyFacts | undefined => {
    const known = findGlobalConditionKey(lowerKey);
    if (known) {
      const always = !known.optional && known.sentFor === 'all';
      return { type: known.type, multivalued: known.multivalued, always };
    }
    const key = catalog.conditionKey(lowerKey);
    return key && { type: key.type, multivalued: key.multivalued, always: false };
  },
);

/** Values that are text, number or true and false; all of them have a text. */
export function plainValues({ values }: ConditionEntry): (StringNode | LiteralNode)[] {
  return values.filter(
    (node): node is StringNode | LiteralNode =>
      node.type === 'string' || node.type === 'number' || node.type === 'boolean',
  );
}

/** Whether a statement has a condition on one of the keys, written in lower case; `…/` stands for any tag. */
export function hasConditionOn({ conditions }: Statement, keys: readonly string[]): boolean {
  return conditions.some(({ lowerKey }) =>
    keys.some((key) => (key.endsWith('/') ? lowerKey.startsWith(key) : lowerKey === key)),
  );
}

export const lowerCase = (texts: readonly string[]) => texts.map((text) => text.toLowerCase());
