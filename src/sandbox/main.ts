import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type SandboxServer, serveSandbox } from './httpServer';
import { openSandbox } from './index';
import type { SandboxOptions } from './sandbox';

const USAGE = `npm run sandbox -- [--port 4579] [--account 123456789012] [--empty] [--state FILE] [--delay MS]`;
const DEFAULT_PORT = 4579;

/** A command line that cannot be understood: exit code 2. */
class UsageError extends Error {}

interface Arguments {
  port: number;
  options: SandboxOptions;
}

function readArguments(argv: readonly string[]): Arguments {
  const { values } = parse(argv);
  const { account, empty, state, delay } = values;
  if (account !== undefined && !/^\d{12}$/.test(account)) {
    throw new UsageError(`--account takes 12 digits, not “${account}”.`);
  }
  return {
    port: wholeNumber('--port', values.port, DEFAULT_PORT, 65535),
    options: {
      accountId: account,
      empty,
      stateFile: state === undefined ? undefined : path.resolve(state),
      delay: wholeNumber('--delay', delay, 0, 600_000),
    },
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        port: { type: 'string' },
        account: { type: 'string' },
        empty: { type: 'boolean' },
        state: { type: 'string' },
        delay: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function wholeNumber(option: string, text: string | undefined, absent: number, max: number) {
  if (text === undefined) return absent;
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= max) return value;
  throw new UsageError(`${option} takes a whole number from 0 to ${max}, not “${text}”.`);
}

async function start({ port, options }: Arguments): Promise<SandboxServer> {
  const sandbox = await openSandbox({
    ...options,
    managedPoliciesFile: ifThere('managed-policies.bin'),
    catalogFile: ifThere('catalog.bin'),
    onNotice: (message) => console.error(message),
  });
  try {
    return await serveSandbox(sandbox, port);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new Error(`Port ${port} is in use. Choose another one with --port.`);
    }
    if (code === 'EACCES') throw new Error(`Port ${port} may not be used. Choose one above 1023.`);
    throw error;
  }
}

/** A data file beside this program. */
function ifThere(name: string): string | undefined {
  const file = path.join(__dirname, name);
  return existsSync(file) ? file : undefined;
}

async function main(): Promise<void> {
  const server = await start(readArguments(process.argv.slice(2)));
  console.log(server.url);
  if (process.env['npm_config_loglevel'] !== 'silent') {
    console.error(
      `The practice account answers here until Ctrl-C. It does not verify signatures: any access key will do.\n` +
        `Try: aws --endpoint-url ${server.url} iam list-users`,
    );
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.close().then(() => process.exit(0)));
  }
}

main().catch((error: unknown) => {
  const usage = error instanceof UsageError;
  const message = error instanceof Error ? error.message : String(error);
  console.error(usage ? `${message}\n${USAGE}` : message);
  process.exitCode = usage ? 2 : 1;
});
