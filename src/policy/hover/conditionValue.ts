import { isPrivate, lastText, networkText, parseRange, sizeOf } from '../addresses';
import { parseOperator, type ParsedOperator } from '../conditionOperators';
import { describeArn } from '../describeArn';
import { partitions } from '../facts/partitions';
import { servicePrincipals } from '../facts/servicePrincipals';
import { keyFacts } from '../keyFacts';
import { code, escapeMarkdown, list, paragraphs } from '../markdown';
import { hasPlainWildcard } from '../variables';
import type { HoverContext, Hoverer } from './hover';

/** What is said of a value by its looks, in order: the first that knows it. */
const readers: readonly ((text: string, context: HoverContext) => string | undefined)[] = [
  (text, { catalog }) => describeArn(catalog, text),
  (text) => (/^\d{12}$/.test(text) ? `AWS account ${code(text)}.` : undefined),
  regionText,
  (text) =>
    servicePrincipals().has(text.toLowerCase())
      ? `**Service principal** ${code(text)}.`
      : undefined,
];

export const hoverConditionValue: Hoverer<'conditionValue'> = (location, context) => {
  const { node, operator, key } = location;
  if (!node || node.type === 'object' || node.type === 'array') return undefined;
  const parsed = parseOperator(operator);
  const text = node.value;
  const said = byOperator(text, parsed) ?? readers.map((read) => read(text, context)).find(Boolean);
  return paragraphs(
    `${code(key)} · ${code(operator)}${parsed.known ? `: ${escapeMarkdown(lowerFirst(parsed.known.text))}` : ''}`,
    said,
    text.startsWith('arn:') && said ? undefined : wildcardText(text, parsed),
    secondsText(text, key, context),
  );
};

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** What the operator makes of the value. */
function byOperator(text: string, { known }: ParsedOperator): string | undefined {
  if (known?.name === 'Null') return nullText(text);
  switch (known?.type) {
    case 'IPAddress':
      return rangeText(text);
    case 'Date':
      return dateText(text);
    default:
      return undefined;
  }
}

function nullText(text: string): string | undefined {
  if (text === 'true') return 'The request must **not** have the key.';
  return text === 'false' ? 'The request must have the key, with a value.' : undefined;
}

/** First and last address and how many there are. */
function rangeText(text: string): string {
  const range = parseRange(text);
  if (!range) return `${code(text)} is neither an IP address nor a range in CIDR notation.`;
  const size = sizeOf(range);
  const first = networkText(range).split('/')[0] ?? '';
  const addresses =
    size === 1n
      ? 'One address.'
      : `From ${code(first)} to ${code(lastText(range))}: ${size.toLocaleString('en')} addresses.`;
  return paragraphs(
    addresses,
    isPrivate(range)
      ? 'Private: no request comes from there, except through a VPC endpoint, where the key is `aws:VpcSourceIp`.'
      : undefined,
  );
}

/** Made when a date is first shown: that alone takes milliseconds. */
let dateFormat: Intl.DateTimeFormat | undefined;

function inWords(date: Date): string {
  dateFormat ??= new Intl.DateTimeFormat('en', {
    dateStyle: 'full',
    timeStyle: 'long',
    timeZone: 'UTC',
    hourCycle: 'h23',
  });
  return dateFormat.format(date);
}

/**
 * ISO 8601 as https://www.w3.org/TR/NOTE-datetime has it, or seconds since 1970; AWS takes a date
 * without a time for its first second.
 */
function dateText(text: string): string {
  const iso = /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?)?)?$/;
  const epoch = /^\d{5,}$/.test(text);
  const date = epoch ? new Date(Number(text) * 1000) : new Date(iso.test(text) ? text : NaN);
  if (Number.isNaN(date.getTime())) {
    return `${code(text)} is no date. Write one such as ${code('2026-12-31T23:59:59Z')}.`;
  }
  return `${escapeMarkdown(inWords(date))}.`;
}

function regionText(text: string): string | undefined {
  const partition = partitions.find(({ regions }) => regions.includes(text));
  return partition && `Region ${code(text)} of ${escapeMarkdown(partition.name)}.`;
}

function wildcardText(text: string, { known }: ParsedOperator): string | undefined {
  if (!known || !hasPlainWildcard(text)) return undefined;
  if (known.wildcards) return '`*` stands for any characters, `?` for one.';
  return known.type === 'String'
    ? `**No wildcard here**: ${escapeMarkdown(known.name)} compares ${code('*')} and ${code('?')} as they are.`
    : undefined;
}

const AGE_KEYS = ['aws:multifactorauthage', 's3:signatureage'];

/** Long times in words: keys that are ages count in seconds, of Amazon S3 in milliseconds. */
function secondsText(text: string, key: string, { catalog }: HoverContext): string | undefined {
  const lower = key.toLowerCase();
  if (!AGE_KEYS.includes(lower) || !/^\d{1,15}$/.test(text)) return undefined;
  if (keyFacts(catalog, lower)?.type !== 'Numeric') return undefined;
  const seconds = Number(text) / (lower.startsWith('s3:') ? 1000 : 1);
  const units = [
    ['days', 86_400],
    ['hours', 3_600],
    ['minutes', 60],
  ] as const;
  const unit = units.find(([, length]) => seconds >= 2 * length);
  return unit && list([`${(seconds / unit[1]).toLocaleString('en')} ${unit[0]}`]);
}
