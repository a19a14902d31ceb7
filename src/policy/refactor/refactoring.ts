import type { Catalog } from '../catalog/catalog';
import type { PolicyDocument, Statement } from '../document';
import type { TextEdit } from '../finding';
import type { PolicyKind } from '../kind';
import type { Property, Span } from '../syntax';

/** As editors group them in their menus. */
export type RefactoringKind = 'refactor.rewrite' | 'refactor.extract' | 'refactor.inline';

export interface RefactorContext {
  document: PolicyDocument;
  catalog: Catalog;
  kind: PolicyKind;
  selection: Span;
  /** Statements that the selection touches and that can be read in one way only. */
  statements: readonly Statement[];
}

/** A change that can be made now. */
export interface Offer {
  title: string;
  /** Worked out when asked for. Do not overlap; offsets are of the document's text. */
  edits: () => TextEdit[];
}

/**
 * A change of a policy's form. Unless its title says that something is added, the policy means the
 * same afterwards, as far as the catalog knows the actions that patterns stand for.
 */
export interface Refactoring {
  id: string;
  kind: RefactoringKind;
  find(context: RefactorContext): Offer[];
}

/** The statement that a selection touches, when it is one. */
export function onlyStatement({ statements }: RefactorContext): Statement | undefined {
  return statements.length === 1 ? statements[0] : undefined;
}

/** Whether a selection or cursor touches a part, its ends counted in. */
export function touches(selection: Span, { offset, end }: Span): boolean {
  return selection.offset <= end && offset <= selection.end;
}

/** The first of some elements of a statement that the selection touches. */
export function touchedElement(
  { selection }: RefactorContext,
  { elements }: Statement,
  names: readonly string[],
): Property | undefined {
  return names
    .flatMap((name) => elements.get(name) ?? [])
    .find((property) => touches(selection, property));
}

/** `3 actions`, `1 action`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
