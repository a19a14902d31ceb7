import type { Action } from '../policy/catalog/model';
import { findApiOperation } from '../policy/facts/apiOperations';
import type { PolicyLanguage } from '../policy/index';
import { readArguments } from './arguments';
import { EXIT, UsageError, type Subcommand } from './command';
import { readInputs } from './input';
import { plainText } from './plainText';

/** `service:Name`, which no path of a policy file looks like; with wildcards, a pattern. */
const ACTION = /^[A-Za-z0-9-]{2,}:[A-Za-z0-9-]+$/;
const PATTERN = /^(\*|[A-Za-z0-9*?-]{1,}:[A-Za-z0-9*?-]+)$/;
/** Actions of a pattern that are named. */
const NAMED = 20;

export const explain: Subcommand = {
  name: 'explain',
  usage: 'explain ACTION|PATTERN|FILE…',
  summary: 'Says what an action does, what a pattern stands for, or what a policy allows.',
  options: [],
  async run(args, io) {
    const { positionals } = readArguments(args, {});
    if (positionals.length === 0)
      throw new UsageError('explain needs an ACTION, a PATTERN or a FILE.');
    const language = io.language();
    let missed = false;
    let failed = false;
    for (const subject of positionals) {
      const isAction = ACTION.test(subject);
      if (isAction || PATTERN.test(subject)) {
        const lines = isAction
          ? explainAction(language, subject)
          : explainPattern(language, subject);
        if (lines) io.out(`${lines.map(plainText).join('\n')}\n\n`);
        else io.err(`iam-policy: ${subject} is not known as of ${language.catalog.date}.\n`);
        missed ||= lines === undefined;
        continue;
      }
      const read = await readInputs([subject], io);
      failed ||= read.failed;
      for (const { file, text } of read.inputs) {
        io.out(`${explainPolicy(language, file, text).map(plainText).join('\n')}\n\n`);
      }
    }
    if (failed) return EXIT.failed;
    return missed ? EXIT.found : EXIT.clean;
  },
};

function explainAction({ catalog }: PolicyLanguage, text: string): string[] | undefined {
  const [service = '', name = ''] = text.split(':');
  const action = catalog.action(service, name);
  if (!action) return explainOperation(text);
  const resources = action.resourceTypes.map(
    ({ type, required }) => `  ${type.name}${required ? ' (required)' : ''}  ${type.arn}`,
  );
  return [
    `${action.service}:${action.name}  ${catalog.service(service)?.name ?? ''}`,
    action.description,
    `Access level: ${action.accessLevel}`,
    ...(resources.length > 0 ? ['Resource types:', ...resources] : ['Resource: * only']),
    ...listLine('Condition keys', keysOf(action)),
    ...listLine('Also needs', action.dependentActions),
    ...(action.permissionOnly ? ['Permission only: there is no API operation of this name.'] : []),
    ...(action.documentation === undefined ? [] : [action.documentation]),
  ];
}

/** An operation of an API that is authorised by an action of another name. */
function explainOperation(text: string): string[] | undefined {
  const known = findApiOperation(text);
  if (!known) return undefined;
  const actions = known.actions.join(known.alternatives ? ' or ' : ' and ');
  return [
    `${known.operation}  is an API operation and no IAM action`,
    `Authorised by: ${actions}`,
    known.url,
  ];
}

function explainPattern(language: PolicyLanguage, pattern: string): string[] | undefined {
  const actions = language.expand(pattern);
  if (actions.length === 0) return undefined;
  const count = actions.length.toLocaleString('en');
  const names = actions.slice(0, NAMED).map(({ service, name }) => `  ${service}:${name}`);
  const more = actions.length - names.length;
  return [
    `${pattern}  ${count} ${actions.length === 1 ? 'action' : 'actions'}`,
    ...names,
    ...(more > 0 ? [`  and ${more.toLocaleString('en')} more`] : []),
  ];
}

function keysOf({ conditionKeys, resourceTypes }: Action): string[] {
  return [...new Set([...conditionKeys, ...resourceTypes.flatMap((type) => type.conditionKeys)])];
}

function listLine(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`${title}: ${items.join(', ')}`];
}

function explainPolicy(language: PolicyLanguage, file: string, text: string): string[] {
  const summary = language.summarize(text);
  const levels = Object.entries(summary.actionsByLevel).filter(([, count]) => count > 0);
  return [
    file,
    summary.sentence,
    ...levels.map(([level, count]) => `  ${level}: ${count.toLocaleString('en')}`),
  ];
}
