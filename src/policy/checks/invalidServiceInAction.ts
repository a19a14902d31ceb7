import type { Catalog } from '../catalog/catalog';
import type { Check } from '../check';
import { replaceString } from '../edit';
import { servicesMatching } from '../expand';
import { servicePrefixes } from '../facts/servicePrefixes';
import { nearest, type Near } from '../nearest';
import { hasWildcard } from '../pattern';
import { rememberedPerCatalog } from '../remembered';

/**
 * The prefix of a service that is known by this name elsewhere, else the one that is spelt like it;
 * one that is unknown mostly stands in many actions.
 */
const nearestService = rememberedPerCatalog(
  200,
  (catalog: Catalog, service: string): Near | undefined => {
    const alias = servicePrefixes().get(service.toLowerCase());
    // Not a slip of the fingers, and AWS has used some of these itself: a warning.
    if (alias !== undefined) return { name: alias, distance: 2 };
    return nearest(
      service,
      catalog.services.map(({ prefix }) => prefix),
    );
  },
);

/** https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
export const invalidServiceInAction: Check = {
  code: 'INVALID_SERVICE_IN_ACTION',
  severity: 'error',
  title: 'Unknown service in an action',
  description:
    'No service has this prefix. An error where the spelling is clearly wrong; a warning where the service catalog may only be older than the service, or the service is gone.',
  action({ text, node, service, name }, report, { catalog }) {
    if (service === '' || servicesMatching(catalog, service).length > 0) return;
    const near = hasWildcard(service) ? undefined : nearestService(catalog, service);
    const fits = near && (hasWildcard(name) || catalog.actionName(near.name, name) !== undefined);
    const sure = fits === true && near !== undefined && near.distance === 1 && service.length > 3;
    const suggestion = near ? `${near.name}:${name}` : undefined;
    const hint = near && suggestion ? ` Did you mean ${suggestion}?` : '';
    report(
      { offset: node.offset, end: node.end },
      sure
        ? `There is no service ${service}.${hint}`
        : `The service of ${text} is not among those known as of ${catalog.date}.${hint}`,
      {
        severity: sure ? 'error' : 'warning',
        fixes: suggestion
          ? [
              {
                title: `Change to ${suggestion}`,
                edits: [replaceString(node, suggestion)],
                preferred: fits === true,
              },
            ]
          : [],
      },
    );
  },
};
