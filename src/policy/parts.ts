import { parseArn } from './arn';
import { parseOperator } from './conditionOperators';
import { IF_EXISTS } from './facts/conditionOperators';
import type { Span } from './syntax';
import { variablesOf } from './variables';

export type PartKind =
  | 'service'
  | 'action'
  | 'arn'
  | 'partition'
  | 'region'
  | 'account'
  | 'resourceType'
  | 'resource'
  | 'key'
  | 'tagKey'
  | 'operator'
  | 'qualifier'
  | 'variable'
  | 'wildcard';

/** A named part of a value; offsets are within the value. Parts do not overlap and are in order. */
export interface Part extends Span {
  kind: PartKind;
}

const part = (kind: PartKind, offset: number, end: number): Part[] =>
  end > offset ? [{ kind, offset, end }] : [];

/** `s3:GetObject`: service and name. */
export function actionParts(text: string): Part[] {
  const colon = text.indexOf(':');
  if (colon < 0) return part('action', 0, text.length);
  return [...part('service', 0, colon), ...part('action', colon + 1, text.length)];
}

/** `arn:partition:service:region:account:type/name`; empty for what is no ARN. */
export function arnParts(text: string): Part[] {
  const arn = parseArn(text);
  if (!arn) return [];
  const parts = part('arn', 0, 3);
  let at = 4;
  for (const kind of ['partition', 'service', 'region', 'account'] as const) {
    parts.push(...part(kind, at, at + arn[kind].length));
    at += arn[kind].length + 1;
  }
  const type = typeLength(arn.resource, arn.service);
  return [
    ...parts,
    ...part('resourceType', at, at + type),
    ...part('resource', at + type + (type > 0 ? 1 : 0), text.length),
  ];
}

/** Of `role/name` and `function:name`. In ARNs of Amazon S3 and the like the name comes at once. */
function typeLength(resource: string, service: string): number {
  if (service === 's3' || service === 'sns' || service === 'sqs') return 0;
  return /^[a-z][a-z-]*(?=[/:])/i.exec(resource)?.[0].length ?? 0;
}

/** `aws:RequestTag/team`: prefix, key and tag key. */
export function keyParts(text: string): Part[] {
  const colon = text.indexOf(':');
  const start = colon + 1;
  const slash = text.indexOf('/', start);
  const end = slash < 0 ? text.length : slash;
  return [
    ...part('service', 0, Math.max(colon, 0)),
    ...part('key', start, end),
    ...(slash < 0 ? [] : part('tagKey', slash + 1, text.length)),
  ];
}

/** `ForAnyValue:StringLikeIfExists`: set qualifier, operator and suffix. */
export function operatorParts(text: string): Part[] {
  const { ifExists } = parseOperator(text);
  const start = text.indexOf(':') + 1;
  const end = text.length - (ifExists ? IF_EXISTS.length : 0);
  return [
    ...part('qualifier', 0, Math.max(start - 1, 0)),
    ...part('operator', start, end),
    ...part('qualifier', end, text.length),
  ];
}

/** Parts with the policy variables and, if wanted, the wildcards of the text cut out of them. */
export function cutOut(parts: readonly Part[], text: string, wildcards: boolean): Part[] {
  const inner: Part[] = text.includes('${')
    ? variablesOf(text).map(({ offset, end }) => ({ kind: 'variable', offset, end }))
    : [];
  if (wildcards) {
    inner.push(...plainWildcards(text));
    inner.sort((a, b) => a.offset - b.offset);
  }
  if (inner.length === 0) return [...parts];
  const outer = parts.flatMap((each) => without(each, inner));
  return [...outer, ...inner].sort((a, b) => a.offset - b.offset);
}

/** Runs of `*` and `?` that stand outside of `${…}`. */
function plainWildcards(text: string): Part[] {
  const found: Part[] = [];
  for (const match of text.matchAll(/\$\{[^}]*\}?|[*?]+/g)) {
    if (match[0].startsWith('$')) continue;
    found.push({ kind: 'wildcard', offset: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** What is left of a part beside spans, which are in order. */
function without({ kind, offset, end }: Part, spans: readonly Span[]): Part[] {
  const left: Part[] = [];
  let at = offset;
  for (const span of spans) {
    if (span.end <= at) continue;
    if (span.offset >= end) break;
    left.push(...part(kind, at, Math.min(span.offset, end)));
    at = Math.max(at, span.end);
  }
  return [...left, ...part(kind, at, end)];
}
