import type { Catalog } from '../catalog/catalog';
import type { PolicyDocument } from '../document';
import type { PolicyKind } from '../kind';
import type { PolicyLocation } from '../locate';
import type { Span } from '../syntax';
import type { AccountValues } from './accountValues';

export type ItemKind =
  | 'element'
  | 'value'
  | 'service'
  | 'action'
  | 'pattern'
  | 'resource'
  | 'operator'
  | 'key'
  | 'variable'
  | 'snippet';

/** One proposal, before it is put into the text. */
export interface Proposal {
  label: string;
  kind: ItemKind;
  /** Shown beside the label. */
  detail?: string;
  /** Groups: lower ones come first; within a group by label. */
  rank: number;
  /** Value that goes between quotes; default: the label. */
  value?: string;
  /** What goes between the quotes as a snippet, instead of the value. */
  template?: string;
  /** What the typed text is matched with; default: the value. */
  filterText?: string;
  /** What to write after a new key and its colon, as a snippet: `["$1"]`. */
  valueSnippet?: string;
  /** The whole insertion as a snippet, instead of a quoted value. */
  snippet?: string;
  /** The part of the text under the cursor that is replaced, instead of the whole of it. */
  within?: Span;
  /** Goes on with completion after it was accepted, as after `s3:`. */
  continues?: boolean;
  /** What its documentation is found by when it is asked for; see `describe`. */
  subject?: Subject;
}

/** What a documentation text is about. */
export type Subject =
  | { kind: 'element'; name: string }
  | { kind: 'service'; prefix: string }
  | { kind: 'action'; service: string; name: string }
  | { kind: 'pattern'; pattern: string }
  | { kind: 'operator'; name: string }
  | { kind: 'key'; key: string }
  | { kind: 'resourceType'; service: string; name: string }
  | { kind: 'snippet'; text: string; body: string }
  | { kind: 'text'; text: string };

/** A proposal as an edit of the text. Plain data; offsets of the text that was completed. */
export interface CompletionItem {
  label: string;
  kind: ItemKind;
  detail?: string;
  /** Compares as the order of the list. */
  sortText: string;
  /** What the typed text is matched with; begins with the quote where `replace` does. */
  filterText: string;
  /** In the snippet syntax of the editor: `$1`, `${1:name}`, `\$`. */
  snippet: string;
  replace: Span;
  additionalEdits: (Span & { text: string })[];
  continues: boolean;
  subject?: Subject;
}

/** What the caller knows besides the document; all of it optional. */
export interface CompletionOptions {
  /** Default: what the content says. */
  kind?: PolicyKind;
  /** The account that the policy is for, as far as it is loaded. */
  account?: AccountValues;
  /** The current day as `2026-11-25`, for dates in conditions. */
  today?: string;
}

export interface CompletionContext extends CompletionOptions {
  catalog: Catalog;
  document: PolicyDocument;
  kind: PolicyKind;
}

/** Proposals of one kind of place. */
export type Completer<K extends PolicyLocation['kind']> = (
  location: Extract<PolicyLocation, { kind: K }>,
  context: CompletionContext,
) => Proposal[];
