import type { Catalog } from '../catalog/catalog';
import type { PolicyDocument } from '../document';
import type { PolicyKind } from '../kind';
import type { PolicyLocation } from '../locate';
import type { Span } from '../syntax';

/** What is said of a place. */
export interface Explanation {
  /** Markdown in which every text of the document and of the catalog is escaped. */
  markdown: string;
  /** The part that it is about; else the whole word or text without its quotes. */
  span?: Span;
  /** Names of the first actions that a pattern matches, as Markdown. */
  names?: string;
  /** The action pattern, when it matches some. */
  pattern?: string;
}

export type Hover = Span & Omit<Explanation, 'span'>;

export interface HoverContext {
  catalog: Catalog;
  document: PolicyDocument;
  kind: PolicyKind;
  offset: number;
}

/** Explains one kind of place; undefined where there is nothing to say. */
export type Hoverer<K extends PolicyLocation['kind']> = (
  location: Extract<PolicyLocation, { kind: K }>,
  context: HoverContext,
) => Explanation | string | undefined;
