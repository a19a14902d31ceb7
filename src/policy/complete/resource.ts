import type { Statement } from '../document';
import { serviceOf, type PolicyKind } from '../kind';
import { arnsOfType } from './accountArns';
import { arnParts } from './arnParts';
import { arnDefaults, fillTemplate, isArnBegun, type ArnDefaults } from './arnTemplate';
import type { Completer, CompletionContext, Proposal } from './item';
import {
  sortByUse,
  typesOfStatement,
  type FittingType,
  type StatementTypes,
} from './resourceTypes';

/** Patterns of one list; a service has at most 110 types. */
const MAX_TYPES = 200;
/** A type is rare when another is taken by so many times as many actions. */
const RARE = 4;

/** `*`, the account's own resources, the patterns of what the actions take, the next part of an ARN. */
export const completeResource: Completer<'resource'> = (place, context) => {
  if (context.kind === 'trust') return [];
  const { before: typed, statement, siblings, element } = place;
  const defaults = arnDefaults(context);
  const fitting = typesOfStatement(context.catalog, statement);
  const types = fitting.types.length > 0 ? fitting.types : typesOfService(typed, context);
  const others = fitting.types.length > 0 ? typesOfService(typed, context, fitting.types) : [];
  const isWide = isAboutMany(statement, context.kind);
  const proposals = [
    ...(element === 'Resource' ? [star(fitting, isWide)] : []),
    ...types.flatMap((type) => ofAccount(type, types[0], isWide, typed, context)),
    ...templates(types, fitting.actions, typed, defaults, isWide ? 12 : 2),
    ...templates(others, 0, typed, defaults, 20),
    ...(typed === '' && fitting.actions > 0 ? [] : arnParts(typed, context, defaults)),
  ];
  return proposals.filter(({ label }) => !siblings.includes(label));
};

/** With NotAction resources are of any type; policies of organizations are for many accounts. */
function isAboutMany(statement: Statement | undefined, kind: PolicyKind): boolean {
  return kind === 'scp' || kind === 'rcp' || (statement?.elements.has('NotAction') ?? false);
}

/** The account's own come first, but for types that few of the actions are about. */
function ofAccount(
  { type, takenBy }: FittingType,
  first: FittingType | undefined,
  isWide: boolean,
  typed: string,
  { account }: CompletionContext,
): Proposal[] {
  const isRare = first !== undefined && takenBy * RARE < first.takenBy;
  const proposals = arnsOfType(type, account, typed);
  return isWide || isRare ? proposals.map((proposal) => ({ ...proposal, rank: 13 })) : proposals;
}

/** Actions without resource types take nothing else. */
function star({ actions, onlyStar }: StatementTypes, isWide: boolean): Proposal {
  const others = onlyStar === 1 ? '1 action' : `${onlyStar} actions`;
  const detail =
    onlyStar === 0
      ? 'every resource'
      : onlyStar === actions
        ? 'all that the actions take'
        : `needed by ${others}`;
  return {
    label: '*',
    kind: 'resource',
    detail,
    rank: isWide || actions === 0 || onlyStar === actions ? 1 : 10,
    subject: { kind: 'element', name: 'Resource' },
  };
}

function templates(
  types: readonly FittingType[],
  actions: number,
  typed: string,
  defaults: ArnDefaults,
  rank: number,
): Proposal[] {
  return types
    .slice(0, MAX_TYPES)
    .flatMap((fitting) => {
      const filled = fillTemplate(fitting.type.arn, typed, defaults);
      return filled ? [{ ...fitting, filled }] : [];
    })
    .sort((a, b) => b.filled.matched - a.filled.matched)
    .map(({ service, type: { name }, takenBy, filled }) => ({
      label: filled.label,
      kind: 'resource',
      detail: actions > 1 ? `${name} · ${takenBy} of ${actions} actions` : name,
      rank,
      template: filled.snippet,
      filterText: filled.filterText,
      subject: { kind: 'resourceType', service, name },
    }));
}

/** Types of the service that the ARN names already, or that a policy of a resource is about. */
function typesOfService(
  typed: string,
  { catalog, kind, document }: CompletionContext,
  known: readonly FittingType[] = [],
): FittingType[] {
  const written = isArnBegun(typed) ? typed.split(':')[2] : undefined;
  const about = kind === 'resource' && known.length === 0 ? serviceOf(document) : undefined;
  const service = written && typed.split(':').length > 3 ? written : about;
  if (service === undefined) return [];
  const types = catalog
    .resourceTypes(service)
    .filter((type) => !known.some((other) => other.type.arn === type.arn))
    .map((type) => ({ service, type, requiredBy: 0, takenBy: 0 }));
  return sortByUse(types);
}
