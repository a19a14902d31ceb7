// npm run package: builds and writes iam-workbench-<version>.vsix at the root.
import path from 'node:path';
import { ensureInstalled } from './lib/bootstrap.mjs';
import { build } from './lib/build.mjs';
import { root } from './lib/paths.mjs';
import { runMain } from './lib/problem.mjs';

runMain(async () => {
  await ensureInstalled();
  await build();
  const { packVsix } = await import('./lib/vsix.mjs');
  const { file, bytes, files } = await packVsix();
  console.log(
    `${path.relative(root, file)}: ${files.length} files, ${(bytes / 1024).toFixed(0)} KB`,
  );
});
