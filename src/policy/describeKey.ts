import type { Catalog } from './catalog/catalog';
import type { Action, ConditionKey } from './catalog/model';
import { findGlobalConditionKey, type GlobalConditionKey } from './facts/globalConditionKeys';
import { code, escapeMarkdown, link, list, paragraphs } from './markdown';
import { firstOf, quantity } from './quantity';

/** Actions of the service that are named before "and more". */
const SHOWN = 8;

const types: Readonly<Record<string, string>> = {
  ARN: 'ARN',
  Bool: 'true or false',
  Numeric: 'Number',
  Date: 'Date',
  IPAddress: 'IP address',
  String: 'Text',
  Binary: 'Bytes',
};

/** A condition key as Markdown: type, meaning, and whose requests have it. */
export function describeKey(catalog: Catalog, key: ConditionKey): string {
  const global = findGlobalConditionKey(key.key);
  const type = types[global?.type ?? key.type];
  const several = (global?.multivalued ?? key.multivalued) ? 'several values' : 'one value';
  return paragraphs(
    [`**${code(key.key)}**`, type, type && several].filter(Boolean).join(' · '),
    escapeMarkdown(global ? `${global.text}.` : firstParagraphs(key.description)),
    list(global ? presence(global) : senders(catalog, key)),
    link('Documentation', key.documentation ?? global?.url),
  );
}

/** Whose requests have a global key. */
function presence({ sentFor, optional }: GlobalConditionKey): string[] {
  const always = optional ? 'not in every one' : 'always';
  switch (sentFor) {
    case 'all':
      return [`Global: in requests to every service, ${always}`];
    case 'iam':
      return [
        `Global: in requests of IAM principals, ${always}; never in those of service principals`,
      ];
    case 'service':
      return ['Global: in requests only that an AWS service makes itself'];
    case 'session':
      return ['Global: in requests only of some role sessions'];
  }
}

function senders(catalog: Catalog, { key, service, category }: ConditionKey): string[] {
  if (service === undefined)
    return category ? [`Global: about the ${escapeMarkdown(category)}`] : [];
  const name = escapeMarkdown(catalog.service(service)?.name ?? service);
  const actions = catalog
    .actionNames(service)
    .filter((action) => takes(catalog.action(service, action.name), key));
  if (actions.length === 0) return [`Sent by ${name}`];
  const names = firstOf(actions, SHOWN, (action) => code(`${service}:${action.name}`)).join(', ');
  return [`Sent by ${name} with ${quantity(actions.length, 'action')}: ${names}`];
}

function takes(action: Action | undefined, key: string): boolean {
  return (
    action !== undefined &&
    (action.conditionKeys.includes(key) ||
      action.resourceTypes.some(({ conditionKeys }) => conditionKeys.includes(key)))
  );
}

/** The long texts of global keys, cut to what a hover can hold, without their Markdown links. */
function firstParagraphs(text: string): string {
  const plain = text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*`]/g, '');
  return plain
    .split(/\n\s*\n/)
    .slice(0, 2)
    .join(' ')
    .replace(/\s+/g, ' ');
}
