import { accessTitle, patternCounts, type PatternCount } from './access';
import { listPattern, listStatement } from './accessList';
import type { Catalog } from './catalog/catalog';
import type { PolicyDocument, Statement } from './document';
import type { TextEdit } from './finding';
import { foldsOf, type Fold } from './folds';
import type { PolicyKind } from './kind';
import { linksOf, type PolicyLink } from './links';
import { occurrencesAt, type Occurrences } from './occurrences';
import { outlineOf, type OutlineItem } from './outline';
import { renameSid, renameTarget, type Refusal } from './renameSid';
import { selectionsAt } from './selection';
import { sizeIn, type InlineHolder, type PolicySize } from './size';
import type { Span } from './syntax';
import { tokensOf, type Token } from './tokens';

export type { Fold } from './folds';
export type { PolicyLink } from './links';
export type { OutlineItem } from './outline';
export type { PartKind } from './parts';
export type { Refusal } from './renameSid';
export type { InlineHolder, PolicySize } from './size';

/** What an editor shows of a document besides findings, completion and hovers. Spans are of its text. */
export interface EditorFeatures {
  /** What a statement allows or denies in one line; undefined while it has no effect or no actions. */
  accessTitle(statement: Statement): string | undefined;
  /** Its actions as plain text, by service and level; undefined when there is no such statement. */
  listStatement(document: PolicyDocument, index: number): string | undefined;
  listPattern(pattern: string): string;
  /** How long a document is as AWS counts it, and how long it may be. */
  size(document: PolicyDocument, kind: PolicyKind, holder?: InlineHolder): PolicySize | undefined;
  /** Action patterns in a part of the document, and how many actions each matches. */
  patternCounts(document: PolicyDocument, part: Span): PatternCount[];
  /** `title`: what the document itself is called. */
  outline(document: PolicyDocument, title: string): OutlineItem[];
  folds(document: PolicyDocument): Fold[];
  /** What can be selected around an offset, smallest first. */
  selections(document: PolicyDocument, offset: number): Span[];
  links(document: PolicyDocument): PolicyLink[];
  occurrences(document: PolicyDocument, offset: number): Occurrences | undefined;
  renameTarget(document: PolicyDocument, offset: number): Span | Refusal;
  renameSid(
    document: PolicyDocument,
    offset: number,
    name: string,
    kind: PolicyKind,
  ): TextEdit[] | Refusal;
  /** In order, each on one line. */
  tokens(document: PolicyDocument): Token[];
}

export function editorFeatures(catalog: Catalog): EditorFeatures {
  return {
    accessTitle: (statement) => accessTitle(statement, catalog),
    listStatement: (document, index) => listStatement(document, index, catalog),
    listPattern: (pattern) => listPattern(pattern, catalog),
    size: sizeIn,
    patternCounts: (document, part) => patternCounts(document, catalog, part),
    outline: outlineOf,
    folds: foldsOf,
    selections: selectionsAt,
    links: (document) => linksOf(document, catalog),
    occurrences: occurrencesAt,
    renameTarget,
    renameSid,
    tokens: tokensOf,
  };
}
