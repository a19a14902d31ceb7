import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import test from 'node:test';
import fc from 'fast-check';
import { commandLine, quoteForPowerShell, shellScript } from '../../../src/iam/shellCommand';

const hasBash = spawnSync('bash', ['--version']).status === 0;

test('every word arrives in bash as it is', { skip: !hasBash && 'no bash here' }, () => {
  const word = fc.string({ unit: 'binary', maxLength: 30 }).filter((text) => {
    // No process can be given a NUL, and a lone surrogate is no character.
    return !text.includes('\0') && Buffer.from(text).toString() === text;
  });
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
      const line = commandLine(['printf', '%s\\0', ...words], 'bash');
      const printed = execFileSync('bash', ['-c', line], { encoding: 'utf8' });
      assert.deepEqual(printed.split('\0').slice(0, -1), words);
    }),
    { numRuns: 150 },
  );
});

/** Reads one word as PowerShell does: single quotes, each of its kinds doubled inside. */
function readPowerShellWord(text: string): string {
  if (!text.startsWith("'")) return text;
  const inner = text.slice(1, -1);
  assert.ok(!/(?<!['‘’‚‛])['‘’‚‛](?!['‘’‚‛])/.test(inner), `a quote stands alone in ${text}`);
  return inner.replace(/['‘’‚‛](['‘’‚‛])/g, '$1');
}

test('a word for PowerShell is one word and means itself', () => {
  const unit = fc.oneof(fc.constantFrom("'", '‘', '’', '‚', '‛', '$', '`', ' '), fc.string());
  fc.assert(
    fc.property(fc.array(unit), (parts) => {
      const word = parts.join('');
      const quoted = quoteForPowerShell(word);
      if (!quoted.startsWith("'")) assert.match(quoted, /^[-A-Za-z0-9_/:.+]+$/);
      assert.equal(readPowerShellWord(quoted), word);
    }),
  );
});

test('a comment stays a comment', () => {
  const script = shellScript(
    [{ comment: 'folder\nrm -rf ~\r\u2028x', words: ['aws', 'iam'] }],
    'bash',
  );
  assert.equal(script, '# folder rm -rf ~ x\naws iam\n');
});
