import type { Catalog } from './catalog/catalog';

/** Characters; what is longer is worked out anew. */
const MAX_LENGTH = 500;

/**
 * A function of a text that answers from memory what it was asked before: policies say the same
 * again and again. At most `limit` answers are kept, then it begins anew.
 */
export function remembered<T>(limit: number, make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const seen = known.get(text);
    if (seen !== undefined || known.has(text)) return seen as T;
    if (text.length > MAX_LENGTH) return make(text);
    if (known.size >= limit) known.clear();
    const key = ownCopy(text);
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

/** The same for what a catalog says of a text. */
export function rememberedPerCatalog<T>(
  limit: number,
  make: (catalog: Catalog, text: string) => T,
): (catalog: Catalog, text: string) => T {
  const ofCatalog = new WeakMap<Catalog, (text: string) => T>();
  return (catalog, text) => {
    let answer = ofCatalog.get(catalog);
    if (!answer) {
      answer = remembered(limit, (asked) => make(catalog, asked));
      ofCatalog.set(catalog, answer);
    }
    return answer(text);
  };
}

/** A part of a document's text keeps the whole of it in memory; a copy does not. */
export function ownCopy(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
