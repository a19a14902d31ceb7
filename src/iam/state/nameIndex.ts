/** Things by a key that is compared without regard to case, and in the order of their names. */
export class NameIndex<T extends { name: string; id: string }> {
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

  /** @param id takes away that one only, not another one that has its name now. */
  delete(key: string, id?: string): void {
    if (this.isMeant(key, id) && this.byKey.delete(key.toLowerCase())) this.touch();
  }

  /**
   * Puts what `change` makes of a thing in its place; nothing happens when it is not there.
   * @param id changes that one only, not another one that has its name now.
   */
  update(key: string, change: (item: T) => T, id?: string): void {
    const item = this.get(key);
    if (!item || !this.isMeant(key, id)) return;
    this.byKey.delete(key.toLowerCase());
    this.set(change(item));
  }

  /** False when another thing than the one with this id has the key. */
  isMeant(key: string, id: string | undefined): boolean {
    const item = this.get(key);
    return id === undefined || item === undefined || item.id === id;
  }

  private touch(): void {
    this.sorted = undefined;
    this.counter++;
  }
}

/** In the order of the names, without regard to case. */
export function sortByName<T extends { name: string }>(items: T[]): T[] {
  const keyed = items.map((item) => ({ key: item.name.toLowerCase(), item }));
  keyed.sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0));
  return keyed.map(({ item }) => item);
}
