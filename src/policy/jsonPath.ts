import type { Node, Property, SyntaxTree } from './syntax';

/**
 * Where an offset is in the document, as `Statement[0].Action[1]`; empty at the top. A key that is
 * no plain name is written as `Condition["aws:SourceIp"]`.
 */
export function jsonPathAt({ root }: SyntaxTree, offset: number): string {
  let path = '';
  let node: Node | undefined = root;
  while (node) {
    const step: [string, Node | undefined] | undefined = stepInto(node, offset);
    if (!step) break;
    path += step[0];
    node = step[1];
  }
  return path.replace(/^\./, '');
}

function stepInto(node: Node, offset: number): [string, Node | undefined] | undefined {
  if (node.type === 'array') {
    const index = node.items.findIndex((item) => item.offset <= offset && offset < item.end);
    return index < 0 ? undefined : [`[${index}]`, node.items[index]];
  }
  if (node.type !== 'object') return undefined;
  const property = node.properties.find((each) => each.offset <= offset && offset < each.end);
  return property && [nameOf(property), property.value];
}

function nameOf({ key }: Property): string {
  return /^[A-Za-z_]\w*$/.test(key.value) ? `.${key.value}` : `[${JSON.stringify(key.value)}]`;
}
