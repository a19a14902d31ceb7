import { parseArn, type Arn } from '../arn';
import type { ConditionEntry, PolicyDocument, PrincipalValue } from '../document';
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

const known = new WeakMap<PolicyDocument, DocumentValues>();

export function documentValues(document: PolicyDocument): DocumentValues {
  let values = known.get(document);
  if (!values) {
    values = new Collector().collect(document);
    known.set(document, values);
  }
  return values;
}

class Collector {
  private readonly counts: Record<keyof DocumentValues, Map<string, number>> = {
    partitions: new Map(),
    regions: new Map(),
    accounts: new Map(),
    organizations: new Map(),
    canonicalUsers: new Map(),
    tagKeys: new Map(),
  };

  collect({ statements }: PolicyDocument): DocumentValues {
    for (const { resources, principals, conditions } of statements) {
      for (const { arn } of resources) this.addArn(arn);
      for (const principal of principals) this.addPrincipal(principal);
      for (const condition of conditions) this.addCondition(condition);
    }
    return {
      partitions: this.sorted('partitions'),
      regions: this.sorted('regions'),
      accounts: this.sorted('accounts'),
      organizations: this.sorted('organizations'),
      canonicalUsers: this.sorted('canonicalUsers'),
      tagKeys: this.sorted('tagKeys'),
    };
  }

  private add(kind: keyof DocumentValues, value: string | undefined): void {
    if (!value) return;
    const counts = this.counts[kind];
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }

  private sorted(kind: keyof DocumentValues): string[] {
    return [...this.counts[kind]].sort((a, b) => b[1] - a[1]).map(([value]) => value);
  }

  private addArn(arn: Arn | undefined): void {
    if (!arn) return;
    const { partition, region, account } = arn;
    if (partitions.some(({ id }) => id === partition)) this.add('partitions', partition);
    if (REGION_SHAPE.test(region)) this.add('regions', region);
    if (ACCOUNT.test(account)) this.add('accounts', account);
  }

  private addPrincipal({ arn, text, type }: PrincipalValue): void {
    this.addArn(arn);
    if (ACCOUNT.test(text)) this.add('accounts', text);
    if (type === 'CanonicalUser' && CANONICAL_USER.test(text)) this.add('canonicalUsers', text);
  }

  private addCondition({ key, lowerKey, values }: ConditionEntry): void {
    this.add('tagKeys', TAG.exec(key)?.[1]);
    for (const node of values) {
      if (node.type !== 'string') continue;
      this.addArn(parseArn(node.value));
      if (ACCOUNT.test(node.value)) this.add('accounts', node.value);
      if (lowerKey === 'aws:tagkeys') this.add('tagKeys', node.value);
      this.add('organizations', ORGANIZATION.exec(node.value)?.[0]);
    }
  }
}
