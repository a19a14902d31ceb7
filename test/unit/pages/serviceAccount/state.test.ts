import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { withDashes } from '../../../../src/pages/serviceAccount/present';
import { parseMessage } from '../../../../src/pages/serviceAccount/state';

test('lets through the messages of the list, and only what belongs to them', () => {
  assert.deepEqual(parseMessage({ type: 'create', more: 1 }), { type: 'create' });
  assert.deepEqual(parseMessage({ type: 'copy', what: 'bash' }), { type: 'copy', what: 'bash' });
  assert.deepEqual(parseMessage({ type: 'save', form: 'csv' }), { type: 'save', form: 'csv' });
  assert.deepEqual(parseMessage({ type: 'showFile', which: 'privateKey', file: '/etc/passwd' }), {
    type: 'showFile',
    which: 'privateKey',
  });
  for (const bad of [
    null,
    'create',
    {},
    { type: 'state' },
    { type: 'copy', what: 'secret' },
    { type: 'save' },
    { type: 'showFile', which: '/etc/passwd' },
    { type: ['create'] },
  ]) {
    assert.equal(parseMessage(bad), undefined);
  }
});

test('no other value gets through or does harm', () => {
  const types = new Set(
    'ready create change cancel stop retry undo keep close reveal copySecret done copy save showFile'.split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(fc.anything(), (value) => {
      const message = parseMessage(value);
      if (message) assert.ok(types.has(message.type));
    }),
  );
});

test('writes an account number as people read it out', () => {
  assert.equal(withDashes('111122223333'), '1111-2222-3333');
  assert.equal(withDashes('x'), 'x');
});
