import { accessTitle } from './access';
import type { Catalog } from './catalog/catalog';
import type { ActionName } from './catalog/model';
import type { PolicyDocument, Statement } from './document';
import { expandAction } from './expand';
import { grouped } from './grouped';
import { accessLevels, quantity } from './quantity';
import { actionsOf } from './summarize';

/** Width of the column of actions, from which on what brings them stands further right. */
const WIDTH = 48;

/** An action, and as which of the statement's values it is there. */
interface Listed {
  action: ActionName;
  by: string[];
}

/**
 * The actions of a statement as plain text, by service and access level, with the patterns that
 * bring each. Undefined when the document has no such statement. `index` counts from 0.
 */
export function listStatement(
  { statements }: PolicyDocument,
  index: number,
  catalog: Catalog,
): string | undefined {
  const statement = statements[index];
  if (!statement) return undefined;
  const name = statement.sid?.value ? ` “${statement.sid.value}”` : '';
  const title = accessTitle(statement, catalog) ?? 'Says nothing yet';
  return [
    `Statement ${index + 1}${name}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
    ...restrictions(statement),
    asOf(catalog),
    ...sections(listed(statement, catalog), catalog),
    '',
  ].join('\n');
}

/** The actions that a pattern matches, in the same form. */
export function listPattern(pattern: string, catalog: Catalog): string {
  const actions = expandAction(catalog, pattern);
  return [
    `${pattern} matches ${quantity(actions.length, 'action')}`,
    asOf(catalog),
    ...sections(
      actions.map((action) => ({ action, by: [] })),
      catalog,
    ),
    '',
  ].join('\n');
}

const asOf = ({ date }: Catalog) => `As of the service catalog of ${date}`;

function restrictions({ resources, conditions }: Statement): string[] {
  const named = (title: string, values: readonly string[]) =>
    values.length === 0 ? [] : [title, ...values.map((value) => `  ${value}`)];
  const of = (element: string) =>
    resources.filter((value) => value.element === element).map(({ text }) => text);
  return [
    ...named('On the resources', of('Resource')),
    ...named('On every resource but', of('NotResource')),
    ...named(
      'Under the conditions',
      conditions.map(({ operator, key }) => `${operator} ${key}`),
    ),
  ];
}

function listed(statement: Statement, catalog: Catalog): Listed[] {
  const actions = actionsOf(statement, catalog);
  const by = new Map<string, string[]>();
  for (const { element, text } of statement.actions) {
    if (element !== 'Action') continue;
    for (const { service, name } of expandAction(catalog, text)) {
      const key = `${service}:${name}`;
      const values = by.get(key) ?? [];
      if (!values.includes(text)) by.set(key, [...values, text]);
    }
  }
  return [...actions].map(([key, action]) => ({ action, by: by.get(key) ?? [] }));
}

function sections(all: readonly Listed[], catalog: Catalog): string[] {
  const services = grouped(all, ({ action }) => action.service);
  return [...services]
    .sort(byName)
    .flatMap(([service, actions]) => [
      '',
      `${catalog.service(service)?.name ?? service} (${service}): ${quantity(actions.length, 'action')}`,
      ...levels(actions),
    ]);
}

function levels(actions: readonly Listed[]): string[] {
  const groups = grouped(actions, ({ action }) => action.accessLevel);
  return accessLevels.flatMap((level) => {
    const group = groups.get(level);
    return group ? [`  ${level}: ${group.length.toLocaleString('en')}`, ...group.map(line)] : [];
  });
}

function line({ action, by }: Listed): string {
  const name = `${action.service}:${action.name}`;
  const patterns = by.filter((text) => text.toLowerCase() !== name.toLowerCase());
  return patterns.length === 0 ? `    ${name}` : `    ${name.padEnd(WIDTH)} ${patterns.join(', ')}`;
}

const byName = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : Number(a > b));
