import { actionFit } from '../actionFit';
import { parseArn, type Arn } from '../arn';
import type { Catalog } from '../catalog/catalog';
import { describeArn } from '../describeArn';
import type { Statement } from '../document';
import { expandAction } from '../expand';
import { code, paragraphs } from '../markdown';
import { hasWildcard } from '../pattern';
import { firstOf, quantity } from '../quantity';
import type { Hoverer } from './hover';

/** Values of Action that are judged; a hover cannot hold more. */
const JUDGED = 100;
const SHOWN = 12;

export const hoverResource: Hoverer<'resource'> = ({ text, element, statement }, { catalog }) => {
  const not =
    element === 'NotResource'
      ? 'In NotResource: the statement is about every resource **but** these.'
      : undefined;
  if (text === '*') return paragraphs('Every resource.', starText(statement, catalog), not);
  const arn = parseArn(text);
  if (!arn) return 'A resource is an ARN, `arn:partition:service:region:account:resource`, or `*`.';
  const fits = statement && !not ? fitText(statement, arn, catalog) : [];
  return paragraphs(describeArn(catalog, text, fits), not);
};

/** Which actions of the statement are about the resource, and which are not. */
function fitText(statement: Statement, arn: Arn, catalog: Catalog): string[] {
  const applies: string[] = [];
  const never: string[] = [];
  for (const value of statement.actions.slice(0, JUDGED)) {
    if (value.element !== 'Action') continue;
    const fit = actionFit(value, arn, catalog);
    if (!fit) continue;
    if (fit.fitting === 0) never.push(code(value.text));
    else if (!hasWildcard(value.text)) applies.push(code(value.text));
    else applies.push(`${code(value.text)} (${fit.fitting} of ${quantity(fit.total, 'action')})`);
  }
  const line = (title: string, names: string[]) =>
    names.length === 0 ? [] : [`${title}: ${firstOf(names, SHOWN, String).join(', ')}`];
  return [
    ...line('In this statement it applies to', applies),
    ...line('**Never about such a resource**', never),
  ];
}

/** How many of the statement's actions could be limited. */
function starText(statement: Statement | undefined, catalog: Catalog): string | undefined {
  const values = statement?.actions.filter(({ element }) => element === 'Action') ?? [];
  const actions = values.slice(0, JUDGED).flatMap(({ text }) => expandAction(catalog, text));
  if (actions.length === 0) return undefined;
  const limited = actions.filter(({ hasResourceTypes }) => hasResourceTypes).length;
  if (limited === 0) return 'No action of the statement can be limited to certain resources.';
  return `${limited.toLocaleString('en')} of the statement’s ${quantity(actions.length, 'action')} can be limited to certain resources.`;
}
