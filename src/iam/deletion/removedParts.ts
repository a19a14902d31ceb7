import { asObject, textOf, type Json, type JsonObject } from '../json';
import type { AttachedPolicy, PolicyHolder } from '../model';

/**
 * Everything that a deletion takes away, as it was: the journal's input, and the document that the
 * person may keep. Plain data without a secret.
 */
export interface RemovedParts {
  kind: PolicyHolder['kind'];
  name: string;
  path: string;
  arn: string;
  id: string;
  created: string;
  /** Of a user: the groups; of a group: the members. */
  memberships: string[];
  inlinePolicies: { name: string; document: string }[];
  attachedPolicies: AttachedPolicy[];
  accessKeys: { id: string; status: string; created: string; lastUsed?: string }[];
  certificates: { id: string; status: string; body: string }[];
  hasLoginProfile: boolean;
  permissionsBoundary?: string;
  tags: { key: string; value: string }[];
}

export function partsToJson(parts: RemovedParts): JsonObject {
  return JSON.parse(JSON.stringify(parts)) as JsonObject;
}

/** Reads the parts from a journal; undefined when it does not hold them. */
export function partsFromJson(json: JsonObject): RemovedParts | undefined {
  const name = textOf(json, 'name');
  const kind = textOf(json, 'kind');
  if (name === undefined || (kind !== 'user' && kind !== 'group')) return undefined;
  const text = (key: string): string => textOf(json, key) ?? '';
  return {
    kind,
    name,
    path: text('path'),
    arn: text('arn'),
    id: text('id'),
    created: text('created'),
    memberships: list(json.memberships).filter((each) => typeof each === 'string'),
    inlinePolicies: records(json.inlinePolicies, 'name', 'document'),
    attachedPolicies: records(json.attachedPolicies, 'name', 'arn'),
    accessKeys: records(json.accessKeys, 'id', 'status', 'created'),
    certificates: records(json.certificates, 'id', 'status', 'body'),
    hasLoginProfile: json.hasLoginProfile === true,
    permissionsBoundary: textOf(json, 'permissionsBoundary'),
    tags: records(json.tags, 'key', 'value'),
  };
}

function list(json: Json | undefined): Json[] {
  return Array.isArray(json) ? json : [];
}

function records<K extends string>(json: Json | undefined, ...keys: K[]): Record<K, string>[] {
  return list(json).flatMap((each) => {
    const object = asObject(each);
    if (object === undefined || keys.some((key) => typeof object[key] !== 'string')) return [];
    return [object as Record<K, string>];
  });
}
