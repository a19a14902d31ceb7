import type { Check } from '../check';
import type { Statement } from '../document';
import { appendItem, replaceNode } from '../edit';
import { rolesAnywhere } from '../facts/federation';
import type { TextEdit } from '../finding';
import { holderOf } from '../grants';

function addActions({ elements }: Statement, names: readonly string[], text: string): TextEdit[] {
  const value = elements.get('Action')?.value;
  const items = names.map((name) => JSON.stringify(name)).join(', ');
  if (value?.type === 'array') return [appendItem(text, value, items)];
  if (value?.type !== 'string') return [];
  return [replaceNode(value, `[${JSON.stringify(value.value)}, ${items}]`)];
}

/** https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html */
export const missingActionForRolesAnywhere: Check = {
  code: 'MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY',
  severity: 'error',
  title: 'Actions that IAM Roles Anywhere needs',
  description:
    'IAM Roles Anywhere sets a source identity and tags on its sessions, so its trust policy allows sts:AssumeRole, sts:SetSourceIdentity and sts:TagSession. Otherwise no session is made.',
  kinds: ['trust'],
  statement(statement, report, { document }) {
    const { principals, elements, effect } = statement;
    const key = elements.get('Action')?.key;
    if (effect !== 'Allow' || !key) return;
    if (!principals.some(({ text }) => text === rolesAnywhere.principal)) return;
    const missing = rolesAnywhere.actions.filter(
      (action) => !holderOf(statement, 'sts', action.slice(4).toLowerCase()),
    );
    if (missing.length === 0) return;
    const edits = addActions(statement, missing, document.text);
    report(key, `IAM Roles Anywhere needs ${missing.join(' and ')} too.`, {
      fixes:
        edits.length > 0 ? [{ title: `Add ${missing.join(', ')}`, edits, preferred: true }] : [],
    });
  },
};
