import { answerValidatePolicy, type ValidateRequest } from './accessAnalyzer/answer';
import { compareOpinions, type Opinions } from './accessAnalyzer/compare';
import type { WireFinding } from './accessAnalyzer/model';
import { analyzerRequest, type AnalyzerRequest } from './accessAnalyzer/request';
import { openCatalog, type Catalog } from './catalog/catalog';
import type { ActionName } from './catalog/model';
import { bufferSource, fileSource } from './catalog/source';
import { policyChanges, type PolicyChanges } from './changes';
import { checkPolicy, type CheckOptions } from './checkPolicy';
import { sourceOf } from './check';
import { checks } from './checks/index';
import { complete } from './complete/index';
import type { CompletionItem, CompletionOptions, Subject } from './complete/item';
import { describe } from './describe';
import type { PolicyDocument } from './document';
import { editorFeatures, type EditorFeatures } from './editorFeatures';
import { expandAction } from './expand';
import type { Finding, TextEdit } from './finding';
import { formatPolicy, type FormatOptions } from './format';
import { hover, type Hover } from './hover/index';
import { kindOfContent, kindOfFileName, looksLikePolicy, type PolicyKind } from './kind';
import { locate, type PolicyLocation } from './locate';
import { parsePolicy } from './parse';
import { summarize, type PolicySummary } from './summarize';
import { widensAccess, type Widening } from './widen';

export type { Opinions } from './accessAnalyzer/compare';
export type { WireFinding } from './accessAnalyzer/model';
export type { PlacedFinding } from './accessAnalyzer/place';
export type { AnalyzerRequest } from './accessAnalyzer/request';
export type { Catalog } from './catalog/catalog';
export type { AccountValue, AccountValues, AccountValueType } from './complete/accountValues';
export type { CompletionItem, CompletionOptions, ItemKind, Subject } from './complete/item';
export type { FixWhich, PolicyChanges } from './changes';
export type { CheckOptions } from './checkPolicy';
export type { PolicyDocument, Statement } from './document';
export type { EditorFeatures } from './editorFeatures';
export { applyEdits, severities } from './finding';
export type { Finding, Fix, Severity, TextEdit } from './finding';
export { kindLabels, policyKinds, type PolicyKind } from './kind';
export type { PolicyLocation } from './locate';
export { parsePolicy } from './parse';
export type { RefactoringOffer } from './refactor/index';
export type { Span } from './syntax';
export type { PolicySummary } from './summarize';
export type { Widening } from './widen';

/**
 * The policy language over a catalog: text in, plain data out, no state but what the catalog has
 * read. Functions that take a document also take its text; parse once where several are called.
 * All offsets are UTF-16 code units. Nothing here throws because of a text.
 */
export interface PolicyLanguage {
  readonly catalog: Catalog;
  /** What an editor asks of a parsed document besides: outline, links, tokens and so on. */
  readonly editor: EditorFeatures;
  /** Refactorings, and fixing many findings at once. */
  readonly changes: PolicyChanges;
  parse(text: string): PolicyDocument;
  /** By file name where it says the kind, else by content; `unknown` when neither does. */
  kindOf(document: PolicyDocument, fileName?: string): PolicyKind;
  /** Whether JSON that does not say so by its name is a policy. */
  looksLikePolicy(document: PolicyDocument): boolean;
  check(document: PolicyDocument | string, options?: CheckOptions): Finding[];
  locate(document: PolicyDocument, offset: number): PolicyLocation | undefined;
  /** Best first. Waits for nothing: of an account it uses what is loaded. */
  complete(
    document: PolicyDocument | string,
    offset: number,
    options?: CompletionOptions,
  ): CompletionItem[];
  /** Documentation of a completion item, as Markdown with every text escaped. */
  describe(subject: Subject): string | undefined;
  hover(document: PolicyDocument | string, offset: number, kind?: PolicyKind): Hover | undefined;
  format(text: string, options: FormatOptions): TextEdit[];
  /** The page of AWS that a finding's rule comes from; undefined for an unknown code. */
  pageOf(code: string): string | undefined;
  /** Actions that a pattern stands for. */
  expand(pattern: string): ActionName[];
  summarize(document: PolicyDocument | string): PolicySummary;
  widensAccess(before: PolicyDocument | string, after: PolicyDocument | string): Widening;
  /** How IAM Access Analyzer is asked about a document; undefined for one of unknown kind. */
  analyzerRequest(document: PolicyDocument, kind: PolicyKind): AnalyzerRequest | undefined;
  /** Access Analyzer's findings beside ours of the same text. */
  compareOpinions(
    document: PolicyDocument,
    ours: readonly Finding[],
    theirs: readonly WireFinding[],
  ): Opinions;
  /** What ValidatePolicy would be answered by our own engine. */
  validatePolicy(request: ValidateRequest): WireFinding[];
}

const pages = new Map(checks.map((check) => [check.code, sourceOf(check)]));

/** `catalog`: path of dist/catalog.bin, or its bytes. Throws an Error when it cannot be read. */
export function createPolicyLanguage(catalog: string | Uint8Array): PolicyLanguage {
  return languageOver(
    openCatalog(typeof catalog === 'string' ? fileSource(catalog) : bufferSource(catalog)),
  );
}

function languageOver(catalog: Catalog): PolicyLanguage {
  const read = (document: PolicyDocument | string) =>
    typeof document === 'string' ? parsePolicy(document) : document;
  const kindOf = (document: PolicyDocument, fileName?: string) =>
    (fileName === undefined ? undefined : kindOfFileName(fileName)) ?? kindOfContent(document.tree);
  return {
    catalog,
    editor: editorFeatures(catalog),
    changes: policyChanges(catalog),
    parse: parsePolicy,
    kindOf,
    looksLikePolicy: ({ tree }) => looksLikePolicy(tree),
    check(text, options = {}) {
      const document = read(text);
      return checkPolicy(document, catalog, { ...options, kind: options.kind ?? kindOf(document) });
    },
    locate,
    complete(text, offset, options = {}) {
      const document = read(text);
      const kind = options.kind ?? kindOf(document);
      return complete({ ...options, catalog, document, kind }, offset);
    },
    describe: (subject) => describe(catalog, subject),
    hover(text, offset, kind) {
      const document = read(text);
      return hover({ catalog, document, kind: kind ?? kindOf(document), offset });
    },
    format: formatPolicy,
    pageOf: (code) => pages.get(code),
    expand: (pattern) => expandAction(catalog, pattern),
    summarize: (text) => summarize(read(text), catalog),
    widensAccess: (before, after) => widensAccess(read(before), read(after), catalog),
    analyzerRequest,
    compareOpinions,
    validatePolicy: (request) => answerValidatePolicy(catalog, request),
  };
}
