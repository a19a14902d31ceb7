import type { Check } from '../check';
import type { PolicyDocument, Statement } from '../document';
import { replaceString } from '../edit';

function* repeated(
  document: PolicyDocument,
): Generator<Statement & { sid: NonNullable<Statement['sid']> }> {
  const seen = new Set<string>();
  for (const statement of document.statements) {
    const { sid } = statement;
    if (!sid || sid.value === '') continue;
    if (seen.has(sid.value)) yield { ...statement, sid };
    seen.add(sid.value);
  }
}

function freeSid(document: PolicyDocument, sid: string): string {
  const taken = new Set(document.statements.map((statement) => statement.sid?.value));
  const stem = sid.replace(/\d+$/, '');
  let number = 2;
  while (taken.has(`${stem}${number}`)) number++;
  return `${stem}${number}`;
}

const check = (document: PolicyDocument, report: Parameters<NonNullable<Check['document']>>[1]) => {
  for (const { sid } of repeated(document)) {
    const free = freeSid(document, sid.value);
    report(sid, `Another statement of the policy has the Sid ${JSON.stringify(sid.value)}.`, {
      fixes: [{ title: `Change to "${free}"`, edits: [replaceString(sid, free)], preferred: true }],
    });
  }
};

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html */
export const uniqueSidsRequired: Check = {
  code: 'UNIQUE_SIDS_REQUIRED',
  severity: 'error',
  title: 'Sid used twice',
  description: 'Each Sid of the policy must be unique. AWS refuses the document.',
  kinds: ['identity', 'scp', 'rcp', 'boundary', 'session'],
  document: check,
};

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html */
export const uniqueSidsRecommended: Check = {
  code: 'UNIQUE_SIDS_RECOMMENDED',
  severity: 'warning',
  title: 'Sid used twice',
  description:
    'Each Sid of a policy should be unique; some services refuse the document otherwise.',
  kinds: ['resource', 'trust', 'endpoint', 'unknown'],
  document: check,
};
