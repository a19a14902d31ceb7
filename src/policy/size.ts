import { identityQuotas, resourceQuotas, type SizeQuota } from './facts/sizeQuotas';
import type { PolicyKind } from './kind';

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

/** Undefined for a kind without a quota. */
export function measure(text: string, kind: PolicyKind, service?: string): PolicySize | undefined {
  const quota = quotaOf(kind, service);
  return quota && { size: sizeOf(text, quota), quota };
}
