// Writes docs/checks: a page for each check with its examples from test/fixtures/policies, and an index;
// and the codes of the setting iamWorkbench.policy.checks in package.json, for completion there.
// With --check nothing is written; the exit code says whether all is as it should be.
import { build } from 'esbuild';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';
import { fromRoot } from './lib/paths.mjs';
import { Problem, runMain } from './lib/problem.mjs';

/**
 * @typedef {object} Check as in src/policy/check.ts
 * @property {string} code
 * @property {'error' | 'security-warning' | 'warning' | 'suggestion'} severity
 * @property {string} title
 * @property {string} description
 * @property {boolean} [own]
 * @property {string[]} [kinds]
 */

/** @type {Record<Check['severity'], string>} */
const SEVERITIES = {
  error: 'Errors',
  'security-warning': 'Security warnings',
  warning: 'Warnings',
  suggestion: 'Suggestions',
};

const folder = fromRoot('docs', 'checks');
const manifestFile = fromRoot('package.json');

runMain(async () => {
  const { checks, sourceOf, kindLabels } = await loadChecks();
  /** @type {Map<string, string>} */
  const pages = new Map([['README.md', index(checks)]]);
  for (const check of checks) {
    pages.set(`${check.code}.md`, page(check, sourceOf(check), kindLabels));
  }
  const manifest = withCodes(readFileSync(manifestFile, 'utf8'), checks);
  if (process.argv.includes('--check')) return compare(pages, manifest);
  writeFileSync(manifestFile, manifest);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of pages) writeFileSync(path.join(folder, name), text);
  console.log(`${pages.size} pages in docs/checks, ${checks.length} codes in package.json.`);
});

/** @returns {Promise<{ checks: Check[], sourceOf: (check: Check) => string, kindLabels: Record<string, string> }>} */
async function loadChecks() {
  const file = path.join(os.tmpdir(), `iam-workbench-checks-${process.pid}.cjs`);
  const contents =
    "export { checks } from './checks/index'; export { sourceOf } from './check'; export { kindLabels } from './kind';";
  await build({
    stdin: { contents, resolveDir: fromRoot('src', 'policy'), loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile: file,
    logLevel: 'warning',
  });
  try {
    return createRequire(import.meta.url)(file);
  } finally {
    rmSync(file, { force: true });
  }
}

/**
 * The text of package.json with every code and its title in the schema of the setting.
 * @param {string} text
 * @param {Check[]} checks
 */
function withCodes(text, checks) {
  const manifest = JSON.parse(text);
  const sorted = [...checks].sort((a, b) => (a.code < b.code ? -1 : 1));
  manifest.contributes.configuration.properties['iamWorkbench.policy.checks'].propertyNames = {
    enum: sorted.map(({ code }) => code),
    enumDescriptions: sorted.map(({ title, severity }) => `${title} (${severity})`),
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

/** @param {Check[]} checks */
function index(checks) {
  const parts = Object.entries(SEVERITIES).map(([severity, title]) => {
    const rows = checks
      .filter((check) => check.severity === severity)
      .sort((a, b) => (a.code < b.code ? -1 : 1))
      .map(({ code, title: text, own }) => `| [${code}](${code}.md) | ${text}${own ? ' ¹' : ''} |`);
    return `## ${title}\n\n| Code | What it finds |\n| --- | --- |\n${rows.join('\n')}\n`;
  });
  return `# Checks of policies\n\nWhat is checked while a policy is edited, without asking AWS. Codes and severities are those of IAM
Access Analyzer's policy validation; those with ¹ are this extension's own. A finding about something
that the service catalog does not know is a warning, unless its spelling is clearly wrong.\n\n${parts.join('\n')}`;
}

/**
 * @param {Check} check
 * @param {string} source
 * @param {Record<string, string>} kindLabels
 */
function page({ code, severity, title, description, own, kinds }, source, kindLabels) {
  const where = kinds ? kinds.map((kind) => kindLabels[kind] ?? kind).join(', ') : 'Every kind';
  const origin = own ? 'Of this extension' : 'Of IAM Access Analyzer';
  return `# ${code}

${title}.

| Severity | Policies | Origin |
| --- | --- | --- |
| ${severity} | ${where} | ${origin} |

${description}

## Found

${example(code, 'bad')}
## Not found

${example(code, 'good')}
Rule: <${source}>
`;
}

/**
 * The first fixture of a code that begins with the word, as a block of Markdown.
 * @param {string} code
 * @param {string} word
 */
function example(code, word) {
  const fixtures = fromRoot('test', 'fixtures', 'policies', code);
  const name = existsSync(fixtures)
    ? readdirSync(fixtures)
        .sort()
        .find((file) => file.startsWith(`${word}-`))
    : undefined;
  if (!name) throw new Problem(`There is no ${word} example of ${code} in test/fixtures/policies.`);
  const { why, policy } = JSON.parse(readFileSync(path.join(fixtures, name), 'utf8'));
  const text =
    typeof policy === 'string'
      ? policy.trim().replaceAll('\r\n', '\n')
      : JSON.stringify(policy, null, 2);
  const shown = text.length > 2000 ? `${text.slice(0, 200)}…` : text;
  return `${why}\n\n\`\`\`json\n${shown}\n\`\`\`\n`;
}

/**
 * @param {Map<string, string>} pages
 * @param {string} manifest
 */
function compare(pages, manifest) {
  const present = existsSync(folder) ? readdirSync(folder) : [];
  const stale = [
    ...[...pages.keys()].filter(
      (name) =>
        !present.includes(name) ||
        readFileSync(path.join(folder, name), 'utf8').replaceAll('\r\n', '\n') !== pages.get(name),
    ),
    ...present.filter((name) => !pages.has(name)),
    ...(readFileSync(manifestFile, 'utf8').replaceAll('\r\n', '\n') === manifest
      ? []
      : ['package.json']),
  ];
  if (stale.length === 0) return;
  throw new Problem(
    `Not current: ${stale.slice(0, 5).join(', ')}. Run node scripts/build-check-docs.mjs.`,
  );
}
