import { closestTypes } from './actionFit';
import { parseArn, type Arn } from './arn';
import type { Catalog } from './catalog/catalog';
import { partitions } from './facts/partitions';
import { code, escapeMarkdown, link, list, paragraphs } from './markdown';
import { hasWildcard } from './pattern';
import { firstOf } from './quantity';
import type { TypePattern } from './resourceFit';
import { hasPlainWildcard } from './variables';

/** Resource types that are named before "and more". */
const SHOWN = 6;

/**
 * The parts of an ARN and the kind of resource that it names, as Markdown; undefined for other text.
 * `more`: paragraphs about the resource, as Markdown.
 */
export function describeArn(
  catalog: Catalog,
  text: string,
  more: readonly string[] = [],
): string | undefined {
  const arn = parseArn(text);
  if (!arn) return undefined;
  const types = closestTypes(arn, catalog);
  const only = types.length === 1 ? types[0]?.type : undefined;
  return paragraphs(
    code(text),
    list(partsOf(arn, types, catalog)),
    typesText(types),
    ...more,
    hasPlainWildcard(text)
      ? '`*` stands for any characters, slashes and colons among them, `?` for one.'
      : undefined,
    link('Documentation', only?.documentation),
  );
}

function partsOf(arn: Arn, types: readonly TypePattern[], catalog: Catalog): string[] {
  const row = (name: string, value: string, meaning = '') =>
    `${name}: ${value === '' ? 'none' : code(value)}${meaning === '' ? '' : ` – ${meaning}`}`;
  const never = (part: 'region' | 'account', what: string) =>
    types.length > 0 && types.every((type) => type.arn[part] === '')
      ? `ARNs of this kind have no ${what}`
      : '';
  const partition = partitions.find(({ id }) => id === arn.partition)?.name;
  const service = catalog.service(arn.service)?.name;
  return [
    row('Partition', arn.partition, escapeMarkdown(partition ?? anyOf(arn.partition, 'partition'))),
    row('Service', arn.service, escapeMarkdown(service ?? '')),
    row(
      'Region',
      arn.region,
      arn.region === '' ? never('region', 'Region') : anyOf(arn.region, 'Region'),
    ),
    row(
      'Account',
      arn.account,
      arn.account === '' ? never('account', 'account') : accountText(arn.account),
    ),
    row('Resource', arn.resource),
  ];
}

const anyOf = (value: string, noun: string) => {
  if (value === '*') return `every ${noun}`;
  return hasWildcard(value) ? `every ${noun} that matches` : '';
};

function accountText(account: string): string {
  return account === 'aws' ? 'owned by AWS' : anyOf(account, 'account');
}

function typesText(types: readonly TypePattern[]): string | undefined {
  if (types.length === 0) return undefined;
  const names = firstOf(
    types,
    SHOWN,
    ({ type }) => `**${escapeMarkdown(type.name)}** ${code(type.arn)}`,
  );
  if (types.length === 1) return `Resource type: ${names[0]}`;
  return `Resource types that it can name:\n\n${list(names)}`;
}
