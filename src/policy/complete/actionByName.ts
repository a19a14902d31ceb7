import type { ActionName } from '../catalog/model';
import { apiOperations } from '../facts/apiOperations';
import { rcpServices } from '../facts/rcpServices';
import { frequentServices } from './frequentServices';
import type { CompletionContext, Proposal } from './item';

/** Letters before actions of every service are looked through. */
const LEAST = 3;
const MOST = 50;

/** `PutItem` typed without its service finds `dynamodb:PutItem`. */
export function actionsByName(typed: string, { catalog, kind }: CompletionContext): Proposal[] {
  if (typed.length < LEAST || !/^\w+$/.test(typed)) return [];
  const lower = typed.toLowerCase();
  const found: Proposal[] = [];
  for (const { prefix } of catalog.services) {
    if (kind === 'rcp' && !rcpServices.has(prefix)) continue;
    for (const action of catalog.actionNames(prefix)) {
      if (action.name.slice(0, lower.length).toLowerCase() === lower) found.push(named(action));
    }
  }
  return found.sort((a, b) => a.rank - b.rank).slice(0, MOST);
}

function named({ service, name, accessLevel }: ActionName): Proposal {
  const label = `${service}:${name}`;
  return {
    label,
    kind: 'action',
    detail: accessLevel,
    rank: frequentServices.has(service) ? 5 : 6,
    filterText: `${name} ${label}`,
    subject: { kind: 'action', service, name },
  };
}

/** API operations that are no actions, by the action that authorizes them: `s3:ListObjectsV2` is `s3:ListBucket`. */
export function actionsByOperation(typed: string): Proposal[] {
  const lower = typed.toLowerCase();
  if (lower.length < lower.indexOf(':') + 1 + LEAST) return [];
  return [...apiOperations()].flatMap(([key, { operation, actions }]): Proposal[] => {
    const [label] = actions;
    const [service = '', name = ''] = label?.split(':') ?? [];
    if (label === undefined || !key.startsWith(lower) || actions.length !== 1) return [];
    // Its own name has found it.
    if (label.toLowerCase().startsWith(lower)) return [];
    return [
      {
        label,
        kind: 'action',
        detail: `authorizes ${operation}`,
        rank: 7,
        filterText: operation,
        subject: { kind: 'action', service, name },
      },
    ];
  });
}
