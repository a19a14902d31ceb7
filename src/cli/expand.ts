import { oneOf, readArguments } from './arguments';
import { EXIT, UsageError, type Subcommand } from './command';
import { plainText } from './plainText';

export const expand: Subcommand = {
  name: 'expand',
  usage: 'expand [--format text|json] PATTERN…',
  summary: 'Lists the actions that patterns such as s3:Get* stand for.',
  options: ['--format FORMAT  text: one action a line (default); json: an array of them'],
  run(args, io) {
    const { values, positionals } = readArguments(args, {
      format: { type: 'string', default: 'text' },
    });
    const format = oneOf('format', values.format, ['text', 'json']);
    if (positionals.length === 0) throw new UsageError('expand needs at least one PATTERN.');
    const language = io.language();
    const found = new Set<string>();
    let missed = false;
    for (const pattern of positionals) {
      const actions = language.expand(pattern);
      if (actions.length === 0) {
        missed = true;
        io.err(`iam-policy: no action matches ${plainText(pattern)}.\n`);
      }
      for (const { service, name } of actions) found.add(`${service}:${name}`);
    }
    const names = [...found].sort();
    io.out(
      format === 'json'
        ? `${JSON.stringify(names, undefined, 2)}\n`
        : names.map((name) => `${name}\n`).join(''),
    );
    return Promise.resolve(missed ? EXIT.found : EXIT.clean);
  },
};
