import { check } from './check';
import { EXIT, UsageError, type ExitCode, type Io, type Subcommand } from './command';
import { expand } from './expand';
import { explain } from './explain';
import { format } from './format';

/** The subcommands, in the order of the help. */
export const subcommands: readonly Subcommand[] = [check, expand, explain, format];

const HELP = ['help', '--help', '-h'];

/** Runs the command line (without node and script) and gives its exit code. */
export async function runCli(args: readonly string[], io: Io): Promise<ExitCode> {
  const [name = 'help', ...rest] = args;
  if (HELP.includes(name)) {
    io.out(help());
    return args.length === 0 ? EXIT.failed : EXIT.clean;
  }
  const subcommand = subcommands.find((each) => each.name === name);
  if (!subcommand) {
    io.err(`iam-policy: there is no command ${name}. iam-policy --help lists them.\n`);
    return EXIT.failed;
  }
  if (rest.some((argument) => argument === '--help' || argument === '-h')) {
    io.out(helpOf(subcommand));
    return EXIT.clean;
  }
  try {
    return await subcommand.run(rest, io);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const hint = error instanceof UsageError ? `\nusage: iam-policy ${subcommand.usage}` : '';
    io.err(`iam-policy: ${reason}${hint}\n`);
    return EXIT.failed;
  }
}

function help(): string {
  return `Checks and explains AWS IAM policies. No network is used.\n\n${subcommands.map(helpOf).join('\n')}`;
}

function helpOf({ usage, summary, options }: Subcommand): string {
  return [`iam-policy ${usage}`, `  ${summary}`, ...options.map((line) => `  ${line}`), ''].join(
    '\n',
  );
}
