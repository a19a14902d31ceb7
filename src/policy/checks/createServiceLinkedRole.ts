import { createServiceLinkedRole } from '../facts/roles';
import { hasWildcard } from '../pattern';
import { wideRoleGrants } from './wideRoleGrant';

/** The service stands between the fixed path and the role's name. */
function isNarrow(resource: string): boolean {
  const { resource: path } = createServiceLinkedRole;
  if (!hasWildcard(resource)) return true;
  return resource.startsWith(path) && /^[^*?/]+\//.test(resource.slice(path.length));
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html */
export const createServiceLinkedRoleChecks = wideRoleGrants({
  prefix: 'CREATE_SLR',
  severity: 'warning',
  action: createServiceLinkedRole.action,
  serviceKey: createServiceLinkedRole.serviceKey,
  effect: 'make service-linked roles of any service',
  isNarrow,
});
