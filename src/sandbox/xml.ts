/**
 * What an operation answers: objects are elements, arrays are lists of `member`, dates are written
 * as AWS does (ISO 8601 in seconds), maps are entries of key and value, undefined is left out.
 */
export type XmlValue =
  | string
  | number
  | boolean
  | Date
  | undefined
  | readonly XmlValue[]
  | ReadonlyMap<string, XmlValue>
  | { readonly [name: string]: XmlValue };

/** Writes the value of an element; the element's own tags are the caller's. */
export function writeXml(value: XmlValue): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return escapeXml(value);
  if (typeof value !== 'object') return String(value);
  if (value instanceof Date) return formatDate(value);
  if (isList(value)) return value.map((item) => element('member', item)).join('');
  let text = '';
  if (value instanceof Map) {
    for (const [key, item] of value as ReadonlyMap<string, XmlValue>) {
      text += element('entry', { key, value: item });
    }
    return text;
  }
  const fields = value as { readonly [name: string]: XmlValue };
  for (const name in fields) {
    const child = fields[name];
    if (child !== undefined) text += element(name, child);
  }
  return text;
}

function element(name: string, value: XmlValue): string {
  const content = writeXml(value);
  return content === '' ? `<${name}/>` : `<${name}>${content}</${name}>`;
}

function isList(value: object): value is readonly XmlValue[] {
  return Array.isArray(value);
}

function formatDate(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#xD;',
};

/** Escapes markup, and drops what XML 1.0 cannot hold at all (https://www.w3.org/TR/xml/#charsets). */
export function escapeXml(text: string): string {
  return text
    .replace(/[&<>"\r]/g, (character) => ESCAPES[character] ?? '')
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
}
