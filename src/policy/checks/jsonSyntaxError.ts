import type { Check } from '../check';
import type { Fix } from '../finding';
import type { SyntaxProblem, SyntaxProblemKind } from '../syntax';

const messages: Readonly<Record<SyntaxProblemKind, string>> = {
  empty: 'The document is empty. A policy is a JSON object with Version and Statement.',
  byteOrderMark: 'The document begins with a byte order mark, which AWS refuses.',
  comment: 'JSON has no comments: AWS refuses the document.',
  trailingComma: 'A comma must not stand before the closing bracket.',
  missingComma: 'A comma is missing here.',
  missingColon: 'A colon and a value must follow the key.',
  missingValue: 'The value is missing.',
  unquoted: 'Text must stand in double quotes.',
  singleQuotes: 'Text must stand in double quotes, not in single ones.',
  unterminatedString: 'The closing quote is missing.',
  invalidEscape: 'The text holds an escape that JSON does not have.',
  invalidCharacter: 'JSON does not allow this character here.',
  unclosed: 'The closing bracket to this one is missing.',
  unexpected: 'This does not belong here.',
  afterEnd: 'Nothing may follow after the end of the policy.',
  tooDeep: 'This is nested deeper than any policy can be.',
};

function fixOf({ kind, offset, end }: SyntaxProblem, text: string): Fix[] {
  const fix = (title: string, replacement: string): Fix[] => [
    { title, edits: [{ offset, end, text: replacement }], preferred: true, safe: true },
  ];
  const content = text.slice(offset, end);
  switch (kind) {
    case 'byteOrderMark':
      return fix('Remove the byte order mark', '');
    case 'comment':
      return fix('Remove the comment', '');
    case 'trailingComma':
      return fix('Remove the comma', '');
    case 'missingComma':
      return fix('Insert a comma', ',');
    case 'unquoted':
      return fix('Put it in double quotes', JSON.stringify(content));
    case 'singleQuotes':
      return fix(
        'Use double quotes',
        JSON.stringify(content.replace(/^'|'$/g, '').replaceAll("\\'", "'")),
      );
    case 'unterminatedString':
      return fix('Close the text', `${content}"`);
    default:
      return [];
  }
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
export const jsonSyntaxError: Check = {
  code: 'JSON_SYNTAX_ERROR',
  severity: 'error',
  title: 'JSON syntax error',
  description:
    'The document is not JSON as of RFC 8259. AWS refuses it. Comments and commas before a closing bracket are no JSON.',
  document({ tree, root, text }, report) {
    for (const problem of tree.problems) {
      const end = Math.max(problem.end, Math.min(problem.offset + 1, text.length));
      report({ offset: problem.offset, end }, messages[problem.kind], {
        fixes: fixOf(problem, text),
      });
    }
    if (tree.root && !root) {
      report(tree.root, 'A policy is a JSON object with Version and Statement.');
    }
  },
};
