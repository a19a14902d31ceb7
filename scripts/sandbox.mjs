// npm run sandbox: the practice account as an HTTP server. Its options are those of dist/sandbox.js.
import { existsSync } from 'node:fs';
import { ensureInstalled } from './lib/bootstrap.mjs';
import { build } from './lib/build.mjs';
import { fromRoot } from './lib/paths.mjs';
import { runMain } from './lib/problem.mjs';
import { finished, start } from './lib/processes.mjs';

runMain(async () => {
  const program = fromRoot('dist', 'sandbox.js');
  if (!existsSync(program)) {
    await ensureInstalled();
    await build();
  }
  const server = start(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = await finished(server);
});
