import { openContainer, type ByteSource } from './container';
import { detailsOf, typeOf } from './details';
import type { GlobalSegment, ServiceDetails, ServiceSegment } from './details';
import { remembered } from '../remembered';
import type {
  AccessLevel,
  Action,
  ActionName,
  CatalogSource,
  ConditionKey,
  ResourceType,
  Service,
} from './model';

/**
 * Services, actions, resource types and condition keys of AWS as of {@link date}. Every look-up
 * takes names in any case. Details of a service are read when first asked for and kept.
 */
export interface Catalog {
  /** Day that the data was taken from AWS, as 2026-09-26. */
  readonly date: string;
  readonly sources: readonly CatalogSource[];
  readonly services: readonly Service[];
  service(prefix: string): Service | undefined;
  /** Sorted by name; empty for an unknown service. */
  actionNames(service: string): readonly ActionName[];
  actionName(service: string, name: string): ActionName | undefined;
  action(service: string, name: string): Action | undefined;
  resourceTypes(service: string): readonly ResourceType[];
  /** Keys that a service defines or takes, global ones that it sends among them. */
  conditionKeys(service: string): readonly ConditionKey[];
  readonly globalConditionKeys: readonly ConditionKey[];
  /** A key as it stands in a policy: `aws:RequestTag/team` finds `aws:RequestTag/${TagKey}`. */
  conditionKey(key: string): ConditionKey | undefined;
  /** Key prefixes that are no service (identity providers, `saml`), with the services that send them. */
  readonly foreignPrefixes: Readonly<Record<string, readonly string[]>>;
  /** Services whose actions resource control policies apply to. */
  readonly rcpServices: readonly string[];
}

const levels: Record<string, AccessLevel> = {
  l: 'List',
  r: 'Read',
  w: 'Write',
  t: 'Tagging',
  p: 'Permissions management',
};

interface Row {
  service: Service;
  number: number;
  actions: string;
  letters: string;
  names?: ActionName[];
  byName?: Map<string, ActionName>;
  details?: ServiceDetails;
}

/** Throws an Error when the bytes are no catalog. */
export function openCatalog(source: ByteSource): Catalog {
  return new LazyCatalog(source);
}

class LazyCatalog implements Catalog {
  readonly date: string;
  readonly sources: readonly CatalogSource[];
  readonly rcpServices: readonly string[];
  readonly services: readonly Service[];
  private readonly rows = new Map<string, Row>();
  /** Answers by key as written: each is asked for by many checks. */
  private readonly askedKey = remembered(2_000, (key) => this.findConditionKey(key.toLowerCase()));
  private readonly container;
  private globals: { keys: ConditionKey[]; byKey: Map<string, ConditionKey> } | undefined;
  private foreign: Record<string, string[]> = {};

  constructor(source: ByteSource) {
    this.container = openContainer(source);
    const { date, sources, rcpServices } = this.container.header;
    this.date = date;
    this.sources = sources;
    this.rcpServices = rcpServices;
    this.services = this.container.index.split('\n').map((line, number) => {
      const [prefix = '', name = '', actions = '', letters = ''] = line.split('\t');
      const service = { prefix, name };
      this.rows.set(prefix, { service, number, actions, letters });
      return service;
    });
  }

  service(prefix: string): Service | undefined {
    return this.row(prefix)?.service;
  }

  actionNames(service: string): readonly ActionName[] {
    const row = this.row(service);
    return row ? namesOf(row) : [];
  }

  actionName(service: string, name: string): ActionName | undefined {
    const row = this.row(service);
    if (!row) return undefined;
    row.byName ??= indexByName(namesOf(row));
    return row.byName.get(name) ?? row.byName.get(name.toLowerCase());
  }

  action(service: string, name: string): Action | undefined {
    const known = this.actionName(service, name);
    return known && this.details(service)?.action(known);
  }

  resourceTypes(service: string): readonly ResourceType[] {
    return this.details(service)?.resourceTypes ?? [];
  }

  conditionKeys(service: string): readonly ConditionKey[] {
    return this.details(service)?.keys ?? [];
  }

  get globalConditionKeys(): readonly ConditionKey[] {
    return this.globalTable().keys;
  }

  get foreignPrefixes(): Readonly<Record<string, readonly string[]>> {
    this.globalTable();
    return this.foreign;
  }

  conditionKey(key: string): ConditionKey | undefined {
    return this.askedKey(key);
  }

  private findConditionKey(lower: string): ConditionKey | undefined {
    const prefix = lower.slice(0, Math.max(lower.indexOf(':'), 0));
    const own = this.details(prefix)?.conditionKeys;
    return (
      find(this.globalTable().byKey, lower) ??
      (own && find(own, lower)) ??
      this.foreignKey(lower, prefix)
    );
  }

  /** Keys of identity providers and of SAML are listed with the service that takes them. */
  private foreignKey(lower: string, prefix: string): ConditionKey | undefined {
    if (prefix === '' || this.rows.has(prefix)) return undefined;
    this.globalTable();
    const services = new Set(Object.values(this.foreign).flat());
    for (const service of services) {
      const keys = this.details(service)?.conditionKeys;
      const found = keys && find(keys, lower);
      if (found) return found;
    }
    return undefined;
  }

  private row(prefix: string): Row | undefined {
    return this.rows.get(prefix) ?? this.rows.get(prefix.toLowerCase());
  }

  private details(service: string): ServiceDetails | undefined {
    const row = this.row(service);
    if (!row) return undefined;
    row.details ??= detailsOf(
      row.service.prefix,
      namesOf(row),
      this.container.segment(row.number) as ServiceSegment,
    );
    return row.details;
  }

  private globalTable() {
    if (this.globals) return this.globals;
    const last = this.container.segmentCount - 1;
    const segment = this.container.segment(last) as GlobalSegment;
    const keys = segment.keys.map(([key, description, type, category, link]) => ({
      key,
      description,
      category,
      ...typeOf(type),
      ...(link ? { documentation: link } : {}),
    }));
    this.foreign = segment.foreignPrefixes;
    this.globals = { keys, byKey: new Map(keys.map((key) => [key.key.toLowerCase(), key])) };
    return this.globals;
  }
}

function namesOf(row: Row): ActionName[] {
  row.names ??=
    row.actions === ''
      ? []
      : row.actions.split('|').map((name, i) => {
          const letter = row.letters[i] ?? '';
          return {
            service: row.service.prefix,
            name,
            accessLevel: levels[letter.toLowerCase()] ?? 'Write',
            hasResourceTypes: letter < 'a',
          };
        });
  return row.names;
}

/** By the name as AWS spells it and in lower case, so that the usual spelling needs no conversion. */
function indexByName(names: readonly ActionName[]): Map<string, ActionName> {
  const byName = new Map<string, ActionName>();
  for (const name of names) {
    byName.set(name.name, name);
    byName.set(name.name.toLowerCase(), name);
  }
  return byName;
}

/**
 * Exactly, or else with `${…}` or `<…>` in the known key standing for any text that is not empty:
 * at the end after a slash in most keys, in the middle in a few.
 */
function find(keys: Map<string, ConditionKey>, lower: string): ConditionKey | undefined {
  const exact = keys.get(lower);
  if (exact) return exact;
  for (const [name, key] of keys) {
    const start = name.search(/\$\{|</);
    if (start < 0 || !lower.startsWith(name.slice(0, start))) continue;
    const tail = name.slice(Math.max(name.lastIndexOf('}'), name.lastIndexOf('>')) + 1);
    if (lower.length > start + tail.length && lower.endsWith(tail)) return key;
  }
  return undefined;
}
