import type { Catalog } from './catalog/catalog';
import type { Check, CheckContext, Report, ReportOptions } from './check';
import { checks } from './checks/index';
import type {
  ActionValue,
  ConditionEntry,
  PolicyDocument,
  PrincipalValue,
  ResourceValue,
  Statement,
} from './document';
import { severities, type Finding, type Severity } from './finding';
import { serviceOf, type PolicyKind } from './kind';
import { MAX_LENGTH } from './parse';
import { ownCopy } from './remembered';
import type { Span } from './syntax';

export interface CheckOptions {
  kind?: PolicyKind;
  /** Of a policy of a resource: the service; by default what its resources and actions say. */
  service?: string;
  /** Number of the connected account, for fixes that write one in. */
  accountId?: string;
  /** A code's severity instead of its own, or `off`. */
  levels?: Readonly<Record<string, Severity | 'off'>>;
  /** Asked between statements, and within a long one; true ends the work with what was found so far. */
  shouldStop?: () => boolean;
}

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

/** One check's function for a kind of part. All have one shape, which makes them quick to call. */
interface Step<Part> {
  check: Check;
  run: (part: Part, report: Report, context: CheckContext) => void;
}

interface Hooks {
  document: Step<PolicyDocument>[];
  statement: Step<Statement>[];
  action: Step<ActionValue>[];
  resource: Step<ResourceValue>[];
  principal: Step<PrincipalValue>[];
  condition: Step<ConditionEntry>[];
  conditionInStatement: Step<ConditionEntry>[];
  /** Conditions as text that no check has anything to say about. */
  cleanConditions: Set<string>;
}

/** Conditions that are remembered. */
const MAX_CLEAN = 10_000;
/** Characters; what is longer is looked at anew. */
const MAX_CLEAN_LENGTH = 500;
/** Kinds, services and Versions whose values are remembered. */
const MAX_HOOKS = 20;

/** Characters of a Version that tell one from another. */
const MAX_VERSION = 40;

const hooksOf = new WeakMap<Catalog, Map<string, Hooks>>();

/** The checks that apply, by the part of the document that they look at. */
function hooksFor({ catalog, kind, service, document }: CheckContext): Hooks {
  const version = document.elements.get('Version')?.value;
  const name = `${kind} ${service ?? ''} ${version ? slice(document.text, version).slice(0, MAX_VERSION) : ''}`;
  let all = hooksOf.get(catalog);
  if (!all) hooksOf.set(catalog, (all = new Map<string, Hooks>()));
  const known = all.get(name);
  if (known) return known;
  const hooks = makeHooks(kind);
  if (all.size >= MAX_HOOKS) all.clear();
  all.set(name, hooks);
  return hooks;
}

function makeHooks(kind: PolicyKind): Hooks {
  const fitting = checks.filter((check) => !check.kinds || check.kinds.includes(kind));
  const steps = <Part>(hookOf: (check: Check) => Step<Part>['run'] | undefined): Step<Part>[] =>
    fitting.flatMap((check) => {
      const run = hookOf(check);
      return run ? [{ check, run }] : [];
    });
  return {
    document: steps((check) => check.document?.bind(check)),
    statement: steps((check) => check.statement?.bind(check)),
    action: steps((check) => check.action?.bind(check)),
    resource: steps((check) => check.resource?.bind(check)),
    principal: steps((check) => check.principal?.bind(check)),
    condition: steps((check) => check.condition?.bind(check)),
    conditionInStatement: steps((check) => check.conditionInStatement?.bind(check)),
    cleanConditions: new Set(),
  };
}

function remember(clean: Set<string>, text: string): void {
  if (text.length > MAX_CLEAN_LENGTH) return;
  if (clean.size >= MAX_CLEAN) clean.clear();
  clean.add(ownCopy(text));
}

const slice = (text: string, { offset, end }: Span) => text.slice(offset, end);

/** Characters of a statement within which it is asked whether to stop. */
const LONG_STATEMENT = 10_000;
/** Functions of checks that are called before it is asked again. */
const STEPS_BETWEEN = 64;

/** Thrown to leave a check in the middle: there are findings enough, or nobody waits for them. */
const ENOUGH = new Error('Enough findings.');

class Run {
  private readonly found: Finding[] = [];
  private readonly context: CheckContext;
  private readonly hooks: Hooks;
  private current: Check | undefined;
  /** Codes that nobody wants to hear of. */
  private readonly off: ReadonlySet<string>;
  private steps = 0;
  private isLong = false;

  constructor(
    private readonly document: PolicyDocument,
    catalog: Catalog,
    private readonly options: CheckOptions,
  ) {
    const kind = options.kind ?? 'unknown';
    const service = options.service ?? (kind === 'resource' ? serviceOf(document) : undefined);
    const { accountId } = options;
    this.context = {
      catalog,
      kind,
      document,
      ...(service === undefined ? {} : { service }),
      ...(accountId === undefined ? {} : { accountId }),
    };
    this.hooks = hooksFor(this.context);
    const levels = Object.entries(options.levels ?? {});
    this.off = new Set(levels.filter(([, level]) => level === 'off').map(([code]) => code));
  }

  findings(): Finding[] {
    const { document } = this;
    if (document.text.length > MAX_LENGTH) return [tooLarge(document.text)];
    try {
      this.checkDocument();
    } catch (error) {
      if (error !== ENOUGH) throw error;
    }
    return this.found.sort(byPlace);
  }

  private checkDocument(): void {
    const { document, hooks } = this;
    this.run(hooks.document, document);
    for (const statement of document.statements) {
      this.stopIfAsked();
      this.checkStatement(statement);
    }
  }

  private stopIfAsked(): void {
    if (this.options.shouldStop?.()) throw ENOUGH;
  }

  private checkStatement(statement: Statement): void {
    const { hooks } = this;
    this.isLong = statement.node.end - statement.node.offset > LONG_STATEMENT;
    this.run(hooks.statement, statement);
    for (const action of statement.actions) this.runOnce(hooks.action, action);
    for (const resource of statement.resources) this.runOnce(hooks.resource, resource);
    for (const principal of statement.principals) this.run(hooks.principal, principal);
    for (const condition of statement.conditions) this.checkCondition(condition);
  }

  private checkCondition(condition: ConditionEntry): void {
    const { hooks } = this;
    const { operator, property } = condition;
    const text = `${operator} ${slice(this.document.text, property)}`;
    if (!hooks.cleanConditions.has(text)) {
      if (this.isClean(hooks.condition, condition)) remember(hooks.cleanConditions, text);
    }
    this.run(hooks.conditionInStatement, condition);
  }

  private run<Part>(steps: readonly Step<Part>[], part: Part): void {
    for (const { check, run } of steps) {
      if (this.off.size > 0 && this.off.has(check.code)) continue;
      if (this.isLong && ++this.steps % STEPS_BETWEEN === 0) this.stopIfAsked();
      this.current = check;
      run(part, this.report, this.context);
    }
  }

  /** Runs the steps; whether all of them were run and had nothing to say. */
  private isClean<Part>(steps: readonly Step<Part>[], part: Part): boolean {
    const before = this.found.length;
    this.run(steps, part);
    return this.off.size === 0 && this.found.length === before;
  }

  /** A check may say another thing of the same text under NotAction or NotResource. */
  private runOnce<Part extends ActionValue | ResourceValue>(
    steps: readonly Step<Part>[],
    part: Part,
  ): void {
    const { said, element } = part;
    const usual = element === 'Action' || element === 'Resource';
    if (usual && said.cleanFor === this.hooks) return;
    if (this.isClean(steps, part) && usual) said.cleanFor = this.hooks;
  }

  private levelOf(code: string): Severity | undefined {
    const level = this.options.levels?.[code];
    return level === 'off' ? undefined : level;
  }

  private readonly report: Report = (at: Span, message: string, options: ReportOptions = {}) => {
    const check = this.current;
    if (!check) return;
    if (this.found.length >= MAX_FINDINGS) throw ENOUGH;
    this.found.push({
      code: check.code,
      severity: this.levelOf(check.code) ?? options.severity ?? check.severity,
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
    message: `The document has ${text.length.toLocaleString('en')} characters and is too large to check. No policy of an account may be longer than 20,480.`,
    offset: 0,
    end: 1,
    fixes: [],
  };
}
