import type { PolicyDocument, PolicyLocation } from '../policy/index';
import type { ArrayNode, Node, ObjectNode, Property } from '../policy/syntax';

/**
 * What VS Code's own JSON features propose at a place of a JSON file without a schema: the keys of
 * similar objects, and values that stand elsewhere under the same key, single ones where a single
 * one is wanted and items of lists in a list. They are left out of our list so that nothing is there
 * twice, and nothing else is. See getSchemaLessPropertyCompletions and getSchemaLessValueCompletions
 * of https://github.com/microsoft/vscode-json-languageservice/blob/main/src/services/jsonCompletion.ts
 */
export function offeredByJson(
  { tree }: PolicyDocument,
  location: PolicyLocation | undefined,
  offset: number,
): ReadonlySet<string> {
  const owner = innermost(tree.root, offset);
  if (!location || !owner) return new Set();
  const all = [...propertiesOf(tree.root)];
  if (!('hasColon' in location)) return new Set(valuesOf(owner, all, offset));
  return new Set(owner.type === 'object' ? keysOf(owner, all) : []);
}

/** Keys of the objects under the same key elsewhere, or of the other objects in the list. */
function keysOf(owner: ObjectNode, all: readonly Property[]): string[] {
  const { parent } = owner;
  const similar =
    parent?.type === 'property'
      ? all.filter((other) => other !== parent && other.key.value === parent.key.value)
      : [];
  const objects = parent?.type === 'array' ? parent.items : similar.map(({ value }) => value);
  return objects.flatMap((node) =>
    node?.type === 'object' && node !== owner ? node.properties.map(({ key }) => key.value) : [],
  );
}

function valuesOf(
  owner: ObjectNode | ArrayNode,
  all: readonly Property[],
  offset: number,
): string[] {
  if (owner.type === 'array') {
    const { parent } = owner;
    if (parent?.type !== 'property') return [];
    return all.flatMap(({ key, value }) =>
      key.value === parent.key.value && value?.type === 'array' && value !== owner
        ? texts(value.items)
        : [],
    );
  }
  const property = owner.properties.findLast(({ colon }) => colon >= 0 && colon < offset);
  const same = all.filter((other) => other !== property && other.key.value === property?.key.value);
  return texts(same.map(({ value }) => value));
}

function texts(nodes: readonly (Node | undefined)[]): string[] {
  return nodes.flatMap((node) => (node?.type === 'string' ? [node.value] : []));
}

/** The object or list that directly holds an offset. */
function innermost(node: Node | undefined, offset: number): ObjectNode | ArrayNode | undefined {
  if (node?.type !== 'object' && node?.type !== 'array') return undefined;
  if (offset <= node.offset || (node.closed ? offset >= node.end : offset > node.end)) {
    return undefined;
  }
  const inner = node.type === 'array' ? node.items : node.properties.map(({ value }) => value);
  for (const child of inner) {
    const found = innermost(child, offset);
    if (found) return found;
  }
  return node;
}

function* propertiesOf(node: Node | undefined): Generator<Property> {
  if (node?.type === 'array') for (const item of node.items) yield* propertiesOf(item);
  if (node?.type !== 'object') return;
  for (const property of node.properties) {
    yield property;
    yield* propertiesOf(property.value);
  }
}
