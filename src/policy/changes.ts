import type { Catalog } from './catalog/catalog';
import { checkPolicy, type CheckOptions } from './checkPolicy';
import type { PolicyDocument } from './document';
import type { TextEdit } from './finding';
import { fixOneByOne } from './fixOneByOne';
import type { PolicyKind } from './kind';
import { parsePolicy } from './parse';
import { refactor, type RefactoringOffer } from './refactor/index';
import type { Span } from './syntax';

/** Which findings are to be fixed. */
export type FixWhich =
  /** All of one code that have one right answer. */
  | { code: string }
  /** Those of every code whose fix cannot change what the policy means. */
  | 'safe';

/** Changes of a policy's text that are more than one finding's fix. */
export interface PolicyChanges {
  /** Changes of form that can be made where the selection is. */
  refactor(document: PolicyDocument, selection: Span, kind: PolicyKind): RefactoringOffer[];
  /** Edits that fix one finding after the other; `shouldStop` of the options ends the work early. */
  fixAll(text: string, which: FixWhich, options: CheckOptions): TextEdit[];
}

export function policyChanges(catalog: Catalog): PolicyChanges {
  return {
    refactor: (document, selection, kind) => refactor(document, catalog, selection, kind),
    fixAll(text, which, { shouldStop, ...options }) {
      return fixOneByOne(text, {
        check: (now) => checkPolicy(parsePolicy(now), catalog, options),
        choose: ({ code, fixes }) =>
          which === 'safe'
            ? fixes.find(({ safe }) => safe)
            : fixes.find(({ preferred }) => preferred && code === which.code),
        ...(shouldStop ? { shouldStop } : {}),
      });
    },
  };
}
