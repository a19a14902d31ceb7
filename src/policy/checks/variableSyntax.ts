import type { Check, Report } from '../check';
import type { Statement } from '../document';
import { replaceString } from '../edit';
import { variableKeys } from '../facts/grammar';
import type { Fix } from '../finding';
import type { StringNode } from '../syntax';
import { variablesOf, type Variable } from '../variables';

/** Texts in which variables are replaced: resources and the values of conditions. */
function textsWithVariables({ resources, conditions }: Statement): StringNode[] {
  const found: StringNode[] = [];
  for (const { node, said } of resources) if (said.variable) found.push(node);
  for (const { values } of conditions) {
    for (const node of values)
      if (node.type === 'string' && node.value.includes('${')) found.push(node);
  }
  return found;
}

/** A variable that AWS cannot read: four findings. AWS refuses the document. */
function variableSyntax(facts: {
  code: string;
  title: string;
  description: string;
  isWrong: (variable: Variable) => boolean;
  message: (variable: string) => string;
  /** What to write in the variable's place; undefined where that is not clear. */
  repaired?: (text: string, variable: Variable) => string | undefined;
}): Check {
  const { code, title, description, isWrong, message, repaired } = facts;
  return {
    code,
    severity: 'error',
    title,
    description: `${description} AWS refuses the document.`,
    statement(statement, report) {
      for (const node of textsWithVariables(statement)) {
        const wrong = variablesOf(node.value).find(isWrong);
        if (!wrong) continue;
        const text = node.value.slice(wrong.offset, wrong.end);
        reportVariable(node, wrong, message(text), repaired?.(text, wrong), report);
      }
    },
  };
}

function reportVariable(
  node: StringNode,
  { offset, end }: Variable,
  message: string,
  repaired: string | undefined,
  report: Report,
): void {
  const fixes: Fix[] = [];
  if (repaired !== undefined) {
    const value = node.value.slice(0, offset) + repaired + node.value.slice(end);
    const title = repaired === '' ? 'Remove the variable' : `Change to ${repaired}`;
    fixes.push({ title, edits: [replaceString(node, value)], preferred: true });
  }
  report(node, message, { fixes });
}

/** The longest key that the text after `${` begins with, closed there. */
function closed(text: string): string | undefined {
  const rest = text.slice(2).toLowerCase();
  const key = variableKeys
    .filter((known) => !known.endsWith('/') && rest.startsWith(known.toLowerCase()))
    .sort((a, b) => b.length - a.length)[0];
  if (key === undefined) return undefined;
  const end = 2 + key.length;
  return `${text.slice(0, end)}}${text.slice(end)}`;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
const missingBraceInVariable = variableSyntax({
  code: 'MISSING_BRACE_IN_VARIABLE',
  title: 'A policy variable without its closing brace',
  description: 'A policy variable is written ${key} and ends with a brace.',
  isWrong: (variable) => !variable.closed,
  message: (text) => `The variable that begins with ${JSON.stringify(text)} has no closing brace.`,
  repaired: closed,
});

const emptyVariable = variableSyntax({
  code: 'EMPTY_VARIABLE',
  title: 'A policy variable without a name',
  description: 'Between ${ and } stands the name of a condition key.',
  isWrong: ({ closed: isClosed, name }) => isClosed && name.trim() === '',
  message: (text) => `${text} names no condition key.`,
  repaired: () => '',
});

const unsupportedSpaceInVariable = variableSyntax({
  code: 'UNSUPPORTED_SPACE_IN_VARIABLE',
  title: 'A space in a policy variable',
  description: 'The name in a policy variable has no spaces in it or around it.',
  isWrong: ({ closed: isClosed, name }) => isClosed && name.trim() !== '' && /\s/.test(name),
  message: (text) => `The name in ${text} must not have a space in it or around it.`,
  repaired: (_, { name, fallback }) =>
    `\${${name.replace(/\s+/g, '')}${fallback === undefined ? '' : `,${fallback}`}}`,
});

const missingQuoteInVariable = variableSyntax({
  code: 'MISSING_QUOTE_IN_VARIABLE',
  title: 'The default of a policy variable without quotes',
  description: "The default value of a policy variable stands in single quotes: ${key, 'default'}.",
  isWrong: ({ closed: isClosed, fallback }) =>
    isClosed && fallback !== undefined && !/^\s*'[^']*'\s*$/.test(fallback),
  message: (text) => `The default value in ${text} must stand in single quotes.`,
  repaired: (_, { name, fallback = '' }) => `\${${name}, '${fallback.trim().replace(/'/g, '')}'}`,
});

export const variableSyntaxChecks: readonly Check[] = [
  missingBraceInVariable,
  emptyVariable,
  unsupportedSpaceInVariable,
  missingQuoteInVariable,
];
