/** What JSON can hold: the journal's records are made of nothing else. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** Gives the value when it is a JSON object, or undefined. */
export function asObject(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}

/** Gives a text member of a JSON object, or undefined. */
export function textOf(value: Json | undefined, key: string): string | undefined {
  const member = asObject(value)?.[key];
  return typeof member === 'string' ? member : undefined;
}
