import type { Catalog } from '../catalog/catalog';
import type { ConditionKey } from '../catalog/model';
import type { Statement } from '../document';
import type { PolicyLocation } from '../locate';
import { documentValues } from './documentValues';
import type { CompletionContext } from './item';
import { providerHosts, providerKeys, SAML, trustsSaml } from './providerKeys';
import { supportedKeys, type SupportedKeys } from './supportedKeys';

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

export interface KeyCandidate {
  key: string;
  /** How likely it is wanted here, before the operator is asked. */
  rank: number;
}

/** Keys that can stand here, those of the statement's actions and providers first; a key may be there twice. */
export function keyCandidates(
  { before: typed, text, statement }: PolicyLocation,
  { catalog, document, kind }: CompletionContext,
): KeyCandidate[] {
  const supported = supportedKeys(catalog, statement);
  const isForeign = foreignKeys(catalog, statement);
  const ofActions = [...supported.keys].filter((key) => !isForeign(key));
  const ofTags = documentValues(document).tagKeys.filter((tagKey) => !text.endsWith(`/${tagKey}`));
  const rankOfAction = (key: string) => (kind === 'trust' || !key.startsWith('aws:') ? 10 : 12);
  const rankOfGlobal = (key: string) => (byAction.test(key) && supported.isComplete ? 40 : 30);
  const ranked = (keys: readonly string[], rankOf: (key: string) => number) =>
    keys.map((key) => ({ key, rank: rankOf(key) }));
  return [
    ...ranked(ofProviders(statement, catalog), () => 5),
    ...ranked(ofActions, rankOfAction),
    ...ofTags.flatMap((tagKey) => withTagKey(tagKey, supported)),
    ...ranked(usual, () => 20),
    ...ranked(names(catalog.globalConditionKeys), rankOfGlobal),
    ...ranked(names(ofServices(typed, supported, catalog)), () => 35),
  ];
}

const names = (keys: readonly ConditionKey[]) => keys.map(({ key }) => key);

function ofProviders(statement: Statement | undefined, catalog: Catalog): string[] {
  const saml = trustsSaml(statement)
    ? names(catalog.conditionKeys('sts')).filter((key) => key.startsWith('saml:'))
    : [];
  return [...providerKeys(statement), ...saml.map((key) => key.replace('saml:', SAML))];
}

/** The keys of a tag; of resources and requests where the actions have them. */
function withTagKey(tagKey: string, { keys, isComplete }: SupportedKeys): KeyCandidate[] {
  return ['aws:ResourceTag/', 'aws:PrincipalTag/', 'aws:RequestTag/'].map((start) => {
    const isSent = !isComplete || start === 'aws:PrincipalTag/' || keys.has(`${start}\${TagKey}`);
    return { key: start + tagKey, rank: isSent ? 11 : 36 };
  });
}

/** Keys of services whose actions are patterns of everything or excluded, and of the service that was typed. */
function ofServices(
  typed: string,
  { services, isComplete }: SupportedKeys,
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
