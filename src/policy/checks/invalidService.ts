import type { Catalog } from '../catalog/catalog';
import type { Check } from '../check';
import { replaceString } from '../edit';
import { servicesMatching } from '../expand';
import { type Near, nearest } from '../nearest';
import { renameFix } from '../renameFix';

/** Prefixes of ARNs and keys that stand for no service of the catalog but are there all the same. */
const others = new Set([
  'aws',
  'saml',
  'catalog',
  'identitycenter',
  'apigatewayv2',
  'aws-mcp',
  'cognito-identity-auth',
  'cognito-identity-unauth',
]);

/** https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
export const invalidService: Check = {
  code: 'INVALID_SERVICE',
  severity: 'error',
  title: 'Unknown service in an ARN or a condition key',
  description:
    'No service has this name. An error where the spelling is clearly wrong; a warning where the service catalog may only be older than the service.',
  resource({ arn, node, text }, report, { catalog }) {
    if (!arn || arn.service === '' || arn.service.includes('${')) return;
    if (others.has(arn.service.toLowerCase()) || servicesMatching(catalog, arn.service).length > 0)
      return;
    if (isArnService(catalog, arn.service)) return;
    const near = nearService(catalog, arn.service);
    const fixed = near ? text.replace(/^(arn:[^:]*:)[^:]*/, `$1${near.name}`) : undefined;
    report(node, message(arn.service, near, catalog.date), {
      severity: isSure(near, arn.service) ? 'error' : 'warning',
      fixes: fixed
        ? [{ title: `Change to ${fixed}`, edits: [replaceString(node, fixed)], preferred: true }]
        : [],
    });
  },
  condition({ key, lowerKey, keyNode }, report, { catalog }) {
    const colon = lowerKey.indexOf(':');
    const prefix = lowerKey.slice(0, Math.max(colon, 0));
    if (prefix === '' || /[./]/.test(prefix) || others.has(prefix)) return;
    if (catalog.service(prefix) || catalog.conditionKey(key)) return;
    const near = nearService(catalog, prefix);
    const fixed = near ? near.name + key.slice(colon) : undefined;
    report(keyNode, message(prefix, near, catalog.date), {
      severity: isSure(near, prefix) ? 'error' : 'warning',
      fixes:
        fixed && catalog.conditionKey(fixed) ? renameFix(keyNode, fixed, { preferred: true }) : [],
    });
  },
};

function nearService(catalog: Catalog, text: string): Near | undefined {
  return nearest(
    text,
    catalog.services.map(({ prefix }) => prefix),
  );
}

const isSure = (near: Near | undefined, text: string) => near?.distance === 1 && text.length > 3;

/** Some ARNs have another name for the service than its actions have: of those the types know. */
function isArnService(catalog: Catalog, service: string): boolean {
  return arnServices(catalog).has(service.toLowerCase());
}

const known = new WeakMap<Catalog, Set<string>>();

function arnServices(catalog: Catalog): Set<string> {
  let services = known.get(catalog);
  if (!services) {
    const arns = catalog.services.flatMap(({ prefix }) => catalog.resourceTypes(prefix));
    services = new Set(arns.map(({ arn }) => arn.split(':')[2] ?? ''));
    known.set(catalog, services);
  }
  return services;
}

const message = (service: string, near: Near | undefined, date: string) =>
  `There is no service ${service} among those known as of ${date}.${near ? ` Did you mean ${near.name}?` : ''}`;
