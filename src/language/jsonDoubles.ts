import type { PolicyDocument, PolicyLocation } from '../policy/index';
import type { Node } from '../policy/syntax';

/**
 * What VS Code's own JSON features propose at a place of a JSON file without a schema: keys that
 * stand in other objects under the same key, and values that stand elsewhere under the same key.
 * They are left out of our list so that nothing is there twice.
 */
export function offeredByJson(
  { tree }: PolicyDocument,
  location: PolicyLocation | undefined,
  offset: number,
): ReadonlySet<string> {
  const offered = new Set<string>();
  if (!location) return offered;
  const isKey = 'hasColon' in location;
  const element = isKey ? undefined : elementOf(location);
  visit(tree.root, undefined, (node, key) => {
    if (isKey && node.type === 'object' && !holds(node, offset)) {
      for (const property of node.properties) offered.add(property.key.value);
    }
    if (!isKey && key === element && node.type === 'string' && node !== location.node) {
      offered.add(node.value);
    }
  });
  return offered;
}

const holds = (node: Node, offset: number) => node.offset < offset && offset <= node.end;

function elementOf(location: PolicyLocation): string {
  if ('element' in location) return location.element;
  if (location.kind === 'conditionValue') return location.key;
  return location.kind.charAt(0).toUpperCase() + location.kind.slice(1);
}

function visit(
  node: Node | undefined,
  key: string | undefined,
  see: (node: Node, key: string | undefined) => void,
): void {
  if (!node) return;
  see(node, key);
  if (node.type === 'array') for (const item of node.items) visit(item, key, see);
  if (node.type !== 'object') return;
  for (const property of node.properties) visit(property.value, property.key.value, see);
}
