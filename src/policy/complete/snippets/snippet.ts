import { samlAudiences } from '../../facts/federation';
import type { PolicyKind } from '../../kind';
import type { ArnDefaults } from '../arnTemplate';

/**
 * Statements that people write often, with tab stops. Its default texts make a policy without errors;
 * those that have to be replaced are ones that the checks notice (123456789012, o-exampleorgid).
 */
export interface PolicySnippet {
  /** Label in the list, a few words. */
  name: string;
  /** One or two sentences, plain text. */
  description: string;
  kinds: readonly PolicyKind[];
  /** Texts are in snippet syntax: `${1:bucket}`, `\\${aws:username\\}` for a policy variable. */
  statements: readonly Readonly<Record<string, unknown>>[];
}

/** The account that stands for one's own until it is known, and another one. */
export const OWN_ACCOUNT = '123456789012';
export const OTHER_ACCOUNT = '111122223333';

/** Of the console in the partition `aws`. */
const SAML_ENDPOINT = 'https://signin.aws.amazon.com/saml';

/** The statements as snippets, one step of indentation being a tab. */
export function statementTexts(
  { statements }: PolicySnippet,
  { partition, account }: ArnDefaults,
): string[] {
  return statements.map((statement) =>
    JSON.stringify(statement, null, '\t')
      .replaceAll('\\\\', '\\')
      .replaceAll('arn:aws:', `arn:${partition}:`)
      .replaceAll(SAML_ENDPOINT, samlAudiences[partition] ?? SAML_ENDPOINT)
      .replaceAll(OWN_ACCOUNT, account ?? OWN_ACCOUNT),
  );
}

export function indent(text: string, steps = 1): string {
  return text.replaceAll('\n', `\n${'\t'.repeat(steps)}`);
}

/** A list of statements, or what stands in one. */
export function statementList(texts: readonly string[]): string {
  return `[\n\t${texts.map((text) => indent(text)).join(',\n\t')}\n]`;
}

export function wholePolicy(texts: readonly string[]): string {
  return `{\n\t"Version": "2012-10-17",\n\t"Statement": ${indent(statementList(texts))}\n}`;
}
