import { parseOperator } from './conditionOperators';
import type { PolicyDocument, Statement } from './document';
import { actionParts, arnParts, cutOut, keyParts, operatorParts, type Part } from './parts';
import type { StringNode } from './syntax';
import { valueOffsets } from './valueOffsets';

/** A stretch of the text with a meaning of its own, for colours; all on one line. */
export type Token = Part;

/** Tokens that are given at most. */
const MAX_TOKENS = 100_000;

/** The tokens of a document in order. */
export function tokensOf(document: PolicyDocument): Token[] {
  const tokens: Token[] = [];
  for (const statement of document.statements) {
    if (tokens.length > MAX_TOKENS) break;
    addStatement(statement, document.text, tokens);
  }
  return tokens.sort((a, b) => a.offset - b.offset);
}

function addStatement(statement: Statement, text: string, tokens: Token[]): void {
  const add = (node: StringNode, parts: readonly Part[]) => {
    if (parts.length === 0) return;
    const offsets = valueOffsets(text, node);
    for (const { kind, offset, end } of parts) {
      tokens.push({ kind, offset: offsets.toText(offset), end: offsets.toText(end) });
    }
  };
  for (const { node, text: value } of statement.actions) {
    add(node, cutOut(actionParts(value), value, true));
  }
  for (const { node, text: value } of [...statement.resources, ...statement.principals]) {
    add(node, cutOut(arnParts(value), value, true));
  }
  addConditions(statement, add);
}

function addConditions(
  { condition, conditions }: Statement,
  add: (node: StringNode, parts: readonly Part[]) => void,
): void {
  for (const { key } of condition?.properties ?? []) add(key, operatorParts(key.value));
  for (const { keyNode, key, operator, values } of conditions) {
    add(keyNode, keyParts(key));
    const wildcards = parseOperator(operator).known?.wildcards === true;
    for (const node of values) {
      if (node.type !== 'string') continue;
      add(node, cutOut(arnParts(node.value), node.value, wildcards));
    }
  }
}
