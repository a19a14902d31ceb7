import type { Action } from '../policy/catalog/model';
import type { PolicyLanguage } from '../policy/index';
import { readArguments } from './arguments';
import { EXIT, UsageError, type Subcommand } from './command';
import { readInputs } from './input';
import { plainText } from './plainText';

/** `service:Name`, which no path of a policy file looks like. */
const ACTION = /^[A-Za-z0-9-]{2,}:[A-Za-z0-9-]+$/;

export const explain: Subcommand = {
  name: 'explain',
  usage: 'explain ACTION|FILE…',
  summary: 'Says what an action does, or what a policy allows.',
  options: [],
  async run(args, io) {
    const { positionals } = readArguments(args, {});
    if (positionals.length === 0) throw new UsageError('explain needs an ACTION or a FILE.');
    const language = io.language();
    let missed = false;
    let failed = false;
    for (const subject of positionals) {
      if (ACTION.test(subject)) {
        const lines = explainAction(language, subject);
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
  if (!action) return undefined;
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
