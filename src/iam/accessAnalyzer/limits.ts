import type { Access } from './model';

/**
 * Of the API's model: 100 actions and 100 resources of 2,048 characters each. For the documents
 * AWS names no limit; the largest quota of any policy is far below this one.
 * @see https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_Access.html
 */
const MAX_ENTRIES = 100;
const MAX_RESOURCE_LENGTH = 2048;
const MAX_DOCUMENT_LENGTH = 1_000_000;

/** What is wrong with a document before it is sent, a sentence; undefined when nothing is. */
export function documentProblem(document: string): string | undefined {
  if (document.trim() === '') return 'The document is empty.';
  if (document.length <= MAX_DOCUMENT_LENGTH) return undefined;
  const [size, most] = [document.length, MAX_DOCUMENT_LENGTH].map((n) => n.toLocaleString('en'));
  return `The document has ${size} characters; more than ${most} are not sent.`;
}

/** The same for a custom policy check, which takes JSON only. */
export function checkedDocumentProblem(document: string): string | undefined {
  const problem = documentProblem(document);
  if (problem !== undefined) return problem;
  try {
    JSON.parse(document);
    return undefined;
  } catch {
    return 'The document is no JSON: correct it first.';
  }
}

/** The same for actions; texts are taken as they would stand in a policy. */
export function actionsProblem(actions: readonly string[]): string | undefined {
  if (actions.length > MAX_ENTRIES) {
    return `Access Analyzer takes ${MAX_ENTRIES} actions at once; these are ${actions.length}.`;
  }
  const wrong = actions.find((action) => action !== '*' && !/^[\w*?-]+:[\w*?-]+$/.test(action));
  return wrong === undefined ? undefined : `"${wrong}" is no action: write service:Action.`;
}

/** The same for resources: ARNs whose wildcards stand in the resource's own part. */
export function resourcesProblem(resources: readonly string[]): string | undefined {
  if (resources.length > MAX_ENTRIES) {
    return `Access Analyzer takes ${MAX_ENTRIES} resources at once; these are ${resources.length}.`;
  }
  for (const resource of resources) {
    const problem = resourceProblem(resource);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function resourceProblem(resource: string): string | undefined {
  if (resource.length > MAX_RESOURCE_LENGTH) {
    return `A resource has at most ${MAX_RESOURCE_LENGTH.toLocaleString('en')} characters.`;
  }
  if (resource === '*') return undefined;
  const parts = resource.split(':');
  if (parts[0] !== 'arn' || parts.length < 6) return `"${resource}" is no ARN.`;
  return parts.slice(0, 5).some((part) => /[*?]/.test(part))
    ? `In "${resource}" a wildcard stands before the resource's own part, which Access Analyzer does not take.`
    : undefined;
}

/** The same for what a policy should not grant. */
export function accessProblem({ actions, resources }: Access): string | undefined {
  if (actions.length + resources.length === 0) return 'Name an action or a resource.';
  return actionsProblem(actions) ?? resourcesProblem(resources);
}
