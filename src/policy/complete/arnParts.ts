import { regionName } from '../facts/regionNames';
import { partitions } from '../facts/partitions';
import { documentValues } from './documentValues';
import { isArnBegun, type ArnDefaults } from './arnTemplate';
import { frequentServices } from './frequentServices';
import type { CompletionContext, Proposal } from './item';

/** The next part of an ARN that is being typed: partition, service, Region or account. */
export function arnParts(
  typed: string,
  context: CompletionContext,
  defaults: ArnDefaults,
): Proposal[] {
  if (typed !== '' && !isArnBegun(typed)) return services(`arn:${defaults.partition}:`, context);
  const parts = typed.replace(/\$\{[^}]*\}?/g, '').split(':');
  const done = typed.slice(0, typed.lastIndexOf(':') + 1);
  switch (parts.length) {
    case 1:
    case 2:
      return partitions
        .filter(({ id }) => typed.startsWith('arn:') || id === defaults.partition)
        .map(({ id, name }) => part(`arn:${id}:`, name, id === defaults.partition));
    case 3:
      return services(done, context);
    case 4:
      return hasPart(context, parts[2], 'Region') ? regions(done, parts[1], context) : [];
    case 5:
      return hasPart(context, parts[2], 'Account') ? accounts(done, context) : [];
    default:
      return [];
  }
}

/** Whether ARNs of some type of a service have a Region, or an account. */
function hasPart({ catalog }: CompletionContext, service = '', name: string): boolean {
  const types = catalog.resourceTypes(service);
  return types.length === 0 || types.some(({ arn }) => arn.includes(`\${${name}`));
}

function part(label: string, detail: string, isLikely: boolean): Proposal {
  return { label, kind: 'resource', detail, rank: isLikely ? 30 : 40, continues: true };
}

function services(start: string, { catalog }: CompletionContext): Proposal[] {
  return catalog.services.map(({ prefix, name }) => ({
    ...part(`${start}${prefix}:`, name, frequentServices.has(prefix)),
    subject: { kind: 'service', prefix },
  }));
}

function regions(start: string, partition = '', { document }: CompletionContext): Proposal[] {
  const used = documentValues(document).regions;
  const known = partitions.find(({ id }) => id === partition) ?? partitions[0];
  const all = new Set([...used, ...(known?.regions ?? [])]);
  return [
    ...[...all].map((region) =>
      part(`${start}${region}:`, regionName(region) ?? 'Region', used.includes(region)),
    ),
    part(`${start}*:`, 'every Region', false),
  ];
}

function accounts(start: string, { document, account }: CompletionContext): Proposal[] {
  const own = account?.accountId;
  const all = new Set([...(own === undefined ? [] : [own]), ...documentValues(document).accounts]);
  return [
    ...[...all].map((id) =>
      part(`${start}${id}:`, id === own ? 'connected account' : 'account', true),
    ),
    part(`${start}*:`, 'every account', false),
  ];
}
