import { accessTitle, patternCounts, type PatternCount } from './access';
import { listPattern, listStatement } from './accessList';
import type { Catalog } from './catalog/catalog';
import type { PolicyDocument, Statement } from './document';
import type { Span } from './syntax';

/** What an editor shows of a document besides findings, completion and hovers. Spans are of its text. */
export interface EditorFeatures {
  /** What a statement allows or denies in one line; undefined while it has no effect or no actions. */
  accessTitle(statement: Statement): string | undefined;
  /** Its actions as plain text, by service and level; undefined when there is no such statement. */
  listStatement(document: PolicyDocument, index: number): string | undefined;
  listPattern(pattern: string): string;
  /** Action patterns in a part of the document, and how many actions each matches. */
  patternCounts(document: PolicyDocument, part: Span): PatternCount[];
}

export function editorFeatures(catalog: Catalog): EditorFeatures {
  return {
    accessTitle: (statement) => accessTitle(statement, catalog),
    listStatement: (document, index) => listStatement(document, index, catalog),
    listPattern: (pattern) => listPattern(pattern, catalog),
    patternCounts: (document, part) => patternCounts(document, catalog, part),
  };
}
