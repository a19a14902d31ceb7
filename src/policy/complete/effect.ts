import { effects } from '../elements';
import { grammarOfKind } from '../facts/grammar';
import type { PolicyKind } from '../kind';
import type { Completer } from './item';

/** What the kind allows: customers' resource control policies can only deny, service control policies mostly do. */
export function effectsOf(kind: PolicyKind): readonly ('Allow' | 'Deny')[] {
  if (kind === 'scp') return ['Deny', 'Allow'];
  return kind === 'unknown' ? effects : grammarOfKind[kind].effects;
}

/** Between quotes, at the first tab stop. */
export function effectChoice(kind: PolicyKind): string {
  const allowed = effectsOf(kind);
  return allowed.length === 1 ? (allowed[0] ?? '') : `\${1|${allowed.join(',')}|}`;
}

export const completeEffect: Completer<'effect'> = (_, { kind }) =>
  effectsOf(kind).map((label) => ({
    label,
    kind: 'value',
    rank: 0,
    subject: { kind: 'element', name: 'Effect' },
  }));
