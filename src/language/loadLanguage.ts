import type { PolicyLanguage } from '../policy/index';

/** Gives the policy language, read on first use and never while the extension starts. */
export type LoadLanguage = () => Promise<PolicyLanguage>;

/** `catalogPath`: dist/catalog.bin of the extension. A failed load is tried again at the next call. */
export function lazyLanguage(catalogPath: string): LoadLanguage {
  let loaded: Promise<PolicyLanguage> | undefined;
  return () => {
    loaded ??= import('../policy/index').then(({ createPolicyLanguage }) =>
      createPolicyLanguage(catalogPath),
    );
    loaded.catch(() => (loaded = undefined));
    return loaded;
  };
}
