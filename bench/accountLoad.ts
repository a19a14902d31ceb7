/** One load of a large account in a process of its own: `node accountLoad.js ours|peer URL`. */
import Module from 'node:module';
import path from 'node:path';
import { IAMClient, paginateGetAccountAuthorizationDetails } from '@aws-sdk/client-iam';
import { createAccount } from '../src/iam/connection/openAccount';

export interface LoadFigures {
  /** Milliseconds until the first groups can be shown, and until all is there. */
  first: number;
  complete: number;
  calls: number;
  /** The longest turn of the event loop, in milliseconds. */
  block: number;
}

const KEY = { AWS_ACCESS_KEY_ID: 'AKIABENCH', AWS_SECRET_ACCESS_KEY: 'bench' };

/** The SDK as it ships: one bundle instead of hundreds of files. */
function useShippedSdk(): void {
  const shipped = path.resolve(__dirname, '..', '..', 'dist', 'iam-sdk.js');
  const loader = Module as unknown as {
    _load: (request: string, ...rest: unknown[]) => unknown;
  };
  const load = loader._load;
  loader._load = (request, ...rest) =>
    load(/^\.{1,2}\/sdk$/.test(request) ? shipped : request, ...rest);
}

function watchTurns(): () => number {
  let longest = 0;
  let last = performance.now();
  let watching = true;
  const turn = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (watching) setImmediate(turn);
  };
  turn();
  return () => {
    watching = false;
    return longest;
  };
}

async function ours(endpoint: string): Promise<LoadFigures> {
  useShippedSdk();
  const operations: string[] = [];
  const account = createAccount(
    {
      connection: { kind: 'environment', id: 'environment' },
      label: 'bench',
      endpoint,
      stsEndpoint: endpoint,
      partition: 'aws',
      region: 'us-east-1',
      readOnly: true,
    },
    { environment: KEY, log: ({ operation }) => operations.push(operation) },
  );
  // A connection says who it is before it is loaded: that is when the SDK's bundle is read.
  await account.identity();
  operations.length = 0;
  const started = performance.now();
  const stopWatching = watchTurns();
  let first: number | undefined;
  account.onDidChange(() => {
    // What a tree reads with every change.
    const shown = account.groups.items.length + account.users.items.length;
    if (shown > 0 && account.groups.items.length > 0) first ??= performance.now() - started;
  });
  await account.load();
  const complete = performance.now() - started;
  const block = stopWatching();
  const { users, groups } = account;
  if (users.items.length !== 5000 || groups.items.length !== 300) throw new Error('Not all there.');
  account.dispose();
  return { first: first ?? complete, complete, calls: operations.length, block };
}

/** Page after page with the SDK's own paginator, shown when all is there. */
async function peer(endpoint: string): Promise<LoadFigures> {
  const client = new IAMClient({
    region: 'us-east-1',
    endpoint,
    credentials: { accessKeyId: 'AKIABENCH', secretAccessKey: 'bench' },
  });
  const started = performance.now();
  const stopWatching = watchTurns();
  let calls = 0;
  const input = { Filter: ['User' as const, 'Group' as const, 'LocalManagedPolicy' as const] };
  const pages = paginateGetAccountAuthorizationDetails({ client, pageSize: 1000 }, input);
  for await (const page of pages) if (page) calls++;
  const complete = performance.now() - started;
  return { first: complete, complete, calls, block: stopWatching() };
}

const [mode, endpoint = ''] = process.argv.slice(2);
void (mode === 'peer' ? peer : ours)(endpoint).then((figures) => {
  console.log(JSON.stringify(figures));
  process.exit();
});
