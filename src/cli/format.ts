import { canFormat } from '../policy/format';
import { applyEdits } from '../policy/index';
import { readArguments } from './arguments';
import { EXIT, UsageError, type ExitCode, type Io, type Subcommand } from './command';
import { readInputs, reasonOf, type Input } from './input';

const MAX_INDENT = 8;

export const format: Subcommand = {
  name: 'format',
  usage: 'format [--write | --check] [--indent N] FILE…',
  summary: 'Lays policies out anew; order and meaning stay.',
  options: [
    '--write     writes each file instead of printing it',
    '--check     only says which files would change; 1 when some would',
    '--indent N  spaces of a level, 1 to 8 (default 2)',
  ],
  async run(args, io) {
    const { values, positionals } = readArguments(args, {
      write: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      indent: { type: 'string', default: '2' },
    });
    const tabSize = Number(values.indent);
    if (!Number.isInteger(tabSize) || tabSize < 1 || tabSize > MAX_INDENT) {
      throw new UsageError(`--indent is a number from 1 to ${MAX_INDENT}, not ${values.indent}.`);
    }
    if (values.write && values.check)
      throw new UsageError('--write and --check exclude each other.');
    if (positionals.length === 0) throw new UsageError('format needs at least one FILE, or -.');
    const { inputs, failed } = await readInputs(positionals, io);
    let worst: ExitCode = failed ? EXIT.failed : EXIT.clean;
    for (const input of inputs) {
      if (!canFormat(input.text)) {
        io.err(`iam-policy: cannot format ${input.file}: it is too large or nested too deep.\n`);
        worst = EXIT.failed;
        continue;
      }
      const text = formatted(input, tabSize, io);
      const code = await handle(input, text, values, io);
      if (code > worst) worst = code;
    }
    return worst;
  },
};

function formatted({ text }: Input, tabSize: number, io: Io): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const edits = io.language().format(text, { tabSize, insertSpaces: true, lineEnd });
  return applyEdits(text, edits);
}

async function handle(
  { file, text }: Input,
  after: string,
  { write, check }: { write: boolean; check: boolean },
  io: Io,
): Promise<ExitCode> {
  if (check) {
    if (text === after) return EXIT.clean;
    io.out(`${file} would change\n`);
    return EXIT.found;
  }
  if (!write || file === '-') {
    io.out(after);
    return EXIT.clean;
  }
  if (text === after) return EXIT.clean;
  try {
    await io.write(file, after);
    return EXIT.clean;
  } catch (error) {
    io.err(`iam-policy: cannot write ${file}: ${reasonOf(error)}.\n`);
    return EXIT.failed;
  }
}
