/**
 * A range of IPv4 addresses as people write it, in the form that AWS takes: `203.0.113.*` and
 * `203.0.113.0-203.0.113.255` as `203.0.113.0/24`. Undefined where it is no such range.
 */
export function repairedRange(text: string): string | undefined {
  const stars = /^(\d{1,3}(?:\.\d{1,3}){0,2})((?:\.\*)+)$/.exec(text);
  if (stars) {
    const parts = (stars[1] ?? '').split('.');
    const padded = [...parts, '0', '0', '0'].slice(0, 4).join('.');
    return parts.length + (stars[2] ?? '').length / 2 === 4
      ? checked(`${padded}/${parts.length * 8}`)
      : undefined;
  }
  const [from = '', to = '', ...more] = text.split(/\s*[-–]\s*/);
  const first = numberOf(from);
  const last = numberOf(to);
  if (more.length > 0 || first === undefined || last === undefined) return undefined;
  const bits = Math.log2(last - first + 1);
  return Number.isInteger(bits) && first % 2 ** bits === 0 ? `${from}/${32 - bits}` : undefined;
}

function checked(range: string): string | undefined {
  return numberOf(range.slice(0, range.indexOf('/'))) === undefined ? undefined : range;
}

function numberOf(text: string): number | undefined {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return undefined;
  const parts = text.split('.').map(Number);
  return parts.every((part) => part < 256)
    ? parts.reduce((sum, part) => sum * 256 + part, 0)
    : undefined;
}
