import type { RemovedParts } from './removedParts';

/** What goes with the user or group, one line each: "2 access keys", "member of 1 group". */
export function deletionChecklist(parts: RemovedParts): string[] {
  const { kind, memberships } = parts;
  const membership =
    kind === 'user'
      ? memberships.length > 0 && `member of ${count(memberships.length, 'group')}`
      : memberships.length > 0 && count(memberships.length, 'member');
  const lines = [
    some(parts.accessKeys, 'access key'),
    some(parts.certificates, 'signing certificate'),
    parts.hasLoginProfile && 'a console password',
    membership,
    some(parts.inlinePolicies, 'inline policy', 'inline policies'),
    some(parts.attachedPolicies, 'attached policy', 'attached policies'),
  ];
  return lines.filter((line) => line !== false);
}

function some(items: unknown[], one: string, many = `${one}s`): string | false {
  return items.length > 0 && count(items.length, one, many);
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;
}
