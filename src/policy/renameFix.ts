import { replaceString } from './edit';
import type { Fix } from './finding';
import type { StringNode } from './syntax';

/**
 * The fix that gives a key another name; none where the object has that one already, in whatever
 * case, for then it would be there twice.
 */
export function renameFix(
  key: StringNode,
  name: string,
  { title = `Change to ${name}`, ...rest }: Partial<Omit<Fix, 'edits'>> = {},
): Fix[] {
  const property = key.parent?.type === 'property' ? key.parent : undefined;
  const lower = name.toLowerCase();
  const taken = property?.parent.properties.some(
    (other) => other !== property && other.key.value.toLowerCase() === lower,
  );
  return taken ? [] : [{ title, ...rest, edits: [replaceString(key, name)] }];
}
