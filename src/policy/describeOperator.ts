import { parseOperator, type ParsedOperator } from './conditionOperators';
import type { ConditionOperator } from './facts/conditionOperators';
import { code, escapeMarkdown, link, paragraphs } from './markdown';

const PAGE =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html';
const SETS =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html';

/** A condition operator with its qualifier and suffix as Markdown; undefined for an unknown one. */
export function describeOperator(text: string): string | undefined {
  const parsed = parseOperator(text);
  const { known, qualifier, ifExists } = parsed;
  if (!known) return undefined;
  return paragraphs(
    `**${known.name}**${ifExists ? ' · IfExists' : ''}${qualifier ? ` · ${escapeMarkdown(qualifier)}` : ''}`,
    escapeMarkdown(`${known.text}.`),
    valuesText(known),
    missingText(parsed),
    setText(parsed),
    link('Documentation', PAGE),
    qualifier ? link('Keys with several values', SETS) : undefined,
  );
}

/** How several values of the policy count. */
function valuesText({ name, negated, wildcards }: ConditionOperator): string | undefined {
  if (name === 'Null') return undefined;
  const several = negated
    ? 'With several values none of them may match.'
    : 'With several values one match is enough.';
  return wildcards || !name.startsWith('String')
    ? several
    : `${several} ${code('*')} and ${code('?')} are plain characters here.`;
}

/** What comes out when the request does not have the key. */
function missingText({ known, ifExists, qualifier }: ParsedOperator): string | undefined {
  if (!known || known.name === 'Null' || qualifier === 'ForAllValues') return undefined;
  if (ifExists) return '**IfExists**: also true when the request does not have the key.';
  return known.negated && qualifier !== 'ForAnyValue'
    ? 'A request without the key matches too.'
    : 'A request without the key does not match.';
}

/**
 * The set operators. The empty set is the trap: see SETS, "ForAllValues", and Access Analyzer's
 * FORALLVALUES_WITH_SINGLE_VALUED_KEY.
 */
function setText({ qualifier }: ParsedOperator): string | undefined {
  switch (qualifier) {
    case 'ForAllValues':
      return '**ForAllValues**: every value of the request must match. **A request without the key, or with no value, matches too**: with Allow it is allowed. Add a Null condition with `false` on the key to ask for a value.';
    case 'ForAnyValue':
      return '**ForAnyValue**: one value of the request must match. A request without the key, or with no value, does not.';
    default:
      return undefined;
  }
}
