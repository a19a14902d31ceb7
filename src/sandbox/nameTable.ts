import { nameKey } from './state';

/** The named things of one kind: found without regard to case, listed in one stable order. */
export class NameTable<T extends { name: string }> {
  private sorted: readonly T[] | undefined;

  constructor(private readonly records: Record<string, T>) {}

  find(name: string): T | undefined {
    const key = nameKey(name);
    return Object.hasOwn(this.records, key) ? this.records[key] : undefined;
  }

  get size(): number {
    return this.all().length;
  }

  /** Sorted by name without regard to case. */
  all(): readonly T[] {
    this.sorted ??= Object.keys(this.records)
      .sort()
      .flatMap((key) => this.records[key] ?? []);
    return this.sorted;
  }

  add(item: T): void {
    this.records[nameKey(item.name)] = item;
    this.sorted = undefined;
  }

  remove(item: T): void {
    // The record is the state as JSON keeps it, so a Map will not do.
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete
    delete this.records[nameKey(item.name)];
    this.sorted = undefined;
  }

  rename(item: T, name: string): void {
    this.remove(item);
    item.name = name;
    this.add(item);
  }
}
