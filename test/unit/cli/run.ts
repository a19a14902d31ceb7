import { runCli } from '../../../src/cli/run';
import { language } from '../policy/language';

export interface Ran {
  code: number;
  out: string;
  err: string;
  written: Record<string, string>;
}

/** Runs the command line over files that are given by name. */
export async function run(args: string[], files: Record<string, string> = {}): Promise<Ran> {
  const ran: Ran = { code: -1, out: '', err: '', written: {} };
  ran.code = await runCli(args, {
    read: (file) => {
      const text = files[file];
      if (text !== undefined) return Promise.resolve(Buffer.from(text));
      return Promise.reject(Object.assign(new Error('missing'), { code: 'ENOENT' }));
    },
    write: (file, text) => {
      ran.written[file] = text;
      return Promise.resolve();
    },
    out: (text) => void (ran.out += text),
    err: (text) => void (ran.err += text),
    language: () => language,
  });
  return ran;
}
