import type { Catalog } from '../catalog/catalog';
import type { ConditionKey, ConditionKeyType } from '../catalog/model';
import { parseOperator, type ParsedOperator } from '../conditionOperators';
import type { Statement } from '../document';
import { alsoWorksOn } from '../facts/conditionOperators';
import { keyFacts } from '../keyFacts';
import type { PolicyLocation } from '../locate';
import { hasValues } from './conditionValue';
import { documentValues } from './documentValues';
import { escapeSnippet } from './snippetText';
import type { Completer, CompletionContext, Proposal } from './item';
import { providerHosts, providerKeys, SAML, trustsSaml } from './providerKeys';
import { supportedKeys } from './supportedKeys';
import type { ValueQuestion } from './values/source';

/** Global keys that most conditions are about; the others follow. */
const usual: readonly string[] = [
  'aws:SourceIp',
  'aws:SecureTransport',
  'aws:MultiFactorAuthPresent',
  'aws:PrincipalOrgID',
  'aws:PrincipalArn',
  'aws:PrincipalAccount',
  'aws:PrincipalTag/${TagKey}',
  'aws:ResourceTag/${TagKey}',
  'aws:SourceAccount',
  'aws:SourceArn',
  'aws:RequestedRegion',
  'aws:ResourceAccount',
  'aws:ResourceOrgID',
  'aws:CalledVia',
  'aws:ViaAWSService',
  'aws:SourceVpce',
  'aws:SourceVpc',
  'aws:PrincipalIsAWSService',
  'aws:CurrentTime',
];

/** Global keys that only some actions have; those actions list them as their own. */
const byAction = /^aws:(RequestTag\/|TagKeys$)/;

type KeyPlace = Extract<PolicyLocation, { kind: 'conditionKey' }>;

interface Candidate {
  key: string;
  /** How likely it is wanted here, before the operator is asked. */
  rank: number;
}

/** Keys that the actions have and whose type the operator takes first; of other services only where the actions are not known. */
export const completeConditionKey: Completer<'conditionKey'> = (place, context) => {
  const { siblings, statement, operator } = place;
  const parsed = parseOperator(operator);
  // Whether a key has values is told without the account: its lists are asked for when one is wanted.
  const withoutAccount = { ...context };
  delete withoutAccount.account;
  const taken = new Set(siblings.map((key) => key.toLowerCase()));
  const seen = new Set<string>();
  return candidates(place.before, statement, context)
    .sort((a, b) => a.rank - b.rank)
    .filter(({ key }) => {
      const lower = key.toLowerCase();
      if (taken.has(lower) || seen.has(lower)) return false;
      seen.add(lower);
      return true;
    })
    .map((candidate) => proposalOf(candidate, place, parsed, withoutAccount));
};

function candidates(
  typed: string,
  statement: Statement | undefined,
  { catalog, document, kind }: CompletionContext,
): Candidate[] {
  const supported = supportedKeys(catalog, statement);
  const isForeign = foreignKeys(catalog, statement);
  const found: Candidate[] = providerKeys(statement).map((key) => ({ key, rank: 5 }));
  if (trustsSaml(statement)) {
    const keys = catalog.conditionKeys('sts').filter(({ key }) => key.startsWith('saml:'));
    found.push(...keys.map(({ key }) => ({ key: key.replace('saml:', SAML), rank: 5 })));
  }
  for (const key of supported.keys) {
    if (!isForeign(key))
      found.push({ key, rank: kind === 'trust' || !key.startsWith('aws:') ? 10 : 12 });
  }
  for (const tagKey of documentValues(document).tagKeys) {
    for (const start of ['aws:ResourceTag/', 'aws:PrincipalTag/', 'aws:RequestTag/']) {
      const isSupported = !supported.isComplete || supported.keys.has(`${start}\${TagKey}`);
      const rank = isSupported || start === 'aws:PrincipalTag/' ? 11 : 36;
      found.push({ key: start + tagKey, rank });
    }
  }
  for (const key of usual) found.push({ key, rank: 20 });
  for (const { key } of catalog.globalConditionKeys) {
    found.push({
      key,
      rank: byAction.test(key) && supported.isComplete ? 40 : 30,
    });
  }
  for (const { key } of ofServices(typed, supported, catalog)) found.push({ key, rank: 35 });
  return found;
}

/** Keys of services whose actions are patterns of everything or excluded, and of the service that was typed. */
function ofServices(
  typed: string,
  { services, isComplete }: ReturnType<typeof supportedKeys>,
  catalog: Catalog,
): ConditionKey[] {
  const service = typed.slice(0, Math.max(typed.indexOf(':'), 0)).toLowerCase();
  if (service === '' || (isComplete && services.has(service))) return [];
  return [...catalog.conditionKeys(service)];
}

/** Keys of identity providers that the statement does not trust. */
function foreignKeys(catalog: Catalog, statement: Statement | undefined): (key: string) => boolean {
  const prefixes = Object.keys(catalog.foreignPrefixes);
  const hosts = new Set(providerHosts(statement));
  const trusted = (statement?.principals ?? []).map(({ text }) => text);
  return (key) => {
    const prefix = prefixes.find((known) => key.startsWith(`${known}:`));
    return prefix !== undefined && !hosts.has(prefix) && !trusted.includes(prefix);
  };
}

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
  { key, rank }: Candidate,
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
