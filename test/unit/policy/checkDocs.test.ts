import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { checks } from '../../../src/policy/checks/index';
import { root } from './language';

describe('pages of the checks', () => {
  it('are as their generator makes them', () => {
    const script = path.join(root, 'scripts/build-check-docs.mjs');
    const { status, stderr } = spawnSync(process.execPath, [script, '--check'], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
  });

  it('are there for every code, and named in the index', () => {
    const folder = path.join(root, 'docs/checks');
    const index = readFileSync(path.join(folder, 'README.md'), 'utf8');
    for (const { code } of checks) {
      assert.ok(existsSync(path.join(folder, `${code}.md`)), code);
      assert.ok(index.includes(`[${code}](${code}.md)`), code);
    }
  });
});
