/** Things by a key that is compared without regard to case, and in the order of their names. */
export class NameIndex<T extends { name: string }> {
  private readonly byKey = new Map<string, T>();
  private sorted: readonly T[] | undefined = [];
  private counter = 0;

  /** @param keyOf what tells two things apart: the name where that is unique, else the ARN. */
  constructor(private readonly keyOf: (item: T) => string) {}

  /** Sorted by name without regard to case. The same array until something changes. */
  get items(): readonly T[] {
    this.sorted ??= sortByName([...this.byKey.values()]);
    return this.sorted;
  }

  /** Changes with every change. */
  get version(): number {
    return this.counter;
  }

  get(key: string): T | undefined {
    return this.byKey.get(key.toLowerCase());
  }

  set(...items: T[]): void {
    for (const item of items) this.byKey.set(this.keyOf(item).toLowerCase(), item);
    this.touch();
  }

  /** Adds a thing unless it is there: what is there was read from AWS and may be newer. */
  addMissing(item: T): void {
    if (!this.byKey.has(this.keyOf(item).toLowerCase())) this.set(item);
  }

  delete(key: string): void {
    if (this.byKey.delete(key.toLowerCase())) this.touch();
  }

  /** Puts what `change` makes of a thing in its place; nothing happens when it is not there. */
  update(key: string, change: (item: T) => T): void {
    const item = this.get(key);
    if (!item) return;
    this.byKey.delete(key.toLowerCase());
    this.set(change(item));
  }

  private touch(): void {
    this.sorted = undefined;
    this.counter++;
  }
}

function sortByName<T extends { name: string }>(items: T[]): T[] {
  const keyed = items.map((item) => ({ key: item.name.toLowerCase(), item }));
  keyed.sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0));
  return keyed.map(({ item }) => item);
}
