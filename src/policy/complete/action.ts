import type { Catalog } from '../catalog/catalog';
import type { ActionResourceType } from '../catalog/model';
import type { Statement } from '../document';
import { expandAction } from '../expand';
import { rcpServices } from '../facts/rcpServices';
import { isAttachedToPrincipal, serviceOf, type PolicyKind } from '../kind';
import { hasWildcard } from '../pattern';
import { actionsByName, actionsByOperation } from './actionByName';
import { fitOfResources, servicesOfResources } from './actionFit';
import { quantity } from '../quantity';
import { frequentServices } from './frequentServices';
import type { Completer, CompletionContext, Proposal } from './item';
import { trustActionProposals } from './trustAction';

/** Verbs of which a pattern is offered: `s3:Get*`. */
const verb = /^[A-Z][a-z]+/;

const SHOWN_TYPES = 2;

/** The services, then the actions of the one that was chosen: those that the resources take first. */
export const completeAction: Completer<'action'> = (place, context) => {
  const { text, before, siblings, statement } = place;
  const taken = new Set(siblings.map((sibling) => sibling.toLowerCase()));
  const isNew = ({ label }: Proposal) => !taken.has(label.toLowerCase());
  if (context.kind === 'trust') return trustActionProposals(statement, context).filter(isNew);
  const word = before === '' ? text : before;
  const colon = word.indexOf(':');
  const service = colon < 0 ? undefined : context.catalog.service(word.slice(0, colon));
  const proposals = service
    ? [
        ...actions(context.catalog, service.prefix, statement),
        ...patterns(context.catalog, service.prefix, word),
        ...actionsByOperation(word),
      ]
    : [...services(context, siblings, statement), ...actionsByName(word, context)];
  return proposals.filter(isNew);
};

function services(
  context: CompletionContext,
  siblings: readonly string[],
  statement: Statement | undefined,
): Proposal[] {
  const { catalog, kind, document } = context;
  const resources = servicesOfResources(statement);
  const own = kind === 'resource' ? serviceOf(document) : undefined;
  const used = new Set(siblings.map((sibling) => sibling.split(':')[0]?.toLowerCase()));
  const rankOf = (prefix: string) =>
    resources.has(prefix) || prefix === own
      ? 0
      : used.has(prefix)
        ? 1
        : frequentServices.has(prefix)
          ? 2
          : 3;
  const proposals = catalog.services
    .filter(({ prefix }) => kind !== 'rcp' || rcpServices.has(prefix))
    .map(({ prefix, name }): Proposal => ({
      label: `${prefix}:`,
      kind: 'service',
      detail: name,
      rank: rankOf(prefix),
      continues: true,
      subject: { kind: 'service', prefix },
    }));
  return takesStar(kind) ? [...proposals, everything(catalog)] : proposals;
}

/** Policies of resources name the actions of their service; RCPs must name a service. */
const takesStar = (kind: PolicyKind) =>
  isAttachedToPrincipal(kind) || kind === 'endpoint' || kind === 'unknown';

function everything(catalog: Catalog): Proposal {
  const count = catalog.services.reduce(
    (sum, { prefix }) => sum + catalog.actionNames(prefix).length,
    0,
  );
  return pattern('*', count, 9);
}

function actions(catalog: Catalog, prefix: string, statement: Statement | undefined): Proposal[] {
  const fits = fitOfResources(catalog, prefix, statement);
  return catalog.actionNames(prefix).map((action): Proposal => {
    const types = usualTypes(catalog.action(prefix, action.name)?.resourceTypes ?? []);
    return {
      label: `${prefix}:${action.name}`,
      kind: 'action',
      detail: `${action.accessLevel} · ${types}`,
      rank: !fits || fits(action) ? 3 : 4,
      subject: { kind: 'action', service: prefix, name: action.name },
    };
  });
}

/** What an action is used on: the types that it needs, else the usual ones, which have fewer parts to fill in. */
function usualTypes(types: readonly ActionResourceType[]): string {
  const needed = types.filter(({ required }) => required);
  const open = ({ type }: ActionResourceType) => type.arn.split('${').length;
  const usual = (needed.length > 0 ? needed : [...types]).sort((a, b) => open(a) - open(b));
  if (usual.length === 0) return '*';
  const names = usual.slice(0, SHOWN_TYPES).map(({ type }) => type.name);
  return names.join(', ') + (usual.length > SHOWN_TYPES ? ', …' : '');
}

function patterns(catalog: Catalog, prefix: string, typed: string): Proposal[] {
  const counts = new Map<string, number>();
  for (const { name } of catalog.actionNames(prefix)) {
    const start = verb.exec(name)?.[0];
    if (start) counts.set(start, (counts.get(start) ?? 0) + 1);
  }
  const proposals = [...counts]
    .filter(([, count]) => count > 1)
    .map(([start, count]) => pattern(`${prefix}:${start}*`, count, 5));
  proposals.push(pattern(`${prefix}:*`, catalog.actionNames(prefix).length, 6));
  if (hasWildcard(typed) && !proposals.some(({ label }) => label === typed)) {
    const count = expandAction(catalog, typed).length;
    if (count > 0) proposals.push(pattern(typed, count, 0));
  }
  return proposals;
}

function pattern(label: string, count: number, rank: number): Proposal {
  const detail = quantity(count, 'action');
  return { label, kind: 'pattern', detail, rank, subject: { kind: 'pattern', pattern: label } };
}
