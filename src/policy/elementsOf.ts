import { documentElements, statementElements } from './facts/grammar';
import { nearest } from './nearest';
import type { ObjectNode, Property } from './syntax';

/** The elements of a policy or statement by name; what a ReadonlyMap has of it. */
export interface Elements extends Iterable<[string, Property]> {
  get(name: string): Property | undefined;
  has(name: string): boolean;
  readonly size: number;
}

const DOCUMENT: ReadonlySet<string> = new Set(documentElements);
const STATEMENT: ReadonlySet<string> = new Set(statementElements);
const NONE: Elements = new Map<string, Property>();

export function elementsOfDocument(root: ObjectNode | undefined): Elements {
  return root ? elementsOf(root, DOCUMENT) : NONE;
}

export function elementsOfStatement(node: ObjectNode): Elements {
  return elementsOf(node, STATEMENT);
}

function elementsOf({ properties }: ObjectNode, known: ReadonlySet<string>): Elements {
  return areKnownAndDistinct(properties, known)
    ? new FewElements(properties)
    : mapOf(properties, known);
}

function areKnownAndDistinct(properties: readonly Property[], known: ReadonlySet<string>): boolean {
  if (properties.length > known.size) return false;
  for (let i = 0; i < properties.length; i++) {
    const name = properties[i]?.key.value ?? '';
    if (!known.has(name)) return false;
    for (let j = 0; j < i; j++) if (properties[j]?.key.value === name) return false;
  }
  return true;
}

/** Nearly every policy has a handful of known elements, each once: a search needs no table. */
class FewElements implements Elements {
  constructor(private readonly properties: readonly Property[]) {}

  get size(): number {
    return this.properties.length;
  }

  get(name: string): Property | undefined {
    for (const property of this.properties) if (property.key.value === name) return property;
    return undefined;
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  *[Symbol.iterator](): Generator<[string, Property]> {
    for (const property of this.properties) yield [property.key.value, property];
  }
}

/**
 * Of a name that is there twice, the first. A misspelled element stands for the one that it is
 * nearest to, so that what is in it is looked at too; that its name is wrong is a finding of its own.
 */
function mapOf(properties: readonly Property[], known: ReadonlySet<string>): Elements {
  const elements = new Map<string, Property>();
  const unknown: Property[] = [];
  for (const property of properties) {
    const name = property.key.value;
    if (!elements.has(name)) elements.set(name, property);
    if (!known.has(name)) unknown.push(property);
  }
  for (const property of unknown) {
    const meant = nearest(property.key.value, known)?.name;
    if (meant !== undefined && !elements.has(meant)) elements.set(meant, property);
  }
  return elements;
}
