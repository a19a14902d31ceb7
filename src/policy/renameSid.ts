import type { PolicyDocument } from './document';
import { replaceString } from './edit';
import { grammarOfKind } from './facts/grammar';
import type { TextEdit } from './finding';
import { kindLabels, type PolicyKind } from './kind';
import type { Span, StringNode } from './syntax';
import { contentsOf } from './valueOffsets';

/** Why something cannot be renamed, in a sentence. */
export interface Refusal {
  refused: string;
}

const ONLY_SIDS: Refusal = {
  refused: 'Only the Sid of a statement can be renamed: other names are AWS’s own.',
};

function sidAt({ statements }: PolicyDocument, offset: number): StringNode | undefined {
  return statements.find(({ sid }) => sid && sid.offset <= offset && offset <= sid.end)?.sid;
}

/** The Sid at an offset without its quotes, or why there is nothing to rename. */
export function renameTarget(document: PolicyDocument, offset: number): Span | Refusal {
  const sid = sidAt(document, offset);
  return sid ? contentsOf(sid) : ONLY_SIDS;
}

/**
 * Gives the statement at an offset another Sid: not empty, unique in the policy, of the characters
 * that the kind of policy takes.
 * See https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html
 */
export function renameSid(
  document: PolicyDocument,
  offset: number,
  name: string,
  kind: PolicyKind,
): TextEdit[] | Refusal {
  const sid = sidAt(document, offset);
  if (!sid) return ONLY_SIDS;
  if (name === '') return { refused: 'A Sid has at least one character.' };
  const allowed = kind === 'unknown' ? undefined : grammarOfKind[kind].sid;
  if (allowed && !allowed.test(name)) {
    const label = kindLabels[kind].toLowerCase();
    return { refused: `A Sid of this kind of policy (${label}) has letters and digits only.` };
  }
  const taken = document.statements.some((other) => other.sid !== sid && other.sid?.value === name);
  if (taken) return { refused: `Another statement has the Sid ${name}.` };
  return name === sid.value ? [] : [replaceString(sid, name)];
}
