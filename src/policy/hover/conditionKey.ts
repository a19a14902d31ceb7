import { describe } from '../describe';
import { code, escapeMarkdown, paragraphs } from '../markdown';
import type { Hoverer } from './hover';

export const hoverConditionKey: Hoverer<'conditionKey'> = ({ text, operator }, { catalog }) => {
  if (text === '') return undefined;
  const known = describe(catalog, { kind: 'key', key: text });
  if (known === undefined) {
    return `${code(text)} is not among the condition keys that are known as of ${escapeMarkdown(catalog.date)}. A condition on a key that no request has is false, unless its operator is negated or ends in IfExists.`;
  }
  const key = catalog.conditionKey(text);
  const wanted = key?.multivalued && !operator.includes(':');
  return paragraphs(
    known,
    wanted
      ? '**Several values**: put ForAnyValue or ForAllValues before the operator, so that it is clear which of them must fit.'
      : undefined,
  );
};
