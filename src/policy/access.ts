import type { Catalog } from './catalog/catalog';
import type { AccessLevel } from './catalog/model';
import type { PolicyDocument, Statement } from './document';
import { expandAction } from './expand';
import { isEveryAction } from './grants';
import { hasWildcard } from './pattern';
import { accessLevels, countByLevel, quantity, type LevelCounts } from './quantity';
import { actionsOf } from './summarize';
import type { Span } from './syntax';

/** What a statement's Action or NotAction comes to. */
interface Counts {
  total: number;
  levels: LevelCounts;
  /** Of NotAction: how many it leaves out. */
  others: number;
}

/** Answers by the actions as written, so that typing elsewhere asks for none anew; emptied when full. */
const answers = new WeakMap<Catalog, Map<string, Counts>>();
const MAX_ANSWERS = 500;

function known(catalog: Catalog): Map<string, Counts> {
  let counts = answers.get(catalog);
  if (!counts || counts.size >= MAX_ANSWERS) {
    counts = new Map<string, Counts>();
    answers.set(catalog, counts);
  }
  return counts;
}

function countsOf(statement: Statement, catalog: Catalog): Counts {
  const question = statement.actions.map(({ element, text }) => `${element} ${text}`).join('\n');
  const counted = known(catalog);
  let counts = counted.get(question);
  if (!counts) {
    const actions = actionsOf(statement, catalog);
    const others = isEverythingBut(statement) ? allActions(catalog) - actions.size : 0;
    counts = { total: actions.size, levels: countByLevel(actions.values()), others };
    counted.set(question, counts);
  }
  return counts;
}

const allActions = (catalog: Catalog) =>
  catalog.services.reduce((sum, { prefix }) => sum + catalog.actionNames(prefix).length, 0);

const isEverythingBut = ({ elements }: Statement) =>
  elements.has('NotAction') && !elements.has('Action');

/**
 * What a statement allows or denies in one line: "Allows 37 actions, 12 of them write". Undefined
 * while it has no effect or no actions.
 */
export function accessTitle(statement: Statement, catalog: Catalog): string | undefined {
  if (!statement.effect || statement.actions.length === 0) return undefined;
  const verb = statement.effect === 'Allow' ? 'Allows' : 'Denies';
  const counts = countsOf(statement, catalog);
  const when = circumstances(statement);
  if (isEverythingBut(statement)) {
    return `${verb} everything but ${quantity(counts.others, 'action')}${levelsOf(counts)}${when}`;
  }
  if (counts.total === 0) return `${verb} no action that is known as of ${catalog.date}`;
  const every = statement.actions.some(({ text }) => isEveryAction(text)) ? 'all ' : '';
  return `${verb} ${every}${quantity(counts.total, 'action')}${levelsOf(counts)}${when}`;
}

/** Whether it is for everyone, and whether under conditions. */
function circumstances({ principals, conditions }: Statement): string {
  const everyone = principals.some(
    ({ element, type, text }) =>
      element === 'Principal' && text === '*' && (type === '*' || type === 'AWS'),
  );
  return `${everyone ? ' · for everyone' : ''}${conditions.length > 0 ? ' · under conditions' : ''}`;
}

const changing: readonly AccessLevel[] = ['Write', 'Permissions management', 'Tagging'];

/** ", 12 of them write, 2 permissions management": the levels that change something. */
function levelsOf({ total, levels, others }: Counts): string {
  if (total === 0) return '';
  const present = accessLevels.filter((level) => levels[level] > 0);
  const [only = 'Read'] = present;
  if (present.length === 1 && others === 0) {
    return total === 1 ? ` (${only.toLowerCase()})` : `, all of them ${only.toLowerCase()}`;
  }
  const parts = changing
    .filter((level) => levels[level] > 0)
    .map((level) => ({ level: level.toLowerCase(), count: levels[level].toLocaleString('en') }));
  const [first, ...rest] = parts;
  if (!first) return ', all of them list or read';
  const start =
    others > 0
      ? `: ${quantity(total, 'action')}, ${first.count} of them`
      : `, ${first.count} of them`;
  return [`${start} ${first.level}`, ...rest.map(({ level, count }) => `${count} ${level}`)].join(
    ', ',
  );
}

export interface PatternCount extends Span {
  pattern: string;
  /** Known actions that it matches. */
  count: number;
}

/** Patterns whose counts are given at most. */
const MAX_PATTERNS = 1_000;

/** The action patterns that stand in a part of the document, with what they match. */
export function patternCounts(
  { statements }: PolicyDocument,
  catalog: Catalog,
  part: Span,
): PatternCount[] {
  const found: PatternCount[] = [];
  for (const { node, actions } of statements) {
    if (node.end < part.offset || node.offset > part.end) continue;
    for (const { text, node: value } of actions) {
      if (value.end < part.offset || value.offset > part.end || !hasWildcard(text)) continue;
      if (found.length >= MAX_PATTERNS) return found;
      const count = patternCount(text, catalog);
      found.push({ offset: value.offset, end: value.end, pattern: text, count });
    }
  }
  return found;
}

function patternCount(pattern: string, catalog: Catalog): number {
  const counted = known(catalog);
  const question = `pattern ${pattern}`;
  let counts = counted.get(question);
  if (!counts) {
    const actions = expandAction(catalog, pattern);
    counts = { total: actions.length, levels: countByLevel(actions), others: 0 };
    counted.set(question, counts);
  }
  return counts.total;
}
