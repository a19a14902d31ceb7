import type { ResourceType } from '../catalog/model';
import { accountValueTypes, type AccountValues, type AccountValueType } from './accountValues';
import type { Proposal } from './item';

/** More than these of one type are found by typing a part of their names. */
const MAX_VALUES = 500;

/** Managed policies of AWS are many. */
const AFTER_PATTERNS = 8;

/** The ARNs that the account has of a resource type, as `iam` and `s3` name them. */
export function arnsOfType(
  { name, arn }: Pick<ResourceType, 'name' | 'arn'>,
  account: AccountValues | undefined,
  typed: string,
): Proposal[] {
  if (!account) return [];
  if (arn.includes(':iam:') && isValueType(name)) return arnsOf(name, account, typed);
  if (!arn.includes(':s3:::')) return [];
  if (name === 'bucket') return arnsOf('bucket', account, typed);
  return name === 'object' ? arnsOf('bucket', account, typed, '/*') : [];
}

export function arnsOf(
  type: AccountValueType,
  account: AccountValues | undefined,
  typed: string,
  suffix = '',
): Proposal[] {
  const fitting: Proposal[] = [];
  for (const { name, arn } of account?.names(type) ?? []) {
    const label = arn + suffix;
    if (!hasLetters(label, typed)) continue;
    const isOfAws = arn.includes('::aws:');
    fitting.push({
      label,
      kind: 'resource',
      rank: isOfAws ? AFTER_PATTERNS : 0,
      // No detail: beside it, the list has no room for the name at the end of the ARN.
      subject: { kind: 'text', text: `${name} · ${whatIs(type, suffix, isOfAws)}` },
    });
    if (fitting.length === MAX_VALUES) break;
  }
  return fitting;
}

function whatIs(type: AccountValueType, suffix: string, isOfAws: boolean): string {
  if (isOfAws) return `${type} of AWS`;
  return suffix === '' ? `${type} of the account` : `objects of a ${type} of the account`;
}

function isValueType(name: string): name is AccountValueType {
  return (accountValueTypes as readonly string[]).includes(name);
}

/** Whether a text has the letters of another in their order, as the editor's filter wants it. */
function hasLetters(text: string, letters: string): boolean {
  const lower = text.toLowerCase();
  let at = 0;
  for (const letter of letters.toLowerCase()) {
    at = lower.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
