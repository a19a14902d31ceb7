import type { Catalog } from '../catalog/catalog';
import { describe, describePattern } from '../describe';
import { findApiOperation, type ApiOperation } from '../facts/apiOperations';
import { code, escapeMarkdown, link, list, paragraphs } from '../markdown';
import { nearest } from '../nearest';
import { hasWildcard } from '../pattern';
import type { Hoverer } from './hover';

const NOT_ACTION = 'In NotAction: the statement is about every action **but** these.';

export const hoverAction: Hoverer<'action'> = ({ text, element }, { catalog }) => {
  if (text === '') return undefined;
  const not = element === 'NotAction' ? NOT_ACTION : undefined;
  if (hasWildcard(text)) {
    const { summary, names } = describePattern(catalog, text);
    const markdown = paragraphs(summary, not);
    return names === undefined ? markdown : { markdown, names, pattern: text };
  }
  return paragraphs(exact(text, catalog), not);
};

function exact(text: string, catalog: Catalog): string {
  const colon = text.indexOf(':');
  if (colon < 0) {
    return (
      describe(catalog, { kind: 'service', prefix: text }) ??
      'An action is written `service:Name`, such as `s3:GetObject`.'
    );
  }
  const service = text.slice(0, colon);
  const name = text.slice(colon + 1);
  const known = describe(catalog, { kind: 'action', service, name });
  if (known !== undefined) return known;
  const operation = findApiOperation(text);
  return operation ? explainOperation(operation, catalog) : unknown(service, name, catalog);
}

function explainOperation(
  { operation, actions, alternatives, url }: ApiOperation,
  catalog: Catalog,
) {
  const how = alternatives && actions.length > 1 ? ', depending on the request' : '';
  const lines = actions.map((action) => {
    const [service = '', name = ''] = action.split(':');
    const description = catalog.action(service, name)?.description;
    return code(action) + (description ? `: ${escapeMarkdown(description)}` : '');
  });
  return paragraphs(
    `${code(operation)} is an API operation and no IAM action. What authorises it${how}:`,
    list(lines),
    link('Documentation', url),
  );
}

function unknown(prefix: string, name: string, catalog: Catalog): string {
  const service = catalog.service(prefix);
  const date = escapeMarkdown(catalog.date);
  if (!service) return `${code(prefix)} is no service that is known as of ${date}.`;
  const names = catalog.actionNames(prefix).map((action) => action.name);
  const near = nearest(name, names)?.name;
  return paragraphs(
    `${code(`${prefix}:${name}`)} is not among the actions of ${escapeMarkdown(service.name)} that are known as of ${date}.`,
    near === undefined ? undefined : `The nearest name is ${code(`${service.prefix}:${near}`)}.`,
  );
}
