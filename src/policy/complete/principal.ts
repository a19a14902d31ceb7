import { servicePrincipals } from '../facts/servicePrincipals';
import type { Completer } from './item';

/** Service principals; everyone under AWS, which is all that is known without an account. */
export const completePrincipal: Completer<'principal'> = ({ type, siblings }) => {
  const values = type === 'Service' ? [...servicePrincipals()] : type === 'AWS' ? ['*'] : [];
  return values
    .filter((value) => !siblings.includes(value))
    .map((label) => ({ label, kind: 'value', rank: 0 }));
};
