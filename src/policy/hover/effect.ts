import type { Hoverer } from './hover';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html */
const meanings: Readonly<Record<string, string>> = {
  Allow:
    '**Allow**: what the statement names is allowed, unless a Deny of any policy that applies to the request names it too.',
  Deny: '**Deny**: what the statement names is denied, whatever other statements or policies allow.',
};

export const hoverEffect: Hoverer<'effect'> = ({ text }, { kind }) => {
  const meaning = Object.hasOwn(meanings, text) ? meanings[text] : undefined;
  if (text === 'Allow' && (kind === 'scp' || kind === 'boundary')) {
    return `${meaning} A policy of this kind grants nothing by itself: it is the most that other policies can grant.`;
  }
  return meaning ?? 'The effect is `Allow` or `Deny`, spelled like that.';
};
