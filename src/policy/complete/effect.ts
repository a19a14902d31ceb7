import { effects } from '../elements';
import type { Completer } from './item';

export const completeEffect: Completer<'effect'> = () =>
  effects.map((label, rank) => ({ label, kind: 'value', rank }));
