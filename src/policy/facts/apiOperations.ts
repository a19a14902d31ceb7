import { API_OPERATIONS } from './apiOperationTable';

/** An API operation that is no IAM action, and what authorises it. */
export interface ApiOperation {
  /** `service:Operation`, as people write it in a policy. */
  readonly operation: string;
  /** IAM actions. All are needed, unless `alternatives`. */
  readonly actions: readonly string[];
  /** True when one of `actions` applies, depending on the request. */
  readonly alternatives: boolean;
  /** AWS's page on it. */
  readonly url: string;
}

/**
 * API Gateway's management actions are HTTP verbs; its TagResource and UntagResource are left out, as
 * AWS asks for them under these names in places.
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-iam-policy-examples.html
 */
const API_GATEWAY: ReadonlyArray<readonly [operation: RegExp, verb: string]> = [
  [/^(Get|Export)[A-Z]/, 'GET'],
  [/^(Create|Import|Generate|Test)[A-Z]/, 'POST'],
  [/^(Put|Reimport)[A-Z]/, 'PUT'],
  [/^Update[A-Z]/, 'PATCH'],
  [/^(Delete|Flush|Reset)[A-Z]/, 'DELETE'],
];
const API_GATEWAY_URL =
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-iam-policy-examples.html';

let table: ReadonlyMap<string, ApiOperation> | undefined;

function parse(): ReadonlyMap<string, ApiOperation> {
  const map = new Map<string, ApiOperation>();
  let service = '';
  let url = '';
  for (const line of API_OPERATIONS.trim().split('\n')) {
    if (line.startsWith('#')) {
      [, service = '', url = ''] = line.split(' ');
      continue;
    }
    const [name = '', right = ''] = line.split('=');
    const alternatives = right.includes('|');
    const actions = right
      .split(/[,|]/)
      .map((action) => (action.includes(':') ? action : `${service}:${action}`));
    const operation = `${service}:${name}`;
    map.set(operation.toLowerCase(), { operation, actions, alternatives, url });
  }
  return map;
}

/** All operations of the table by lower-case `service:operation`. Parsed on first use. */
export function apiOperations(): ReadonlyMap<string, ApiOperation> {
  table ??= parse();
  return table;
}

/**
 * What authorises an API operation that is written where an action belongs, without regard to case;
 * undefined when the name is none that is known to be an operation only.
 */
export function findApiOperation(action: string): ApiOperation | undefined {
  const known = apiOperations().get(action.toLowerCase());
  if (known) return known;
  const [service = '', name = ''] = action.split(':');
  if (!/^apigateway(v2)?$/i.test(service)) return undefined;
  const verb = API_GATEWAY.find(([operation]) => operation.test(name))?.[1];
  return verb === undefined
    ? undefined
    : {
        operation: action,
        actions: [`apigateway:${verb}`],
        alternatives: false,
        url: API_GATEWAY_URL,
      };
}
