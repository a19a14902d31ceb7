import { locate, type PolicyLocation } from '../locate';
import type { Span } from '../syntax';
import { contentsOf } from '../valueOffsets';
import { hoverAction } from './action';
import { hoverConditionKey } from './conditionKey';
import { hoverConditionOperator } from './conditionOperator';
import { hoverConditionValue } from './conditionValue';
import { hoverDocumentElement } from './documentElement';
import { hoverEffect } from './effect';
import type { Explanation, Hover, HoverContext, Hoverer } from './hover';
import { hoverId } from './id';
import { hoverPrincipal } from './principal';
import { hoverPrincipalType } from './principalType';
import { hoverResource } from './resource';
import { hoverSid } from './sid';
import { hoverStatementElement } from './statementElement';
import { hoverVariable } from './variable';
import { hoverVersion } from './version';

export type { Hover } from './hover';

/** One for each kind of place that has something to say. */
const hoverers: { [K in PolicyLocation['kind']]?: Hoverer<K> } = {
  documentElement: hoverDocumentElement,
  statementElement: hoverStatementElement,
  version: hoverVersion,
  id: hoverId,
  sid: hoverSid,
  effect: hoverEffect,
  action: hoverAction,
  resource: hoverResource,
  principalType: hoverPrincipalType,
  principal: hoverPrincipal,
  conditionOperator: hoverConditionOperator,
  conditionKey: hoverConditionKey,
  conditionValue: hoverConditionValue,
};

/** What stands at an offset, explained. Undefined where there is nothing to say. */
export function hover(context: HoverContext): Hover | undefined {
  const { document, offset } = context;
  const location = locate(document, offset);
  const node = location?.node;
  if (!location || !node || offset < node.offset || offset >= node.end) return undefined;
  const found = hoverVariable(location, context) ?? explain(location, context);
  if (found === undefined || found === '') return undefined;
  const { span, ...said }: Explanation = typeof found === 'string' ? { markdown: found } : found;
  const { offset: start, end }: Span = span ?? (node.type === 'string' ? contentsOf(node) : node);
  return { offset: start, end, ...said };
}

function explain(location: PolicyLocation, context: HoverContext) {
  // The table gives each kind its own function, which TypeScript cannot follow through an index.
  const hoverer = hoverers[location.kind] as
    | ((place: PolicyLocation, context: HoverContext) => Explanation | string | undefined)
    | undefined;
  return hoverer?.(location, context);
}
