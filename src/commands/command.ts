import type { EntityRef } from '../iam/model';
import type { Services } from '../services';

/** One entry of the palette or a menu. Its title, menus and keys are in package.json. */
export interface Command {
  /** iamWorkbench.<verbNoun> */
  id: string;
  /**
   * Runs for the tree's nodes (`node, selectedNodes`), for the tree's selection
   * (`{ fromSelection: true }`, as key bindings pass), or for nothing, which means: ask.
   * Rejects with an IamError, which the caller shows.
   */
  run: (services: Services, ...args: unknown[]) => Promise<void> | void;
}

/** The part of a tree node that commands know. */
export interface Target {
  ref: EntityRef;
}

type Kind = EntityRef['kind'];
export type RefOf<K extends Kind> = Extract<EntityRef, { kind: K }>;

function isTarget(value: unknown): value is Target {
  if (typeof value !== 'object' || value === null || !('ref' in value)) return false;
  return typeof value.ref === 'object' && value.ref !== null;
}

function asksForSelection(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'fromSelection' in value;
}

/** What the command was called on, of any kind; empty when it was called from the palette. */
export function targetRefs(services: Services, args: readonly unknown[]): EntityRef[] {
  const [first, selected] = args;
  if (asksForSelection(first)) return [...services.tree.selection];
  if (!isTarget(first)) return [];
  if (!Array.isArray(selected)) return [first.ref];
  const refs = selected.filter(isTarget).map(({ ref }) => ref);
  // A right click outside the selection means the clicked node alone.
  return refs.includes(first.ref) ? refs : [first.ref];
}

/** Those of {@link targetRefs} that are of one kind. */
export function targetsOf<K extends Kind>(
  services: Services,
  args: readonly unknown[],
  kind: K,
): RefOf<K>[] {
  return targetRefs(services, args).filter((ref): ref is RefOf<K> => ref.kind === kind);
}
