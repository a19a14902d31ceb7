import { execFileSync } from 'node:child_process';
import path from 'node:path';
import * as iamPolicy from '@cloud-copilot/iam-policy';
import { findNodeAtLocation, parseTree, type JSONPath } from 'jsonc-parser';
import type { PolicyKind, Span } from '../src/policy/index';
import { fixtures, placeOf, type Fixture } from '../test/unit/policy/fixture';
import { language, root } from '../test/unit/policy/language';
import type { Row } from './row';

/** What a peer says of each fixture, by name: places in its text; undefined where it failed. */
type Told = Map<string, Span[] | undefined>;

const cases = fixtures();

/** An object or a list is at its opening bracket, as findings about it are. */
function spanOf(text: string, at: JSONPath): Span[] {
  const tree = parseTree(text);
  const node = tree && findNodeAtLocation(tree, at);
  if (!node) return [];
  const large = node.type === 'object' || node.type === 'array';
  return [{ offset: node.offset, end: node.offset + (large ? 1 : node.length) }];
}

const validators: Partial<Record<PolicyKind, (policy: unknown) => iamPolicy.ValidationError[]>> = {
  identity: iamPolicy.validateIdentityPolicy,
  boundary: iamPolicy.validateIdentityPolicy,
  trust: iamPolicy.validateTrustPolicy,
  resource: iamPolicy.validateResourcePolicy,
  scp: iamPolicy.validateServiceControlPolicy,
  rcp: iamPolicy.validateResourceControlPolicy,
  session: iamPolicy.validateSessionPolicy,
  endpoint: iamPolicy.validateEndpointPolicy,
};

/** `Statement[0].#effect` is the key of an element. */
function pathOf(text: string): JSONPath {
  return [...text.matchAll(/[^.[\]]+/g)].map(([part]) =>
    /^\d+$/.test(part) ? Number(part) : part.replace(/^#/, ''),
  );
}

function iamPolicySays({ text, kind }: Fixture): Span[] {
  let policy: unknown;
  try {
    policy = JSON.parse(text);
  } catch {
    // Whoever uses it on a text learns from JSON.parse that it is none.
    return [{ offset: 0, end: text.length }];
  }
  const validate = validators[kind] ?? iamPolicy.validateIdentityPolicy;
  return validate(policy).flatMap((error) => {
    const at = pathOf(error.path);
    const [value] = spanOf(text, at);
    if (!value) return [];
    if (!error.path.includes('#')) return [value];
    // The key stands before its value.
    const key = text.lastIndexOf(JSON.stringify(at.at(-1)), value.offset);
    return [{ offset: key, end: value.end }];
  });
}

function pythonSays(peer: string): Told | undefined {
  const python = process.env.PEERS_PYTHON;
  if (python === undefined) return undefined;
  const input = JSON.stringify(cases.map(({ name, kind, text }) => ({ name, kind, text })));
  const output = execFileSync(python, [path.join(root, 'bench/peers.py'), peer], {
    input,
    encoding: 'utf8',
    maxBuffer: 1e9,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const found = JSON.parse(output) as Record<string, [number, number, number][] | null>;
  return new Map(
    cases.map(({ name, text }) => {
      const starts = lineStarts(text);
      const spans = found[name]?.map(([line, column, length]) => {
        const offset = (starts[line - 1] ?? 0) + Math.max(0, column - 1);
        return { offset, end: offset + Math.max(1, length) };
      });
      return [name, spans];
    }),
  );
}

/** Offsets. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function isTold({ name, text, code, expect }: Fixture, told: Told): boolean {
  const wanted = expect
    .filter((each) => each.code === code)
    .map(({ at, nth }) => ({ offset: placeOf(text, at, nth), length: at.length }));
  return (told.get(name) ?? []).some((span) =>
    wanted.some(({ offset, length }) => span.offset < offset + length && span.end > offset),
  );
}

const percent = (part: number, all: number) => (100 * part) / all;

function rowsOf(name: string, ours: Told, peer: Told): Row[] {
  const bad = cases.filter((each) => each.bad);
  const good = cases.filter((each) => !each.bad);
  const share = (told: Told) =>
    percent(bad.filter((each) => isTold(each, told)).length, bad.length);
  const alarms = (told: Told) =>
    percent(good.filter((each) => (told.get(each.name) ?? []).length > 0).length, good.length);
  return [
    {
      name: `Wrong policies (${bad.length}) of which a fault is told at its place`,
      ours: share(ours),
      unit: '%',
      peer: { name, value: share(peer) },
    },
    {
      name: `Right policies (${good.length}) with an error or warning`,
      ours: alarms(ours),
      unit: '%',
      peer: { name, value: alarms(peer) },
    },
  ];
}

const check = (each: Fixture) => language.check(each.text, each);

export default function peers(): Promise<Row[]> {
  const ours: Told = new Map(
    cases.map((each) => [
      each.name,
      check(each).filter(({ severity }) => each.bad || severity !== 'suggestion'),
    ]),
  );
  const bad = cases.filter((each) => each.bad);
  const named = bad.filter((each) => check(each).some(({ code }) => code === each.code));
  const rows: Row[] = [
    {
      name: 'Wrong policies named by the code that is expected',
      ours: percent(named.length, bad.length),
      unit: '%',
    },
    ...rowsOf('iam-policy', ours, new Map(cases.map((each) => [each.name, iamPolicySays(each)]))),
  ];
  for (const peer of ['parliament', 'cfn-lint']) {
    const told = pythonSays(peer);
    if (told) rows.push(...rowsOf(peer, ours, told));
    else rows.push({ name: `${peer}: not measured, PEERS_PYTHON is not set`, ours: 0, unit: '' });
  }
  return Promise.resolve(rows);
}
