import { describe } from '../describe';
import { code } from '../markdown';
import type { Hoverer } from './hover';

export const hoverConditionOperator: Hoverer<'conditionOperator'> = ({ text }, { catalog }) => {
  if (text === '') return undefined;
  const known = describe(catalog, { kind: 'operator', name: text });
  return known ?? `${code(text)} is no condition operator, so AWS refuses the document.`;
};
