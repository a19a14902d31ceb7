// npm run pictures: drives the packaged extension through the article and keeps the pictures that
// the README shows in docs/images. They are those of the end-to-end tests, so they show what is.
import { copyFileSync, mkdirSync } from 'node:fs';
import { ensureInstalled } from './lib/bootstrap.mjs';
import { build } from './lib/build.mjs';
import { fromRoot } from './lib/paths.mjs';
import { Problem, runMain } from './lib/problem.mjs';

/** Name in docs/images, and the picture of an end-to-end test that it is. */
const PICTURES = {
  'account.png': 'tree-dark.png',
  'policy.png': 'policy-complete.png',
  'hover.png': 'hover-arn-vs-dark.png',
  'review.png': 'service-account-review-light.png',
  'handover.png': 'service-account-handover-dark.png',
};

runMain(async () => {
  await ensureInstalled();
  await build('--tests');
  const { runEndToEndTests } = await import('./lib/endToEnd.mjs');
  const filters = ['tree.test', 'policy.test', 'comforts.test', 'serviceAccount.test'];
  for (const filter of filters) {
    const { failed } = await runEndToEndTests([filter]);
    if (failed > 0) throw new Problem(`No pictures: ${filter} failed. npm test -- e2e says why.`);
  }
  mkdirSync(fromRoot('docs', 'images'), { recursive: true });
  for (const [name, source] of Object.entries(PICTURES)) {
    copyFileSync(fromRoot('out', 'screenshots', source), fromRoot('docs', 'images', name));
    console.log(`docs/images/${name}`);
  }
});
