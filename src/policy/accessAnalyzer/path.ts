import { documentElements, statementElements } from '../facts/grammar';
import { parseOperator, qualifiers } from '../conditionOperators';
import type { Node, Property, Span } from '../syntax';
import type { PathElement } from './model';

/** The way from the top to what a span covers, as Access Analyzer writes it. */
export function pathTo(root: Node | undefined, span: Span): PathElement[] {
  const path: PathElement[] = [];
  let node = root;
  while (node) {
    if (node.type === 'array') {
      const index = holderIn(node.items, span);
      if (index < 0) break;
      path.push({ index });
      node = node.items[index];
    } else if (node.type === 'object') {
      const property = node.properties[holderIn(node.properties, span)];
      const step = property && stepInto(property, span);
      if (!step) break;
      path.push(step);
      node = 'value' in step ? property.value : undefined;
    } else break;
  }
  const part = node?.type === 'string' && node.quote !== '' ? partOf(node, span) : undefined;
  return part ? [...path, { substring: part }] : path;
}

const holds = (outer: Span, inner: Span) => outer.offset <= inner.offset && inner.end <= outer.end;

/** A whole property goes by its key; what is between key and value has no step of its own. */
function stepInto({ key, value }: Property, span: Span): PathElement | undefined {
  if (value && holds(value, span)) return { value: key.value };
  return span.offset < key.end ? { key: key.value } : undefined;
}

/** Of parts in the order of the text, the number of the one that holds the span, or -1. */
function holderIn(parts: readonly Span[], span: Span): number {
  let low = 0;
  let high = parts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((parts[middle]?.offset ?? 0) <= span.offset) low = middle;
    else high = middle - 1;
  }
  const found = parts[low];
  return found && holds(found, span) ? low : -1;
}

/** Part of a string; undefined for the whole, and where escapes make positions differ. */
function partOf(node: Span & { value: string }, span: Span) {
  const inside = node.offset < span.offset && span.end < node.end;
  const plain = node.value.length === node.end - node.offset - 2;
  if (!inside || !plain) return undefined;
  return { start: span.offset - node.offset - 1, length: span.end - span.offset };
}

/** Where a path ends; undefined when it leads nowhere in this document. */
export function followPath(
  root: Node | undefined,
  path: readonly PathElement[],
  near: number | undefined,
): Span | undefined {
  let node = root;
  for (const [number, step] of path.entries()) {
    if (!node) return undefined;
    if ('index' in step) {
      // A single value stands for an array of one.
      if (node.type !== 'array' && step.index === 0) continue;
      node = node.type === 'array' ? node.items[step.index] : undefined;
    } else if ('substring' in step) {
      return number === path.length - 1 ? substringOf(node, step.substring) : undefined;
    } else {
      const name = 'key' in step ? step.key : step.value;
      const property = propertyOf(node, name, near);
      if ('key' in step) return property?.key;
      node = property?.value;
    }
  }
  return node;
}

/** Of several properties of one name, the one that the position is in; else the last, as in JSON. */
function propertyOf(node: Node, name: string, near: number | undefined): Property | undefined {
  const owner = node.type === 'array' && node.items.length === 1 ? node.items[0] : node;
  if (owner?.type !== 'object') return undefined;
  const named = owner.properties.filter(({ key }) => key.value === name);
  const nearest = named
    .filter(({ offset, end }) => near !== undefined && offset <= near && near <= end)
    .at(-1);
  return nearest ?? named.at(-1);
}

function substringOf(node: Node, { start, length }: { start: number; length: number }) {
  const plain = node.type === 'string' && node.value.length === node.end - node.offset - 2;
  if (!plain || start < 0 || length < 0 || start + length > node.value.length) return node;
  const offset = node.offset + 1 + start;
  return { offset, end: offset + length };
}

const NAMES = new Set<string>([
  ...documentElements,
  ...statementElements,
  ...['AWS', 'Federated', 'Service', 'CanonicalUser'],
]);

/**
 * `Statement[0].Condition.StringEquals.*`: names of the grammar only, so that nothing of a policy's
 * own text gets into a log.
 */
export function pathForLog(path: readonly PathElement[]): string {
  const steps = path.map((step) => {
    if ('index' in step) return `[${step.index}]`;
    if ('substring' in step) return '';
    const name = 'key' in step ? step.key : step.value;
    return NAMES.has(name) || isOperator(name) ? `.${name}` : '.*';
  });
  return steps.join('').replace(/^\./, '');
}

function isOperator(name: string): boolean {
  const { known, qualifier } = parseOperator(name);
  return known !== undefined && (qualifier === undefined || qualifier in qualifiers);
}
