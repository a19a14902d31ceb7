import { describe } from '../describe';
import { statementElements } from '../elements';
import type { Hoverer } from './hover';

export const hoverStatementElement: Hoverer<'statementElement'> = ({ text }, { catalog }) =>
  statementElements.some(({ name }) => name === text)
    ? describe(catalog, { kind: 'element', name: text })
    : undefined;
