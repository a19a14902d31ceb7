import type { PolicyDocument } from './document';
import { arnParts } from './parts';
import type { Node, Span, StringNode } from './syntax';
import { contentsOf, valueOffsets } from './valueOffsets';
import { variablesOf } from './variables';

/**
 * What can be selected around an offset, smallest first, each within the next: word, policy
 * variable, part of an ARN, text, text with quotes, array, property, statement, document.
 */
export function selectionsAt({ tree, text }: PolicyDocument, offset: number): Span[] {
  const outer: Span[] = [{ offset: 0, end: text.length }];
  let node = tree.root;
  while (node && holds(node, offset)) {
    outer.push(node);
    if (node.type === 'string') {
      outer.push(...insideString(text, node, offset));
      break;
    }
    node = inner(node, offset, outer);
  }
  // An offset in the middle of an escape can lie beside the word that ends there.
  return growing(outer.reverse().filter((span) => holds(span, offset)));
}

/** The child that holds the offset; of a property the property itself is noted too. */
function inner(node: Node, offset: number, outer: Span[]): Node | undefined {
  if (node.type === 'array') return node.items.findLast((item) => holds(item, offset));
  if (node.type !== 'object') return undefined;
  const property = node.properties.findLast((each) => holds(each, offset));
  if (!property) return undefined;
  outer.push(property);
  return holds(property.key, offset) ? property.key : property.value;
}

const holds = (span: Span, offset: number) => span.offset <= offset && offset <= span.end;

/** Largest first. */
function insideString(text: string, node: StringNode, offset: number): Span[] {
  const contents = contentsOf(node);
  if (!holds(contents, offset)) return [];
  const offsets = valueOffsets(text, node);
  const at = offsets.toValue(offset);
  const { value } = node;
  const inValue = [
    arnParts(value).find((part) => holds(part, at)),
    variablesOf(value).find((variable) => holds(variable, at)),
    wordAt(value, at),
  ];
  return [
    contents,
    ...inValue.flatMap((span) =>
      span ? [{ offset: offsets.toText(span.offset), end: offsets.toText(span.end) }] : [],
    ),
  ];
}

/** Letters, digits, hyphens and underscores around an index. */
function wordAt(value: string, at: number): Span | undefined {
  const isWord = (index: number) => /[\w-]/.test(value.charAt(index));
  let offset = at;
  let end = at;
  while (offset > 0 && isWord(offset - 1)) offset--;
  while (end < value.length && isWord(end)) end++;
  return end > offset ? { offset, end } : undefined;
}

/** Without those that are not larger than the one before, or do not hold it. */
function growing(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const { offset, end } of spans) {
    const last = kept.at(-1);
    const grows = !last || (offset <= last.offset && end >= last.end);
    const same = last?.offset === offset && last.end === end;
    if (grows && !same) kept.push({ offset, end });
  }
  return kept;
}
