function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

function isFull(value: unknown, ...full: string[]): boolean {
  return asList(value).some((item) => typeof item === 'string' && full.includes(item));
}

/**
 * True for a policy that allows every action on every resource without a condition, as
 * AdministratorAccess does. A Deny beside it is not weighed. A broken document allows nothing.
 */
export function allowsEverything(document: string): boolean {
  let policy: unknown;
  try {
    policy = JSON.parse(document);
  } catch {
    return false;
  }
  if (typeof policy !== 'object' || policy === null || !('Statement' in policy)) return false;
  return asList(policy.Statement).some((statement) => {
    if (typeof statement !== 'object' || statement === null) return false;
    const { Effect, Action, Resource, Condition } = statement as Record<string, unknown>;
    return (
      Effect === 'Allow' &&
      isFull(Action, '*', '*:*') &&
      isFull(Resource, '*') &&
      Condition === undefined
    );
  });
}
