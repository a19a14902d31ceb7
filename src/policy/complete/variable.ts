import type { Catalog } from '../catalog/catalog';
import { parseOperator } from '../conditionOperators';
import type { PolicyDocument, Statement } from '../document';
import { escapeVariables, variableKeys } from '../facts/grammar';
import { findGlobalConditionKey } from '../facts/globalConditionKeys';
import type { PolicyLocation } from '../locate';
import type { Span } from '../syntax';
import { documentValues } from './documentValues';
import { escapeSnippet } from './snippetText';
import type { CompletionContext, Proposal } from './item';
import { knownActions } from './resourceTypes';

/** What a variable may be named by: the characters of a condition key. */
const name = /^[\w.:/+=@-]*/;

/**
 * The variable that the cursor is in: from its `$` to its brace, or to the end of its name. Undefined
 * where variables are plain text: without Version 2012-10-17, and in other elements.
 * See https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function variableAt(
  location: PolicyLocation,
  { document }: CompletionContext,
): Span | undefined {
  const { before, at, node } = location;
  if (node?.type !== 'string' || !takesVariables(location)) return undefined;
  if (!hasVariables(document)) return undefined;
  const end = node.closed ? node.end - node.quote.length : node.end;
  if (at > end) return undefined;
  const begun = before.slice(Math.max(before.lastIndexOf('$'), 0));
  if (!/^\$(?:\{[^}"]*)?$/.test(begun)) return undefined;
  const rest = document.text.slice(at, end);
  const word = name.exec(rest)?.[0] ?? '';
  const isClosed = begun.length > 1 && rest[word.length] === '}';
  const length = isClosed ? word.length + 1 : word.replace(/[/:].*/, '').length;
  const start = node.offset + node.quote.length + before.length - begun.length;
  return { offset: start, end: at + length };
}

/** Without this Version variables are plain text. */
export function hasVariables({ elements }: PolicyDocument): boolean {
  const version = elements.get('Version')?.value;
  return version?.type === 'string' && version.value === '2012-10-17';
}

function takesVariables(location: PolicyLocation): boolean {
  if (location.kind === 'resource') return true;
  if (location.kind !== 'conditionValue') return false;
  return parseOperator(location.operator).known?.variables ?? false;
}

/** Keys that have one value in a request, the usual ones first, and the escapes. */
export function completeVariable(
  within: Span,
  { statement }: PolicyLocation,
  { catalog, document }: CompletionContext,
): Proposal[] {
  const tags = documentValues(document).tagKeys.map((key) => `aws:PrincipalTag/${key}`);
  const global = catalog.globalConditionKeys.filter(({ multivalued }) => !multivalued);
  const groups = [
    usual,
    tags,
    global.map(({ key }) => key),
    textKeys(catalog, statement),
    variableKeys.filter((key) => !key.endsWith('/')),
  ];
  const found = new Map<string, Proposal>();
  for (const [rank, keys] of groups.entries()) {
    for (const key of keys) {
      const lower = key.toLowerCase();
      if (!found.has(lower)) found.set(lower, variable(key, rank, within));
    }
  }
  return [...found.values(), ...escapeVariables.map((escape) => escaped(escape, within))];
}

/** Keys of the statement's actions that hold one text. */
function textKeys(catalog: Catalog, statement: Statement | undefined): string[] {
  const actions = knownActions(catalog, statement?.actions ?? []);
  const keys = new Set(actions.flatMap(({ conditionKeys }) => conditionKeys));
  return [...keys].filter((key) => {
    const known = catalog.conditionKey(key);
    return known?.type === 'String' && !known.multivalued;
  });
}

/** What most policies with variables use. */
const usual = ['aws:username', 'aws:userid', 'aws:PrincipalAccount', 'aws:PrincipalTag/${TagKey}'];

function variable(key: string, rank: number, within: Span): Proposal {
  const open = /^(.*?)\$\{(\w+)\}(.*)$/.exec(key);
  const inner = open
    ? `${escapeSnippet(open[1] ?? '')}\${1:${open[2] ?? ''}}${escapeSnippet(open[3] ?? '')}`
    : escapeSnippet(key);
  return {
    label: `\${${key}}`,
    kind: 'variable',
    detail: findGlobalConditionKey(key)?.text ?? '',
    rank,
    within,
    template: `\\\${${inner}\\}`,
    subject: { kind: 'key', key },
  };
}

const meanings: Readonly<Record<string, string>> = {
  '${*}': 'A plain asterisk, no wildcard.',
  '${?}': 'A plain question mark, no wildcard.',
  '${$}': 'A plain dollar sign, no variable.',
};

function escaped(label: string, within: Span): Proposal {
  return {
    label,
    kind: 'variable',
    detail: 'escape',
    rank: 5,
    within,
    subject: { kind: 'text', text: meanings[label] ?? '' },
  };
}
