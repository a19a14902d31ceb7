import { start, finished } from './processes.mjs';
import { fromRoot, root } from './paths.mjs';
import { Problem } from './problem.mjs';

/**
 * Runs esbuild.js.
 * @param {...string} options --tests also makes out/
 * @throws {Problem} when it fails; what is wrong has been printed by then
 */
export async function build(...options) {
  const child = start(process.execPath, [fromRoot('esbuild.js'), ...options], {
    cwd: root,
    stdio: 'inherit',
  });
  if ((await finished(child)) !== 0)
    throw new Problem('The build failed; its messages stand above.');
}
