import type { Arn } from '../arn';
import type { PolicyDocument } from '../document';
import { partitions, REGION_SHAPE } from '../facts/partitions';

/** What a document says about the world it is for; the most used value of each kind first. */
export interface DocumentValues {
  partitions: readonly string[];
  regions: readonly string[];
  accounts: readonly string[];
  organizations: readonly string[];
  canonicalUsers: readonly string[];
  tagKeys: readonly string[];
}

const ACCOUNT = /^\d{12}$/;
const ORGANIZATION = /^o-[a-z0-9]{10,32}/;
const CANONICAL_USER = /^[0-9a-f]{64}$/;
/** Keys that have a tag key after the slash. */
const TAG = /^[\w-]+:\w*tag\/([^$<*?{]+)$/i;

class Counts {
  private readonly counts = new Map<string, number>();

  add(value: string): void {
    this.counts.set(value, (this.counts.get(value) ?? 0) + 1);
  }

  sorted(): string[] {
    return [...this.counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
  }
}

const known = new WeakMap<PolicyDocument, DocumentValues>();

export function documentValues(document: PolicyDocument): DocumentValues {
  let values = known.get(document);
  if (!values) {
    values = collect(document);
    known.set(document, values);
  }
  return values;
}

function collect({ statements }: PolicyDocument): DocumentValues {
  const [inPartitions, inRegions, accounts, organizations, canonicalUsers, tagKeys] = Array.from(
    { length: 6 },
    () => new Counts(),
  ) as [Counts, Counts, Counts, Counts, Counts, Counts];
  const addArn = ({ partition, region, account }: Arn) => {
    if (partitions.some(({ id }) => id === partition)) inPartitions.add(partition);
    if (REGION_SHAPE.test(region)) inRegions.add(region);
    if (ACCOUNT.test(account)) accounts.add(account);
  };
  for (const { resources, principals, conditions } of statements) {
    for (const { arn } of [...resources, ...principals]) if (arn) addArn(arn);
    for (const { type, text } of principals) {
      if (ACCOUNT.test(text)) accounts.add(text);
      if (type === 'CanonicalUser' && CANONICAL_USER.test(text)) canonicalUsers.add(text);
    }
    for (const { key, values } of conditions) {
      const tagKey = TAG.exec(key)?.[1];
      if (tagKey !== undefined) tagKeys.add(tagKey);
      for (const node of values) {
        if (node.type !== 'string') continue;
        if (ACCOUNT.test(node.value)) accounts.add(node.value);
        if (key.toLowerCase() === 'aws:tagkeys') tagKeys.add(node.value);
        const organization = ORGANIZATION.exec(node.value)?.[0];
        if (organization !== undefined) organizations.add(organization);
      }
    }
  }
  return {
    partitions: inPartitions.sorted(),
    regions: inRegions.sorted(),
    accounts: accounts.sorted(),
    organizations: organizations.sorted(),
    canonicalUsers: canonicalUsers.sorted(),
    tagKeys: tagKeys.sorted(),
  };
}
