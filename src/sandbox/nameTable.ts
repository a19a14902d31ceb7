import { nameKey } from './state';

/** The named things of one kind: found without regard to case, listed in one stable order. */
export class NameTable<T extends { name: string }> {
  private readonly byKey: Map<string, T>;
  private sorted: readonly T[] | undefined;

  /** `records` is the list in the account's state: what is added and removed is so there as well. */
  constructor(private readonly records: T[]) {
    this.byKey = new Map(records.map((item) => [nameKey(item.name), item]));
  }

  get size(): number {
    return this.records.length;
  }

  find(name: string): T | undefined {
    return this.byKey.get(nameKey(name));
  }

  /** Sorted by name without regard to case. */
  all(): readonly T[] {
    this.sorted ??= [...this.byKey].sort(([left], [right]) => (left < right ? -1 : 1)).map(value);
    return this.sorted;
  }

  add(item: T): void {
    this.records.push(item);
    this.byKey.set(nameKey(item.name), item);
    this.sorted = undefined;
  }

  remove(item: T): void {
    this.records.splice(this.records.indexOf(item), 1);
    this.byKey.delete(nameKey(item.name));
    this.sorted = undefined;
  }

  rename(item: T, name: string): void {
    this.byKey.delete(nameKey(item.name));
    item.name = name;
    this.byKey.set(nameKey(name), item);
    this.sorted = undefined;
  }
}

function value<T>([, item]: [string, T]): T {
  return item;
}
