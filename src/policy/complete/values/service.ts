import { viaServices } from '../../facts/conditionKeyValues';
import { servicePrincipalKeys, viaServiceKeys } from '../../facts/servicePrincipals';
import { arnDefaults } from '../arnTemplate';
import { escapeSnippet } from '../snippetText';
import { servicePrincipalProposals } from '../servicePrincipal';
import type { Proposal } from '../item';
import type { ValueSource } from './source';

const principalKeys = new Set(servicePrincipalKeys.map((key) => key.toLowerCase()));
const regionalKeys = new Set(viaServiceKeys.map((key) => key.toLowerCase()));

/** Service principals, and the regional names of services that AWS KMS is called through. */
export const services: ValueSource = ({ key, place: { before } }, context) => {
  if (principalKeys.has(key) || key.endsWith(':passedtoservice')) {
    return servicePrincipalProposals(context.catalog);
  }
  if (!regionalKeys.has(key)) return [];
  const region = arnDefaults(context).region ?? 'Region';
  return viaServices.map((service): Proposal => {
    const typed = /^([a-z0-9-]+)\.([^.]*)/.exec(before);
    const written = typed?.[1] === service ? typed[2] : undefined;
    return {
      label: `${service}.\${Region}.amazonaws.com`,
      kind: 'value',
      rank: 0,
      filterText: `${service}.${written ?? region}.amazonaws.com`,
      template: `${service}.\${1:${escapeSnippet(written || region)}}.amazonaws.com`,
    };
  });
};
