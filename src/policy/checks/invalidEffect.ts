import type { Check } from '../check';
import { replaceString } from '../edit';
import { effects } from '../elements';
import { nearest } from '../nearest';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html */
export const invalidEffect: Check = {
  code: 'INVALID_EFFECT',
  severity: 'error',
  title: 'Effect is neither Allow nor Deny',
  description: 'The Effect is Allow or Deny, spelled so: case counts. AWS refuses anything else.',
  statement({ elements }, report) {
    const value = elements.get('Effect')?.value;
    if (value?.type !== 'string' || value.value === 'Allow' || value.value === 'Deny') return;
    const near = nearest(value.value, effects)?.name;
    const fixes = (near ? [near] : effects).map((effect) => ({
      title: `Change to "${effect}"`,
      edits: [replaceString(value, effect)],
      preferred: near !== undefined,
    }));
    report(value, `The Effect ${JSON.stringify(value.value)} is neither "Allow" nor "Deny".`, {
      fixes,
    });
  },
};
