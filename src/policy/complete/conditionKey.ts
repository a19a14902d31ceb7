import type { ConditionKeyType } from '../catalog/model';
import { parseOperator, type ParsedOperator } from '../conditionOperators';
import { alsoWorksOn } from '../facts/conditionOperators';
import { keyFacts } from '../keyFacts';
import type { PolicyLocation } from '../locate';
import { hasValues } from './conditionValue';
import { escapeSnippet } from './snippetText';
import type { Completer, CompletionContext, Proposal } from './item';
import { keyCandidates, type KeyCandidate } from './keyCandidates';
import type { ValueQuestion } from './values/source';

type KeyPlace = Extract<PolicyLocation, { kind: 'conditionKey' }>;

/** Keys that the actions have and whose type the operator takes first; of other services only where the actions are not known. */
export const completeConditionKey: Completer<'conditionKey'> = (place, context) => {
  const { siblings, operator } = place;
  const parsed = parseOperator(operator);
  // Whether a key has values is told without the account: its lists are asked for when one is wanted.
  const withoutAccount = { ...context };
  delete withoutAccount.account;
  const taken = new Set(siblings.map((key) => key.toLowerCase()));
  const seen = new Set<string>();
  return keyCandidates(place, context)
    .sort((a, b) => a.rank - b.rank)
    .filter(({ key }) => {
      const lower = key.toLowerCase();
      if (taken.has(lower) || seen.has(lower)) return false;
      seen.add(lower);
      return true;
    })
    .map((candidate) => proposalOf(candidate, place, parsed, withoutAccount));
};

const MISMATCH = 50;

/** 0 made for the key, then what works on it, wants a qualifier or has one too many. */
function misfit(
  { known, qualifier }: ParsedOperator,
  type: ConditionKeyType,
  multivalued: boolean,
): number {
  const wrongSet = multivalued === (qualifier !== undefined) ? 0 : 12;
  if (!known?.type || type === 'unknown' || type === known.type) return wrongSet;
  return alsoWorksOn[known.type].includes(type) ? wrongSet + 4 : MISMATCH;
}

function proposalOf(
  { key, rank }: KeyCandidate,
  place: KeyPlace,
  operator: ParsedOperator,
  context: CompletionContext,
): Proposal {
  const known = context.catalog.conditionKey(key);
  const facts = keyFacts(context.catalog, key.toLowerCase());
  const type = facts?.type ?? 'String';
  const multivalued = facts?.multivalued ?? false;
  const { template, stops } = templateOf(key);
  const values = valueSnippetOf(operator.known?.name === 'Null' ? 'Bool' : type, stops + 1);
  const mismatch = misfit(operator, type, multivalued);
  const isOpen = stops === 0 && !values.includes('|') && mismatch < MISMATCH;
  const question = { key: key.toLowerCase(), type, operator, place: valuePlace(place, key) };
  return {
    label: key,
    kind: 'key',
    detail: (type === 'unknown' ? '' : type) + (multivalued ? ', several values' : ''),
    rank: Math.min(rank + mismatch, 99),
    template,
    filterText: key.replace(/\$\{.*|<.*/, ''),
    valueSnippet: multivalued ? `["$${stops + 1}"]` : values,
    continues: isOpen && !place.hasColon && hasValues(question, context),
    subject: { kind: 'key', key: known?.key ?? key },
  };
}

/** Where the value of a key will be. */
function valuePlace(place: KeyPlace, key: string): ValueQuestion['place'] {
  return { ...place, kind: 'conditionValue', key, before: '', inArray: false, siblings: [] };
}

/** `aws:PrincipalTag/${TagKey}` and `s3:ExistingObjectTag/<key>` → a tab stop for what is open. */
function templateOf(key: string): { template: string; stops: number } {
  let stops = 0;
  const template = key
    .split(/\$\{([^}]*)\}|<([^>]*)>/)
    .map((text, i) => {
      if (i % 3 === 0) return escapeSnippet(text);
      return (text as string | undefined) === undefined
        ? ''
        : `\${${++stops}:${escapeSnippet(text)}}`;
    })
    .join('');
  return { template, stops };
}

/** What to write for a value of a type, with a tab stop of a number. */
export function valueSnippetOf(type: ConditionKeyType, stop: number): string {
  return type === 'Bool' ? `"\${${stop}|true,false|}"` : `"$${stop}"`;
}
