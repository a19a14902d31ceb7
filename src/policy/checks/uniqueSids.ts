import type { Check } from '../check';
import type { PolicyDocument, Statement } from '../document';
import { replaceString } from '../edit';
import { freeSid, takenSids } from '../sid';

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

const check: NonNullable<Check['document']> = (document, report) => {
  const taken = takenSids(document);
  for (const { sid } of repeated(document)) {
    const free = freeSid(sid.value, taken);
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
