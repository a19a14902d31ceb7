/**
 * Text from AWS or a file, made safe to stand in a label or a message: control and direction
 * characters are dropped, and what VS Code would draw as a link in a message no longer is one.
 */
export function plainText(text: string): string {
  return text.replace(/[^\P{C}\n\t]|[\u2028\u2029]/gu, '').replace(/\]\(/g, '] (');
}
