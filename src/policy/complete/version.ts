import { versions } from '../elements';
import type { Completer } from './item';

export const completeVersion: Completer<'version'> = () =>
  Object.entries(versions).map(([label, text], rank) => ({
    label,
    kind: 'value',
    rank,
    subject: { kind: 'text', text },
  }));
