import { unwatchFile, watchFile } from 'node:fs';
import type { Disposable } from '../events';

const INTERVAL_MILLISECONDS = 2_000;

/**
 * Tells when one of these files appears, changes or goes. Asks for their times every two seconds:
 * that works on every platform and for files that are replaced, not there yet, or on a network.
 */
export function watchFiles(paths: readonly string[], onChange: () => void): Disposable {
  const listener = (): void => onChange();
  const options = { interval: INTERVAL_MILLISECONDS, persistent: false };
  for (const path of paths) watchFile(path, options, listener);
  return {
    dispose: () => {
      for (const path of paths) unwatchFile(path, listener);
    },
  };
}
