import type { Catalog } from '../catalog/catalog';
import type { PolicyDocument } from '../document';
import type { TextEdit } from '../finding';
import type { PolicyKind } from '../kind';
import { isPlain } from '../meaning';
import type { Span } from '../syntax';
import { addDependentActions } from './addDependentActions';
import { addSid } from './addSid';
import { addVersion } from './addVersion';
import { expandPatterns } from './expandPatterns';
import { mergeStatements } from './mergeStatements';
import { normalizeCase } from './normalizeCase';
import { notAction } from './notAction';
import {
  touches,
  type Offer,
  type RefactorContext,
  type Refactoring,
  type RefactoringKind,
} from './refactoring';
import { removeDuplicates } from './removeDuplicates';
import { shrinkActions } from './shrinkActions';
import { singleValues } from './singleValues';
import { sortValues } from './sortValues';
import { splitByAccessLevel } from './splitByAccessLevel';
import { splitByResource } from './splitByResource';
import { splitByService } from './splitByService';
import { statementList } from './statementList';

/** In the order in which an editor shows them. */
export const refactorings: readonly Refactoring[] = [
  expandPatterns,
  mergeStatements,
  splitByResource,
  splitByAccessLevel,
  splitByService,
  shrinkActions,
  removeDuplicates,
  normalizeCase,
  sortValues,
  addDependentActions,
  notAction,
  singleValues,
  statementList,
  addSid,
  addVersion,
];

/** An offer with where it comes from. */
export interface RefactoringOffer extends Offer {
  id: string;
  kind: RefactoringKind;
}

/** Characters. No quota is larger than 81,920; longer ones are of AWS, and nobody changes their form. */
const MAX_LENGTH = 100_000;

/**
 * What can be done at a place of a document. Nothing for a text that is no JSON but for comments,
 * nor for one with an element twice; and nothing that would lose a comment.
 */
export function refactor(
  document: PolicyDocument,
  catalog: Catalog,
  selection: Span,
  kind: PolicyKind,
): RefactoringOffer[] {
  const { tree, root, elements, text } = document;
  if (!root || text.length > MAX_LENGTH || elements.size !== root.properties.length) return [];
  if (tree.problems.some((problem) => problem.kind !== 'comment')) return [];
  if (!document.statements.every(isPlain)) return [];
  const statements = document.statements.filter(({ node }) => touches(selection, node));
  const context: RefactorContext = { document, catalog, kind, selection, statements };
  return refactorings.flatMap((refactoring) =>
    refactoring
      .find(context)
      .filter(({ edits }) => tree.comments.length === 0 || keepsComments(document, edits()))
      .map((offer) => ({ ...offer, id: refactoring.id, kind: refactoring.kind })),
  );
}

function keepsComments({ tree, text }: PolicyDocument, edits: readonly TextEdit[]): boolean {
  return tree.comments.every(({ offset, end }) =>
    edits.every(
      (edit) =>
        edit.end <= offset ||
        end <= edit.offset ||
        edit.text.split(text.slice(offset, end)).length === 2,
    ),
  );
}
