/** A command as a person may paste it into a shell. */
export interface ShellCommand {
  /** Said above it. */
  comment?: string;
  /** The program and its arguments, unquoted. */
  words?: string[];
  /** Instead: a text, in ASCII, that is put into a file of the current folder. */
  write?: { file: string; text: string };
}

export type Shell = 'bash' | 'powershell';

/** Writes commands for a shell, quoted so that every argument arrives as it is. */
export function shellScript(commands: ShellCommand[], shell: Shell): string {
  const lines = commands.flatMap(({ comment, words, write }) => [
    ...(comment === undefined ? [] : [`# ${oneLine(comment)}`]),
    ...(write === undefined ? [] : [writeLine(write, shell)]),
    ...(words === undefined ? [] : [commandLine(words, shell)]),
  ]);
  return `${lines.join('\n')}\n`;
}

export function commandLine(words: string[], shell: Shell): string {
  return words.map(shell === 'bash' ? quoteForBash : quoteForPowerShell).join(' ');
}

function writeLine({ file, text }: { file: string; text: string }, shell: Shell): string {
  return shell === 'bash'
    ? `${commandLine(['printf', '%s', text], shell)} > ${quoteForBash(file)}`
    : commandLine(
        ['Set-Content', '-Encoding', 'ascii', '-NoNewline', '-Path', file, '-Value', text],
        shell,
      );
}

/** @see https://www.gnu.org/software/bash/manual/html_node/Single-Quotes.html */
export function quoteForBash(word: string): string {
  if (isPlain(word)) return word;
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

/**
 * PowerShell takes the typographic quotes for the plain one. Before 7.3 it loses double quotes on
 * the way to a program: what holds any goes through a file instead.
 * @see https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules
 */
export function quoteForPowerShell(word: string): string {
  if (isPlain(word)) return word;
  return `'${word.replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;
}

/** Options, names, paths: nothing that either shell reads as anything but itself. */
function isPlain(word: string): boolean {
  return /^(?:--?[A-Za-z][A-Za-z0-9-]*|[A-Za-z_/][A-Za-z0-9_/:.+-]*|[0-9]+)$/.test(word);
}

/** A comment ends with its line, and so must what stands in it. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
