import type { Catalog } from '../catalog/catalog';
import { parseOperator } from '../conditionOperators';
import { describe } from '../describe';
import type { PolicyDocument } from '../document';
import { findGlobalConditionKey } from '../facts/globalConditionKeys';
import type { PolicyLocation } from '../locate';
import { code, escapeMarkdown, link, paragraphs } from '../markdown';
import { valueOffsets } from '../valueOffsets';
import { variablesOf, type Variable } from '../variables';
import type { Explanation, HoverContext } from './hover';

const PAGE = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html';

const escapes: Readonly<Record<string, string>> = {
  '*': 'a plain asterisk',
  '?': 'a plain question mark',
  $: 'a plain dollar sign',
};

/** The policy variable or escape at an offset, with its own span; undefined where there is none. */
export function hoverVariable(
  location: PolicyLocation,
  { document, catalog, offset }: HoverContext,
): Explanation | undefined {
  const { node } = location;
  if (node?.type !== 'string' || !mayHold(location) || !node.value.includes('${')) return undefined;
  const offsets = valueOffsets(document.text, node);
  const at = offsets.toValue(offset);
  const spanOf = (span: { offset: number; end: number }) => ({
    offset: offsets.toText(span.offset),
    end: offsets.toText(span.end),
  });
  const escape = escapeAt(node.value, at);
  if (escape) {
    const text = node.value.slice(escape.offset, escape.end);
    const markdown = `${code(text)} stands for ${escapes[text.charAt(2)] ?? ''}, no wildcard.`;
    return { span: spanOf(escape), markdown };
  }
  const variable = variablesOf(node.value).find((each) => each.offset <= at && at < each.end);
  if (!variable) return undefined;
  const markdown = explain(variable, reasonAgainst(location, document), catalog);
  return { span: spanOf(variable), markdown };
}

function mayHold({ kind }: PolicyLocation): boolean {
  return kind === 'resource' || kind === 'conditionValue';
}

function escapeAt(value: string, at: number): { offset: number; end: number } | undefined {
  for (let offset = Math.max(0, at - 3); offset <= at; offset++) {
    const inner = value.charAt(offset + 2);
    const isEscape = value.startsWith('${', offset) && value[offset + 3] === '}';
    if (isEscape && Object.hasOwn(escapes, inner)) return { offset, end: offset + 4 };
  }
  return undefined;
}

/** Why AWS does not replace a variable here; undefined where it does. */
function reasonAgainst(location: PolicyLocation, { elements }: PolicyDocument): string | undefined {
  const version = elements.get('Version')?.value;
  if (version?.type !== 'string' || version.value !== '2012-10-17') {
    return '**Plain text here**: variables are replaced with `"Version": "2012-10-17"` only.';
  }
  if (location.kind !== 'conditionValue') return undefined;
  const { known } = parseOperator(location.operator);
  return known && !known.variables
    ? `**Not replaced here**: ${escapeMarkdown(known.name)} takes no variables.`
    : undefined;
}

function explain(
  { name, fallback, closed }: Variable,
  against: string | undefined,
  catalog: Catalog,
) {
  if (!closed) return 'The variable has no closing brace, so AWS refuses the document.';
  const key = name.trim();
  const known = key === '' ? undefined : describe(catalog, { kind: 'key', key });
  const multivalued =
    findGlobalConditionKey(key)?.multivalued ?? catalog.conditionKey(key)?.multivalued ?? false;
  return paragraphs(
    `**Policy variable**: AWS puts the value of ${code(key)} here, as the request has it.`,
    against,
    multivalued ? 'A key with several values cannot be used as a variable.' : undefined,
    fallback === undefined
      ? 'When the request does not have the key, the statement does not match.'
      : `When the request does not have the key: ${code(fallback.trim())}.`,
    known ??
      `${code(key)} is not among the condition keys that are known as of ${escapeMarkdown(catalog.date)}.`,
    link('Policy variables', PAGE),
  );
}
