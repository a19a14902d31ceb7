import { documentValues } from './documentValues';
import { escapeSnippet } from './snippetText';
import type { CompletionContext } from './item';

/** What stands for the parts of an ARN that a template leaves open. */
export interface ArnDefaults {
  partition: string;
  region?: string;
  account?: string;
}

/** Of the account, else what the document uses most. */
export function arnDefaults({ document, account }: CompletionContext): ArnDefaults {
  const { partitions, regions, accounts } = documentValues(document);
  const region = regions[0];
  const accountId = account?.accountId ?? accounts[0];
  return {
    partition: partitions[0] ?? account?.partition ?? 'aws',
    ...(region === undefined ? {} : { region }),
    ...(accountId === undefined ? {} : { account: accountId }),
  };
}

export interface FilledTemplate {
  /** The pattern with the partition in it. */
  label: string;
  /** Begins with what was typed. */
  filterText: string;
  /** What goes between the quotes, with a tab stop for each part that is open. */
  snippet: string;
  /** Characters of the pattern's fixed text that were typed: more of them mean a closer fit. */
  matched: number;
}

/** Fixed text, or the name of a part to fill in. */
type Part = { text: string } | { name: string };

const pattern = /\$\{([^}]*)\}/g;

function partsOf(template: string): Part[] {
  return template
    .split(pattern)
    .flatMap((text, i): Part[] => (i % 2 === 1 ? [{ name: text }] : text === '' ? [] : [{ text }]));
}

/**
 * A resource type's ARN (`arn:${Partition}:sqs:${Region}:${Account}:${QueueName}`) behind what was
 * typed of it. Undefined when what was typed cannot be the beginning of such an ARN.
 */
export function fillTemplate(
  template: string,
  typed: string,
  defaults: ArnDefaults,
): FilledTemplate | undefined {
  const begun = isArnBegun(typed) ? typed : '';
  const parts = partsOf(template);
  // Colons and slashes of variables are no separators.
  const masked = begun.replace(/\$\{[^}]*\}?/g, (variable) => 'x'.repeat(variable.length));
  let at = 0;
  let stops = 0;
  let rest = '';
  let snippet = '';
  let matched = 0;
  for (const [i, part] of parts.entries()) {
    if ('text' in part) {
      const length = Math.min(part.text.length, masked.length - at);
      if (masked.slice(at, at + length) !== part.text.slice(0, length)) return undefined;
      at += length;
      matched += length;
      rest += part.text.slice(length);
      snippet += escapeSnippet(part.text);
      continue;
    }
    const end = endOfPart(masked, at, parts[i + 1]);
    if (end === at && at < masked.length) return undefined;
    if (!isOnePart(masked, at, end)) return undefined;
    const value = begun.slice(at, end);
    if (end < masked.length || part.name === 'Partition') {
      snippet += escapeSnippet(value || defaults.partition);
    } else {
      const text = value || defaultOf(part.name, defaults);
      snippet += `\${${++stops}:${escapeSnippet(text)}}`;
    }
    if (value === '') rest += part.name === 'Partition' ? defaults.partition : part.name;
    at = end;
  }
  if (at < masked.length) return undefined;
  return {
    label: template.replace('${Partition}', partitionOf(begun) ?? defaults.partition),
    filterText: begun + rest,
    snippet,
    matched,
  };
}

/** Whether a text is the beginning of an ARN, or could become one. */
export function isArnBegun(typed: string): boolean {
  return typed.startsWith('arn:') || 'arn:'.startsWith(typed);
}

function partitionOf(typed: string): string | undefined {
  return /^arn:([^:]+):/.exec(typed)?.[1];
}

/** Before the resource, which begins after the fifth colon, nothing that is filled in has a colon. */
function isOnePart(typed: string, from: number, end: number): boolean {
  return !typed.slice(from, end).includes(':') || typed.slice(0, from).split(':').length > 5;
}

/** Where the typed text of an open part ends: before the next fixed text, or before as much as is there of it. */
function endOfPart(typed: string, from: number, next: Part | undefined): number {
  if (!next || !('text' in next)) return typed.length;
  const found = typed.indexOf(next.text, from);
  if (found >= 0) return found;
  for (let end = Math.max(from, typed.length - next.text.length); end < typed.length; end++) {
    if (next.text.startsWith(typed.slice(end))) return end;
  }
  return typed.length;
}

function defaultOf(name: string, { region, account }: ArnDefaults): string {
  if (name === 'Region') return region ?? name;
  if (name === 'Account' || name === 'AccountId') return account ?? name;
  return name;
}
