import { parseArn } from '../arn';
import type { Catalog } from '../catalog/catalog';
import { describe } from '../describe';
import type { PolicyDocument } from '../document';
import { documentElements, principalTypes, statementElements } from '../elements';
import { locate, type PolicyLocation } from '../locate';
import { code, escapeMarkdown, list, paragraphs } from '../markdown';
import { partitions } from '../facts/partitions';
import { hasWildcard } from '../pattern';
import type { Span } from '../syntax';

export interface Hover extends Span {
  /** Markdown in which every text of the document and of the catalog is escaped. */
  markdown: string;
}

/** What stands at an offset, explained. Undefined where there is nothing to say. */
export function hover(
  document: PolicyDocument,
  catalog: Catalog,
  offset: number,
): Hover | undefined {
  const location = locate(document, offset);
  const node = location?.node;
  if (!location || !node || offset < node.offset || offset >= node.end) return undefined;
  const markdown = markdownFor(location, catalog);
  return markdown ? { offset: node.offset, end: node.end, markdown } : undefined;
}

function markdownFor(location: PolicyLocation, catalog: Catalog): string | undefined {
  switch (location.kind) {
    case 'documentElement':
      return element(documentElements, location.text, catalog);
    case 'statementElement':
      return element(statementElements, location.text, catalog);
    case 'principalType':
      return principalTypes.find(({ name }) => name === location.text)?.description;
    case 'action':
      return action(location.text, catalog);
    case 'resource':
      return arn(location.text, catalog);
    case 'principal':
      return arn(location.text, catalog);
    case 'conditionOperator':
      return describe(catalog, { kind: 'operator', name: location.text });
    case 'conditionKey':
      return describe(catalog, { kind: 'key', key: location.text });
    default:
      return undefined;
  }
}

function element(known: readonly { name: string }[], name: string, catalog: Catalog) {
  return known.some((each) => each.name === name)
    ? describe(catalog, { kind: 'element', name })
    : undefined;
}

function action(text: string, catalog: Catalog): string | undefined {
  if (text === '*' || (text.includes(':') && hasWildcard(text))) {
    return describe(catalog, { kind: 'pattern', pattern: text });
  }
  const [service = '', name = ''] = text.split(':');
  return describe(catalog, { kind: 'action', service, name });
}

function arn(text: string, catalog: Catalog): string | undefined {
  if (text === '*') return 'Every one\\.';
  const parts = parseArn(text);
  if (!parts) return undefined;
  const service = catalog.service(parts.service);
  const row = (name: string, value: string, meaning = '') =>
    `${name}: ${value === '' ? '(none)' : code(value)}${meaning === '' ? '' : ` ${escapeMarkdown(meaning)}`}`;
  return paragraphs(
    code(text),
    list([
      row('Partition', parts.partition, partitions.find(({ id }) => id === parts.partition)?.name),
      row('Service', parts.service, service?.name),
      row('Region', parts.region),
      row('Account', parts.account),
      row('Resource', parts.resource),
    ]),
  );
}
