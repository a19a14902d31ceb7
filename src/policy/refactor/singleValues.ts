import type { PolicyDocument, Statement } from '../document';
import { replaceNode } from '../edit';
import type { TextEdit } from '../finding';
import type { Property } from '../syntax';
import { onlyStatement, touches, type Offer, type Refactoring } from './refactoring';

/** Elements whose value AWS takes alone or as a list. */
const ELEMENTS = ['Action', 'NotAction', 'Resource', 'NotResource'];

/** A list of one as the value alone and the other way round: one element, or all of the document. */
export const singleValues: Refactoring = {
  id: 'singleValues',
  kind: 'refactor.rewrite',
  find(context) {
    const { document, selection } = context;
    const statement = onlyStatement(context);
    const touched = statement && valuesIn(statement).findLast((each) => touches(selection, each));
    return [...(touched ? one(document, touched) : []), ...all(document)];
  },
};

/** Properties of a statement that hold one value or a list. */
function valuesIn({ elements, condition }: Statement): Property[] {
  const own = ELEMENTS.flatMap((name) => elements.get(name) ?? []);
  const principals = ['Principal', 'NotPrincipal'].flatMap((name) => {
    const value = elements.get(name)?.value;
    return value?.type === 'object' ? value.properties : [];
  });
  const conditions = (condition?.properties ?? []).flatMap(({ value }) =>
    value?.type === 'object' ? value.properties : [],
  );
  return [...own, ...principals, ...conditions];
}

function one({ text }: PolicyDocument, property: Property): Offer[] {
  const name = property.key.value;
  const toList = listed(text, property);
  if (toList) return [{ title: `Write ${name} as a list`, edits: () => [toList] }];
  const toValue = single(text, property);
  return toValue ? [{ title: `Write ${name} as a single value`, edits: () => [toValue] }] : [];
}

function all({ text, statements }: PolicyDocument): Offer[] {
  const properties = statements.flatMap(valuesIn);
  const lists = properties.flatMap((property) => listed(text, property) ?? []);
  const values = properties.flatMap((property) => single(text, property) ?? []);
  return [
    { title: 'Write all single values as lists', edits: lists },
    { title: 'Write all lists of one as single values', edits: values },
  ].flatMap(({ title, edits }) => (edits.length > 1 ? [{ title, edits: () => edits }] : []));
}

function listed(text: string, { value }: Property): TextEdit | undefined {
  if (!value || value.type === 'array' || value.type === 'object') return undefined;
  return replaceNode(value, `[${text.slice(value.offset, value.end)}]`);
}

function single(text: string, { value }: Property): TextEdit | undefined {
  const item = value?.type === 'array' && value.items.length === 1 ? value.items[0] : undefined;
  if (!value || !item || item.type === 'array' || item.type === 'object') return undefined;
  return replaceNode(value, text.slice(item.offset, item.end));
}
