import { describe } from '../describe';
import { documentElements } from '../elements';
import type { Hoverer } from './hover';

export const hoverDocumentElement: Hoverer<'documentElement'> = ({ text }, { catalog }) =>
  documentElements.some(({ name }) => name === text)
    ? describe(catalog, { kind: 'element', name: text })
    : undefined;
