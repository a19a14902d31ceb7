import type { Catalog } from './catalog/catalog';
import type { Action, ActionName, ConditionKey } from './catalog/model';
import type { Subject } from './complete/item';
import { parseOperator, qualifiers } from './conditionOperators';
import { documentElements, statementElements } from './elements';
import { expandAction } from './expand';
import { code, escapeMarkdown, link, list, paragraphs } from './markdown';

/** How many of a pattern's actions are named before "and more". */
const SHOWN = 25;

/** The documentation of a thing of the language as Markdown, every text in it escaped. */
export function describe(catalog: Catalog, subject: Subject): string | undefined {
  switch (subject.kind) {
    case 'element':
      return describeElement(subject.name);
    case 'service':
      return describeService(catalog, subject.prefix);
    case 'action': {
      const action = catalog.action(subject.service, subject.name);
      return action && describeAction(action);
    }
    case 'pattern':
      return describePattern(catalog, subject.pattern);
    case 'operator':
      return describeOperator(subject.name);
    case 'key': {
      const key = catalog.conditionKey(subject.key);
      return key && describeKey(key);
    }
    case 'text':
      return escapeMarkdown(subject.text);
  }
}

function describeElement(name: string): string | undefined {
  const element = [...documentElements, ...statementElements].find((known) => known.name === name);
  if (!element) return undefined;
  return paragraphs(
    `**${name}**`,
    escapeMarkdown(element.description),
    link('Documentation', element.documentation),
  );
}

function describeService(catalog: Catalog, prefix: string): string | undefined {
  const service = catalog.service(prefix);
  if (!service) return undefined;
  const names = catalog.actionNames(prefix);
  const page = service.name
    .toLowerCase()
    .replace(/^(aws|amazon) /, '')
    .replace(/[^a-z0-9]/g, '');
  return paragraphs(
    `**${escapeMarkdown(service.name)}** (${code(service.prefix)})`,
    countByLevel(names),
    link('Actions, resources and condition keys', servicePage(page)),
  );
}

const servicePage = (name: string) =>
  `https://docs.aws.amazon.com/service-authorization/latest/reference/list_${name}.html`;

function describeAction(action: Action): string {
  const types = action.resourceTypes.map(
    ({ type, required }) => `${code(type.name)}${required ? ' (required)' : ''} ${code(type.arn)}`,
  );
  const keys = new Set([
    ...action.conditionKeys,
    ...action.resourceTypes.flatMap((type) => type.conditionKeys),
  ]);
  return paragraphs(
    `**${code(`${action.service}:${action.name}`)}** · ${escapeMarkdown(action.accessLevel)}`,
    escapeMarkdown(action.description),
    action.permissionOnly
      ? 'Only a permission: there is no API operation of this name.'
      : undefined,
    types.length > 0
      ? `Resource types:\n\n${list(types)}`
      : 'Cannot be limited to resources: only `"*"` fits.',
    keys.size > 0 ? `Condition keys: ${[...keys].map(code).join(', ')}` : undefined,
    action.dependentActions.length > 0
      ? `Needs also: ${action.dependentActions.map(code).join(', ')}`
      : undefined,
    link('Documentation', action.documentation),
  );
}

function describePattern(catalog: Catalog, pattern: string): string {
  const actions = expandAction(catalog, pattern);
  if (actions.length === 0) {
    return `${code(pattern)} matches no action that is known as of ${escapeMarkdown(catalog.date)}.`;
  }
  const count = actions.length.toLocaleString('en');
  const names = actions.slice(0, SHOWN).map(({ service, name }) => code(`${service}:${name}`));
  const more = actions.length - names.length;
  return paragraphs(
    `${code(pattern)} matches **${count}** ${actions.length === 1 ? 'action' : 'actions'}`,
    countByLevel(actions),
    list(more > 0 ? [...names, `and ${more.toLocaleString('en')} more`] : names),
  );
}

function countByLevel(actions: readonly ActionName[]): string {
  const counts = new Map<string, number>();
  for (const { accessLevel } of actions) {
    counts.set(accessLevel, (counts.get(accessLevel) ?? 0) + 1);
  }
  return [...counts]
    .map(([level, count]) => `${escapeMarkdown(level)} ${count.toLocaleString('en')}`)
    .join(' · ');
}

function describeOperator(text: string): string | undefined {
  const { known, qualifier, ifExists } = parseOperator(text);
  if (!known) return undefined;
  const meaning = Object.entries(qualifiers).find(
    ([name]) => name.toLowerCase() === qualifier?.toLowerCase(),
  );
  return paragraphs(
    `**${known.name}**`,
    escapeMarkdown(`${known.text}.`),
    meaning && `**${meaning[0]}**: ${escapeMarkdown(meaning[1])}`,
    ifExists ? '**IfExists**: also true when the request does not have the key\\.' : undefined,
    link(
      'Documentation',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
    ),
  );
}

function describeKey(key: ConditionKey): string {
  const type = key.type === 'unknown' ? undefined : key.type;
  return paragraphs(
    `**${code(key.key)}**${type ? ` · ${type}${key.multivalued ? ', several values' : ''}` : ''}`,
    escapeMarkdown(firstParagraphs(key.description)),
    link('Documentation', key.documentation),
  );
}

/** The long texts of global keys, cut to what a hover can hold, without their Markdown links. */
function firstParagraphs(text: string): string {
  const plain = text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*`]/g, '');
  return plain
    .split(/\n\s*\n/)
    .slice(0, 2)
    .join(' ')
    .replace(/\s+/g, ' ');
}
