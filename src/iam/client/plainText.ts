const LONGEST = 1000;
/** Shaped like the secret of an access key: 40 characters of base64. */
const SECRET_KEY = /(?<![A-Za-z0-9/+=])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/g;
const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*-----|$)/g;
/** AWS repeats a refused value: "Value 'hunter2' at 'password' failed to satisfy constraint". */
const REFUSED_SECRET =
  /Value '[^']*' at '[^']*(?:password|privateKey|secret|token|code\d?)[^']*'/gi;
/** Control characters, and those that turn the reading direction or take no room. */
const UNPRINTABLE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;

/**
 * Text from outside as one plain line: no control characters, no key material, at most 1,000
 * characters. It may still hold Markdown or HTML: whoever draws it as such must escape it.
 *
 * @param secrets values that must not be in the result.
 */
export function plainText(text: string, secrets: readonly string[] = []): string {
  let plain = text;
  for (const secret of secrets) if (secret !== '') plain = plain.replaceAll(secret, '(hidden)');
  plain = plain
    .replace(PRIVATE_KEY, '(hidden)')
    .replace(REFUSED_SECRET, 'The value')
    .replace(SECRET_KEY, '(hidden)')
    .replace(UNPRINTABLE, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
}
