/**
 * IP addresses and ranges as conditions have them: an address, or one with a prefix length (CIDR).
 * See https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress
 */
export interface AddressRange {
  version: 4 | 6;
  /** The address as a number. */
  address: bigint;
  /** Bits of the prefix; of a single address all of them. */
  prefix: number;
}

/** Undefined when the text is neither an address nor a range. */
export function parseRange(text: string): AddressRange | undefined {
  const slash = text.indexOf('/');
  const host = slash < 0 ? text : text.slice(0, slash);
  const version = versionOf(host);
  if (version === undefined) return undefined;
  const bits = version === 4 ? 32 : 128;
  const length = slash < 0 ? String(bits) : text.slice(slash + 1);
  if (!/^\d{1,3}$/.test(length) || Number(length) > bits) return undefined;
  const address = version === 4 ? numberOf4(host) : numberOf6(host);
  return { version, address, prefix: Number(length) };
}

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;
const GROUP = /^[0-9a-f]{1,4}$/i;

/** Without node:net, which loads all that has to do with sockets. RFC 4291, section 2.2, for version 6. */
function versionOf(text: string): 4 | 6 | undefined {
  if (text.length > 45) return undefined;
  if (!text.includes(':')) return IPV4.test(text) ? 4 : undefined;
  const halves = text.split('::');
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const dotted = last.includes('.') && text.endsWith(last);
  if (dotted && !IPV4.test(last)) return undefined;
  const hex = dotted ? groups.slice(0, -1) : groups;
  const count = hex.length + (dotted ? 2 : 0);
  const fits = halves.length === 1 ? count === 8 : halves.length === 2 && count < 8;
  return fits && hex.every((group) => GROUP.test(group)) ? 6 : undefined;
}

function numberOf4(text: string): bigint {
  return text.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

function numberOf6(text: string): bigint {
  const dotted = /(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(text)?.[0];
  const plain = dotted === undefined ? text : `${text.slice(0, -dotted.length)}${pairs(dotted)}`;
  const [head = '', tail] = plain.split('::');
  const before = groups(head);
  const after = tail === undefined ? [] : groups(tail);
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after].reduce(
    (sum, group) => sum * 65536n + BigInt(`0x${group}`),
    0n,
  );
}

const groups = (text: string) => (text === '' ? [] : text.split(':'));

function pairs(dotted: string): string {
  const number = numberOf4(dotted);
  return `${(number / 65536n).toString(16)}:${(number % 65536n).toString(16)}`;
}

const bitsOf = (range: AddressRange) => (range.version === 4 ? 32 : 128);

/** The range's first address: what is left of the address when the bits after the prefix are zero. */
export function networkOf(range: AddressRange): bigint {
  const rest = BigInt(bitsOf(range) - range.prefix);
  return (range.address >> rest) << rest;
}

/** The range with the bits after the prefix set to zero, as text. */
export function networkText(range: AddressRange): string {
  return `${addressText(range.version, networkOf(range))}/${range.prefix}`;
}

/** How many addresses the range has. */
export function sizeOf(range: AddressRange): bigint {
  return 1n << BigInt(bitsOf(range) - range.prefix);
}

/** The range's last address as text. */
export function lastText(range: AddressRange): string {
  return addressText(range.version, networkOf(range) + sizeOf(range) - 1n);
}

function addressText(version: 4 | 6, number: bigint): string {
  const size = version === 4 ? 8n : 16n;
  const count = version === 4 ? 4 : 8;
  const parts = Array.from({ length: count }, (_, i) => {
    const part = (number >> (size * BigInt(count - 1 - i))) & ((1n << size) - 1n);
    return part.toString(version === 4 ? 10 : 16);
  });
  if (version === 4) return parts.join('.');
  return parts.join(':').replace(/(^|:)0(:0)+(:|$)/, '::');
}

/**
 * Ranges that no request from the internet comes from: RFC 1918, RFC 4193, loopback, link-local.
 * See https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-private-ip-address
 */
const privateRanges: readonly string[] = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '127.0.0.0/8',
  '169.254.0.0/16',
  'fc00::/7',
  'fe80::/10',
  '::1/128',
];
let parsedRanges: AddressRange[] | undefined;

/** Whether every address of the range is private. */
export function isPrivate(range: AddressRange): boolean {
  parsedRanges ??= privateRanges.flatMap((text) => parseRange(text) ?? []);
  return parsedRanges.some((outer) => {
    if (outer.version !== range.version || outer.prefix > range.prefix) return false;
    const rest = BigInt(bitsOf(outer) - outer.prefix);
    return outer.address >> rest === range.address >> rest;
  });
}
