import type { Check } from '../check';
import { replaceString } from '../edit';
import { servicesMatching } from '../expand';
import { nearest } from '../nearest';
import { hasWildcard } from '../pattern';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
export const invalidServiceInAction: Check = {
  code: 'INVALID_SERVICE_IN_ACTION',
  severity: 'error',
  title: 'Unknown service in an action',
  description:
    'No service has this prefix. An error where the spelling is clearly wrong; a warning where the service catalog may only be older than the service, or the service is gone.',
  action({ text, node, service, name }, report, { catalog }) {
    if (service === '' || servicesMatching(catalog, service).length > 0) return;
    const names = catalog.services.map(({ prefix }) => prefix);
    const near = hasWildcard(service) ? undefined : nearest(service, names);
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
                preferred: sure,
              },
            ]
          : [],
      },
    );
  },
};
