import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits, type PolicyKind } from '../../../src/policy/index';
import { cursor, language } from './language';

const POLICY = '{"Statement": [{"Sid": "O|ne"}, {"Sid": "Two"}]}';

function rename(marked: string, name: string, kind: PolicyKind): string {
  const { text, offset } = cursor(marked);
  const edits = language.editor.renameSid(language.parse(text), offset, name, kind);
  return 'refused' in edits ? `refused: ${edits.refused}` : applyEdits(text, edits);
}

describe('rename', () => {
  it('is of Sids only, and says so elsewhere', () => {
    const { text, offset } = cursor(POLICY);
    const policy = language.parse(text);
    const target = language.editor.renameTarget(policy, offset);
    assert.deepEqual(target, { offset: text.indexOf('One'), end: text.indexOf('One') + 3 });
    const elsewhere = language.editor.renameTarget(policy, 3);
    assert.ok('refused' in elsewhere);
    assert.match(elsewhere.refused, /^Only the Sid of a statement/);
    assert.match(rename('{"State|ment": []}', 'x', 'identity'), /^refused: Only the Sid/);
  });

  it('takes what the kind of policy takes, and nothing twice', () => {
    assert.equal(
      rename(POLICY, 'New1', 'identity'),
      '{"Statement": [{"Sid": "New1"}, {"Sid": "Two"}]}',
    );
    assert.match(rename(POLICY, 'With space', 'identity'), /refused: .*letters and digits only/);
    assert.match(rename(POLICY, 'With "quotes"', 'scp'), /"With \\"quotes\\""/);
    assert.match(rename(POLICY, 'With space', 'unknown'), /"With space"/);
    assert.equal(rename(POLICY, 'Two', 'identity'), 'refused: Another statement has the Sid Two.');
    assert.match(rename(POLICY, '', 'identity'), /refused: .*at least one character/);
    assert.equal(rename(POLICY, 'One', 'identity'), cursor(POLICY).text);
  });
});
