import { locate, type PolicyLocation } from '../locate';
import { completeAction } from './action';
import { completeConditionKey } from './conditionKey';
import { completeConditionOperator } from './conditionOperator';
import { completeConditionValue } from './conditionValue';
import { completeDocumentElement } from './documentElement';
import { completeEffect } from './effect';
import { completeEmptyDocument } from './emptyDocument';
import { completeId } from './id';
import { toItems } from './insert';
import type { Completer, CompletionContext, CompletionItem, Proposal } from './item';
import { completePrincipal } from './principal';
import { completePrincipalType } from './principalType';
import { completeResource } from './resource';
import { completeSid } from './sid';
import { completeStatement } from './statement';
import { completeStatementElement } from './statementElement';
import { completeVariable, variableAt } from './variable';
import { completeVersion } from './version';

/** One completer for each kind of place. */
const completers: { [K in PolicyLocation['kind']]?: Completer<K> } = {
  emptyDocument: completeEmptyDocument,
  documentElement: completeDocumentElement,
  statementElement: completeStatementElement,
  principalType: completePrincipalType,
  version: completeVersion,
  id: completeId,
  sid: completeSid,
  effect: completeEffect,
  statement: completeStatement,
  action: completeAction,
  resource: completeResource,
  principal: completePrincipal,
  conditionOperator: completeConditionOperator,
  conditionKey: completeConditionKey,
  conditionValue: completeConditionValue,
};

/** What fits at an offset, best first. Never throws; empty where nothing fits. */
export function complete(context: CompletionContext, offset: number): CompletionItem[] {
  const location = locate(context.document, offset);
  if (!location || !isReplaceable(location, context.document.text)) return [];
  const proposals = proposalsOf(location, context);
  proposals.sort((a, b) => a.rank - b.rank);
  return toItems(proposals, location, context.document.text);
}

/** Lists and objects are no words; and the editor takes one line only. */
function isReplaceable({ node, replace }: PolicyLocation, text: string): boolean {
  if (node?.type === 'object' || node?.type === 'array') return false;
  return !/[\r\n]/.test(text.slice(replace.offset, replace.end));
}

function proposalsOf(location: PolicyLocation, context: CompletionContext): Proposal[] {
  const variable = variableAt(location, context);
  if (variable) return completeVariable(variable, location, context);
  // The table gives each kind its own completer, which TypeScript cannot follow through an index.
  const completer = completers[location.kind] as
    ((place: PolicyLocation, context: CompletionContext) => Proposal[]) | undefined;
  return completer ? completer(location, context) : [];
}
