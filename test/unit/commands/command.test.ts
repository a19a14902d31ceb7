import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { targetRefs, targetsOf } from '../../../src/commands/command';
import type { EntityRef } from '../../../src/iam/model';
import type { Services } from '../../../src/services';

const user = (name: string): { ref: EntityRef } => ({ ref: { kind: 'user', name } });
const group = { ref: { kind: 'group', name: 'g' } } as const;
const services = (...selection: EntityRef[]): Services =>
  ({ tree: { selection } }) as unknown as Services;

describe('what a command is called on', () => {
  it('is nothing from the palette', () => {
    assert.deepEqual(targetRefs(services(user('a').ref), []), []);
    assert.deepEqual(targetRefs(services(), [undefined, undefined]), []);
    assert.deepEqual(targetRefs(services(), ['text', 3, null, { ref: null }]), []);
  });

  it('is the node of an inline button', () => {
    assert.deepEqual(targetRefs(services(), [user('a')]), [user('a').ref]);
  });

  it('is the selection when the clicked node is in it', () => {
    const [a, b] = [user('a'), user('b')];
    assert.deepEqual(targetRefs(services(), [b, [a, b]]), [a.ref, b.ref]);
  });

  it('is the clicked node alone when it lies outside the selection', () => {
    const [a, b, c] = [user('a'), user('b'), user('c')];
    assert.deepEqual(targetRefs(services(), [c, [a, b]]), [c.ref]);
  });

  it('is what the tree has selected for a key', () => {
    const selected = user('a').ref;
    assert.deepEqual(targetRefs(services(selected), [{ fromSelection: true }]), [selected]);
  });

  it('is narrowed to the kind that the command knows', () => {
    const a = user('a');
    assert.deepEqual(targetsOf(services(), [a, [a, group]], 'group'), [group.ref]);
  });
});
