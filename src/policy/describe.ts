import type { Catalog } from './catalog/catalog';
import type { Action } from './catalog/model';
import type { Subject } from './complete/item';
import { describeKey } from './describeKey';
import { describeOperator } from './describeOperator';
import { documentElements, statementElements } from './elements';
import { expandAction } from './expand';
import { code, codeBlock, escapeMarkdown, link, list, paragraphs } from './markdown';
import { countByLevel, firstOf, levelText, quantity } from './quantity';

/** How many of a pattern's actions or of an action's keys are named before "and more". */
const SHOWN = 20;
/** How many of an action's resource types. */
const SHOWN_TYPES = 10;

/** The documentation of a thing of the language as Markdown, every text in it escaped. */
export function describe(catalog: Catalog, subject: Subject): string | undefined {
  switch (subject.kind) {
    case 'element':
      return describeElement(subject.name);
    case 'service':
      return describeService(catalog, subject.prefix);
    case 'action': {
      const action = catalog.action(subject.service, subject.name);
      return action && describeAction(catalog, action);
    }
    case 'pattern':
      return patternText(describePattern(catalog, subject.pattern));
    case 'operator':
      return describeOperator(subject.name);
    case 'key': {
      const key = catalog.conditionKey(subject.key);
      return key && describeKey(catalog, key);
    }
    case 'resourceType':
      return describeResourceType(catalog, subject.service, subject.name);
    case 'snippet':
      return paragraphs(escapeMarkdown(subject.text), codeBlock(subject.body));
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
  return paragraphs(
    `**${escapeMarkdown(service.name)}** (${code(service.prefix)})`,
    levelText(countByLevel(names)),
    link('Actions, resources and condition keys', SERVICES),
  );
}

/** The list of all services: the address of a service's own page follows from nothing that is known. */
const SERVICES =
  'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html';

function describeAction(catalog: Catalog, action: Action): string {
  const service = catalog.service(action.service)?.name ?? action.service;
  const byNeed = [...action.resourceTypes].sort((a, b) => Number(b.required) - Number(a.required));
  const types = firstOf(
    byNeed,
    SHOWN_TYPES,
    ({ type, required }) => `${code(type.name)}${required ? ' (required)' : ''} ${code(type.arn)}`,
  );
  const keys = new Set([
    ...action.conditionKeys,
    ...action.resourceTypes.flatMap((type) => type.conditionKeys),
  ]);
  return paragraphs(
    `**${code(`${action.service}:${action.name}`)}** · ${escapeMarkdown(service)} · ${escapeMarkdown(action.accessLevel)}`,
    escapeMarkdown(action.description),
    action.permissionOnly
      ? 'Only a permission: there is no API operation of this name.'
      : undefined,
    types.length > 0
      ? `Resource types:\n\n${list(types)}`
      : 'Cannot be limited to resources: only `"*"` fits.',
    keys.size > 0 ? `Condition keys: ${firstOf([...keys], SHOWN, code).join(', ')}` : undefined,
    action.dependentActions.length > 0
      ? `Needs also: ${action.dependentActions.map(code).join(', ')}`
      : undefined,
    link('Documentation', action.documentation),
  );
}

function describeResourceType(catalog: Catalog, service: string, name: string): string | undefined {
  const type = catalog.resourceTypes(service).find((known) => known.name === name);
  if (!type) return undefined;
  const actions = catalog
    .actionNames(service)
    .filter((action) =>
      catalog
        .action(service, action.name)
        ?.resourceTypes.some(({ type: taken }) => taken.name === name),
    );
  return paragraphs(
    `**${escapeMarkdown(type.name)}** ${code(type.arn)}`,
    actions.length > 0
      ? `Taken by ${quantity(actions.length, 'action')}: ${levelText(countByLevel(actions))}`
      : undefined,
    type.conditionKeys.length > 0
      ? `Condition keys: ${firstOf(type.conditionKeys, SHOWN, code).join(', ')}`
      : undefined,
    link('Documentation', type.documentation),
  );
}

const patternText = ({ summary, names }: ReturnType<typeof describePattern>) =>
  paragraphs(summary, names);

/** How many actions a pattern matches, by level, and the names of the first. */
export function describePattern(
  catalog: Catalog,
  pattern: string,
): { summary: string; names?: string } {
  const actions = expandAction(catalog, pattern);
  if (actions.length === 0) {
    return {
      summary: `${code(pattern)} matches no action that is known as of ${escapeMarkdown(catalog.date)}.`,
    };
  }
  return {
    summary: paragraphs(
      `${code(pattern)} matches **${quantity(actions.length, 'action')}**`,
      levelText(countByLevel(actions)),
    ),
    names: list(firstOf(actions, SHOWN, ({ service, name }) => code(`${service}:${name}`))),
  };
}
