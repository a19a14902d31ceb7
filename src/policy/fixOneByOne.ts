import { applyEdits, type Finding, type Fix, type TextEdit } from './finding';
import { Patch } from './patch';

export interface FixingOptions {
  /** Every finding of a text. */
  check: (text: string) => readonly Finding[];
  /** The fix to apply to a finding; none leaves it. */
  choose: (finding: Finding) => Fix | undefined;
  /** Asked before each fix; true ends the work with what was done so far. */
  shouldStop?: () => boolean;
}

/**
 * Fixes one finding after the other, each in the text that the one before left, as a person would:
 * fixes that overlap or that make others needless do no harm. One that does not make the findings
 * fewer is left out.
 * @returns edits of the text that do it all at once
 */
export function fixOneByOne(
  text: string,
  { check, choose, shouldStop = () => false }: FixingOptions,
): TextEdit[] {
  const patch = new Patch(text);
  const fixesOf = (now: string) => check(now).flatMap((finding) => choose(finding) ?? []);
  let fixes = fixesOf(text);
  let passed = 0;
  for (let fix = fixes[passed]; fix && !shouldStop(); fix = fixes[passed]) {
    const { edits } = fix;
    const left = fixesOf(applyEdits(patch.text, edits));
    if (left.length >= fixes.length) {
      passed++;
    } else {
      patch.apply(edits);
      fixes = left;
    }
  }
  return patch.edits();
}
