import type { PolicyRef } from '../iam/model';

export const POLICY_SCHEME = 'iam';

/** What the path of an `iam:` URI says: which policy of which connection. It never holds a secret. */
export interface PolicyAddress {
  connectionId: string;
  ref: PolicyRef;
}

/** "FullControl — group RightScaleDash": the last segment, for the editor's tab shows that one. */
export function policyTitle(ref: PolicyRef): string {
  if (ref.kind === 'inline') return `${ref.policyName} — ${ref.holder.kind} ${ref.holder.name}`;
  const name = ref.arn.slice(ref.arn.lastIndexOf('/') + 1);
  return `${name} — managed policy${ref.versionId === undefined ? '' : ` ${ref.versionId}`}`;
}

/**
 * The path of a policy's document: `/policies/<connection>/inline/<kind>/<holder>/<policy>/<title>`
 * or `/policies/<connection>/managed/<ARN>/<version or default>/<title>`, every part
 * percent-encoded except the title, which is for people only.
 */
export function policyPath({ connectionId, ref }: PolicyAddress): string {
  const parts =
    ref.kind === 'inline'
      ? ['inline', ref.holder.kind, ref.holder.name, ref.policyName]
      : ['managed', ref.arn, ref.versionId ?? 'default'];
  const encoded = ['policies', connectionId, ...parts].map(encodePart);
  return `/${encoded.join('/')}/${policyTitle(ref)}`;
}

/** The reverse of {@link policyPath}; undefined for a path that it did not make. */
export function parsePolicyPath(path: string): PolicyAddress | undefined {
  const [, root, connectionId, kind, ...rest] = path.split('/').map(decodePart);
  if (root !== 'policies' || !connectionId) return undefined;
  if (kind === 'inline') {
    const [holderKind, name, policyName] = rest;
    if ((holderKind !== 'user' && holderKind !== 'group') || !name || !policyName) return undefined;
    return { connectionId, ref: { kind, holder: { kind: holderKind, name }, policyName } };
  }
  const [arn, version] = rest;
  if (kind !== 'managed' || !arn || !version) return undefined;
  return {
    connectionId,
    ref: version === 'default' ? { kind, arn } : { kind, arn, versionId: version },
  };
}

/** A user may be called `..`, which must not climb in the path. */
function encodePart(part: string): string {
  if (/^\.+$/.test(part)) return part.replaceAll('.', '%2E');
  // A colon is allowed in a path, and people read it.
  return encodeURIComponent(part).replaceAll('%3A', ':');
}

/** Undefined parts make the path one that names nothing, rather than an exception in the editor. */
function decodePart(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
