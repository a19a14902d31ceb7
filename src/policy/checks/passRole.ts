import { passRole, serviceRoleNamePrefixes } from '../facts/roles';
import { hasWildcard } from '../pattern';
import { wideRoleGrants } from './wideRoleGrant';

/** The name has no wildcard, or begins with that of a service, which AWS takes as meant for it. */
function isNarrow(resource: string): boolean {
  const name = resource.startsWith('role/') ? resource.slice(5) : resource;
  if (!hasWildcard(name)) return true;
  return (
    resource.startsWith('role/') &&
    serviceRoleNamePrefixes.some((prefix) => name.startsWith(prefix))
  );
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
export const passRoleChecks = wideRoleGrants({
  prefix: 'PASS_ROLE',
  severity: 'security-warning',
  action: passRole.action,
  serviceKey: passRole.serviceKey,
  effect: 'pass any other role to a service too, and use what it may do',
  isNarrow,
});
