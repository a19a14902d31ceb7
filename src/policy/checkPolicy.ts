import type { Catalog } from './catalog/catalog';
import type { Check, CheckContext, Report, ReportOptions } from './check';
import { checks } from './checks/index';
import type { PolicyDocument, Statement } from './document';
import { severities, type Finding, type Severity } from './finding';
import { serviceOf, type PolicyKind } from './kind';
import type { Span } from './syntax';

export interface CheckOptions {
  kind?: PolicyKind;
  /** Of a policy of a resource: the service; by default what its resources and actions say. */
  service?: string;
  /** A code's severity instead of its own, or `off`. */
  levels?: Readonly<Record<string, Severity | 'off'>>;
  /** Asked between statements; true ends the work with what was found so far. */
  shouldStop?: () => boolean;
}

/** Characters. The largest policy of AWS has 152,297; the largest quota is a tenth of that. */
export const MAX_LENGTH = 1_000_000;
/** Beyond this a list of findings helps nobody. */
const MAX_FINDINGS = 1_000;

/** Every finding, by place. Bounded in time and number for any text. */
export function checkPolicy(
  document: PolicyDocument,
  catalog: Catalog,
  options: CheckOptions = {},
): Finding[] {
  return new Run(document, catalog, options).findings();
}

type Hook = 'document' | 'statement' | 'action' | 'resource' | 'principal' | 'condition';
interface Hooks extends Record<Hook, Check[]> {
  /** Values of actions and resources that no check has anything to say about. */
  clean: Record<'Action' | 'NotAction' | 'Resource' | 'NotResource', Set<string>>;
}

/** Values that are remembered, for each element. */
const MAX_CLEAN = 30_000;

const hooksOf = new WeakMap<Catalog, Map<string, Hooks>>();

/** The checks that apply, by the part of the document that they look at. */
function hooksFor({ catalog, kind, service, document }: CheckContext): Hooks {
  const version = document.elements.get('Version')?.value;
  const isNew = version?.type === 'string' && version.value === '2012-10-17';
  const name = [kind, service ?? '', isNew].join(' ');
  const all = hooksOf.get(catalog) ?? new Map<string, Hooks>();
  hooksOf.set(catalog, all);
  const known = all.get(name);
  if (known) return known;
  const hooks = makeHooks(kind);
  if (all.size > 100) all.clear();
  all.set(name, hooks);
  return hooks;
}

function makeHooks(kind: PolicyKind): Hooks {
  const fitting = checks.filter((check) => !check.kinds || check.kinds.includes(kind));
  const having = (hook: Hook) => fitting.filter((check) => hook in check);
  return {
    document: having('document'),
    statement: having('statement'),
    action: having('action'),
    resource: having('resource'),
    principal: having('principal'),
    condition: having('condition'),
    clean: {
      Action: new Set(),
      NotAction: new Set(),
      Resource: new Set(),
      NotResource: new Set(),
    },
  };
}

function remember(clean: Set<string>, text: string): void {
  if (clean.size >= MAX_CLEAN) clean.clear();
  // A copy: a part of the document's text would keep the whole of it in memory.
  clean.add(Buffer.from(text, 'utf16le').toString('utf16le'));
}

class Run {
  private readonly found: Finding[] = [];
  private readonly context: CheckContext;
  private readonly hooks: Hooks;
  private current: Check | undefined;
  /** How often a check had something to say, whatever became of it. */
  private reports = 0;

  constructor(
    private readonly document: PolicyDocument,
    catalog: Catalog,
    private readonly options: CheckOptions,
  ) {
    const kind = options.kind ?? 'unknown';
    const service = options.service ?? (kind === 'resource' ? serviceOf(document) : undefined);
    this.context = { catalog, kind, document, ...(service === undefined ? {} : { service }) };
    this.hooks = hooksFor(this.context);
  }

  findings(): Finding[] {
    const { document, hooks } = this;
    if (document.text.length > MAX_LENGTH) return [tooLarge(document.text)];
    for (const check of hooks.document) {
      this.current = check;
      check.document?.(document, this.report, this.context);
    }
    for (const statement of document.statements) {
      if (this.found.length >= MAX_FINDINGS || this.options.shouldStop?.()) break;
      this.checkStatement(statement);
    }
    return this.found.sort(byPlace);
  }

  private checkStatement(statement: Statement): void {
    const { hooks, report, context } = this;
    for (const check of hooks.statement) {
      this.current = check;
      check.statement?.(statement, report, context);
    }
    for (const action of statement.actions) {
      const clean = hooks.clean[action.element];
      if (clean.has(action.text)) continue;
      const before = this.reports;
      for (const check of hooks.action) {
        this.current = check;
        check.action?.(action, report, context);
      }
      if (this.reports === before) remember(clean, action.text);
    }
    for (const resource of statement.resources) {
      const clean = hooks.clean[resource.element];
      if (clean.has(resource.text)) continue;
      const before = this.reports;
      for (const check of hooks.resource) {
        this.current = check;
        check.resource?.(resource, report, context);
      }
      if (this.reports === before) remember(clean, resource.text);
    }
    for (const principal of statement.principals) {
      for (const check of hooks.principal) {
        this.current = check;
        check.principal?.(principal, report, context);
      }
    }
    for (const condition of statement.conditions) {
      for (const check of hooks.condition) {
        this.current = check;
        check.condition?.(condition, report, context);
      }
    }
  }

  private readonly report: Report = (at: Span, message: string, options: ReportOptions = {}) => {
    const check = this.current;
    this.reports++;
    if (!check || this.found.length >= MAX_FINDINGS) return;
    const level = this.options.levels?.[check.code];
    if (level === 'off') return;
    this.found.push({
      code: check.code,
      severity: level ?? options.severity ?? check.severity,
      message,
      offset: at.offset,
      end: Math.max(at.end, at.offset),
      fixes: options.fixes ?? [],
      ...(options.related ? { related: options.related.map(plain) } : {}),
    });
  };
}

/** A span without the tree that it may be a node of. */
function plain({ span: { offset, end }, message }: NonNullable<Finding['related']>[number]) {
  return { span: { offset, end }, message };
}

function byPlace(a: Finding, b: Finding): number {
  return a.offset - b.offset || severities.indexOf(a.severity) - severities.indexOf(b.severity);
}

function tooLarge(text: string): Finding {
  return {
    code: 'TOO_LARGE_TO_CHECK',
    severity: 'error',
    message: `The document has ${text.length.toLocaleString('en')} characters and is too large to check. No policy of AWS may be longer than 20,480.`,
    offset: 0,
    end: 1,
    fixes: [],
  };
}
