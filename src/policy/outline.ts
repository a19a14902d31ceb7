import type { PolicyDocument, Statement } from './document';
import { itemsOf, type Node, type Property, type Span } from './syntax';

export interface OutlineItem extends Span {
  /** Never empty. */
  name: string;
  detail: string;
  kind: 'policy' | 'statement' | 'element' | 'condition';
  /** What is selected when somebody goes there; within the item's own span. */
  selection: Span;
  children: OutlineItem[];
}

/** Statements that are listed at most. */
const MAX_STATEMENTS = 2_000;
/** Characters of a name or detail. */
const MAX_LENGTH = 80;

/** The policy, its statements by Sid or by what they say, their elements and conditions. */
export function outlineOf(document: PolicyDocument, title: string): OutlineItem[] {
  const { root, statements } = document;
  if (!root) return [];
  const others = root.properties.filter(({ key }) => key.value !== 'Statement');
  const children = [
    ...others.map((property) => element(property, document)),
    ...statements.slice(0, MAX_STATEMENTS).map((each) => statementItem(each, document)),
  ].sort((a, b) => a.offset - b.offset);
  const selection = { offset: root.offset, end: root.offset + 1 };
  const { offset, end } = root;
  return [{ offset, end, name: title, detail: '', kind: 'policy', selection, children }];
}

function statementItem(statement: Statement, document: PolicyDocument): OutlineItem {
  const { node, sid, index } = statement;
  const says = sentence(statement);
  const named = sid && sid.value.trim() !== '' ? sid : undefined;
  return {
    offset: node.offset,
    end: node.end,
    name: short(named?.value ?? (says === '' ? `Statement ${index + 1}` : says)),
    detail: named ? short(says) : '',
    kind: 'statement',
    selection: named ?? { offset: node.offset, end: node.offset + 1 },
    children: node.properties.map((property) => element(property, document)),
  };
}

/** "Allow s3:GetObject, …" */
function sentence({ effect, actions }: Statement): string {
  const [first] = actions;
  if (!first) return effect ?? '';
  const not = first.element === 'NotAction' ? 'all but ' : '';
  const more = actions.length > 1 ? ', …' : '';
  return `${effect ?? ''} ${not}${first.text}${more}`.trim();
}

function element({ key, value, offset, end }: Property, { text }: PolicyDocument): OutlineItem {
  const isCondition = key.value === 'Condition' && value?.type === 'object';
  return {
    offset,
    end,
    name: short(key.value === '' ? '""' : key.value),
    detail: short(valueText(value, text)),
    kind: 'element',
    selection: key,
    children: isCondition ? value.properties.flatMap((operator) => conditions(operator, text)) : [],
  };
}

function conditions({ key: operator, value }: Property, text: string): OutlineItem[] {
  if (value?.type !== 'object') return [];
  return value.properties.map(({ key, value: values, offset, end }) => ({
    offset,
    end,
    name: short(key.value === '' ? '""' : key.value),
    detail: short(`${operator.value} ${valueText(values, text)}`),
    kind: 'condition' as const,
    selection: key,
    children: [],
  }));
}

/** The first of its values, and whether there are more. */
function valueText(value: Node | undefined, text: string): string {
  const [first, ...more] = itemsOf(value);
  if (!first || first.type === 'object' || first.type === 'array') return '';
  const shown = first.type === 'string' ? first.value : text.slice(first.offset, first.end);
  return more.length > 0 ? `${shown}, …` : shown;
}

/** On one line and not too long. */
function short(text: string): string {
  const line = text.slice(0, MAX_LENGTH + 1).replace(/\s+/g, ' ');
  return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH - 1)}…` : line;
}
