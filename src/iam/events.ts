/** Something that must be released when its owner goes. Shaped like vscode.Disposable. */
export interface Disposable {
  dispose(): void;
}

/** A subscription point. Shaped like vscode.Event, so the editor's side can use it as one. */
export type Event<T> = (listener: (value: T) => void) => Disposable;

/** The smallest emitter that fits {@link Event}: the account must not know the editor's own. */
export class Emitter<T> implements Disposable {
  private readonly listeners = new Set<(value: T) => void>();

  readonly event: Event<T> = (listener) => {
    this.listeners.add(listener);
    return { dispose: () => void this.listeners.delete(listener) };
  };

  fire(value: T): void {
    for (const listener of [...this.listeners]) listener(value);
  }

  dispose(): void {
    this.listeners.clear();
  }
}
