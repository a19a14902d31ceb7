import { oidcProviders } from '../../facts/federation';
import { escapeSnippet } from '../snippetText';
import { value, type ValueSource } from './source';

/** What stands for the customer's own names in a subject or audience. */
const names = /[A-Z][A-Z-]{2,}/g;

/** Audiences and subjects of the providers that are known, with tab stops for one's own names. */
export const providers: ValueSource = ({ key }) => {
  const colon = key.lastIndexOf(':');
  const provider = oidcProviders.find(({ host }) => host === key.slice(0, colon));
  const claim = key.slice(colon + 1);
  const text = claim === 'aud' ? provider?.audience : claim === 'sub' ? provider?.subject : '';
  if (!provider || !text) return [];
  let stops = 0;
  const template = escapeSnippet(text).replace(names, (name) => `\${${++stops}:${name}}`);
  return [{ ...value(text, 0, provider.name), ...(stops > 0 ? { template } : {}) }];
};
