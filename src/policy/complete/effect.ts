import { effects } from '../elements';
import { grammarOfKind } from '../facts/grammar';
import type { Completer } from './item';

/** What the kind allows: customers' resource control policies can only deny. */
export const completeEffect: Completer<'effect'> = (_, { kind }) => {
  const allowed = kind === 'unknown' ? effects : grammarOfKind[kind].effects;
  return allowed.map((label) => ({
    label,
    kind: 'value',
    rank: 0,
    subject: { kind: 'element', name: 'Effect' },
  }));
};
