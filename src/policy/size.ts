import type { PolicyDocument } from './document';
import { identityQuotas, resourceQuotas, type SizeQuota } from './facts/sizeQuotas';
import { serviceOf, type PolicyKind } from './kind';

export interface PolicySize {
  /** In the quota's unit, counted as AWS counts. */
  size: number;
  quota: SizeQuota;
}

/** The quota of a kind of policy; undefined where AWS names none. `service`: of a policy of a resource. */
export function quotaOf(kind: PolicyKind, service?: string): SizeQuota | undefined {
  switch (kind) {
    case 'unknown':
      return undefined;
    case 'identity':
      return identityQuotas.managed;
    case 'resource':
      return service === undefined ? undefined : resourceQuotas.get(service);
    default:
      return identityQuotas[kind];
  }
}

/**
 * How long a policy is as AWS counts it: characters or bytes, without white space in IAM.
 * See https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length
 */
export function sizeOf(text: string, { unit, counting }: Pick<SizeQuota, 'unit' | 'counting'>) {
  if (unit === 'bytes') return Buffer.byteLength(text);
  return counting === 'as-stored' ? text.length : text.length - spaces(text);
}

/** Space, tab, carriage return and line feed. */
function spaces(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 32 || (code >= 9 && code <= 13)) count++;
  }
  return count;
}

/** Whose inline policy a document is; all of one holder share a quota. */
export type InlineHolder = 'user' | 'group' | 'role';

/** Undefined where AWS names no quota for the kind, or for the service whose resource has the policy. */
export function sizeIn(
  document: PolicyDocument,
  kind: PolicyKind,
  holder?: InlineHolder,
): PolicySize | undefined {
  const quota =
    kind === 'identity' && holder
      ? identityQuotas[holder]
      : quotaOf(kind, kind === 'resource' ? serviceOf(document) : undefined);
  return quota && { size: sizeOf(document.text, quota), quota };
}
