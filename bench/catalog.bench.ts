import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expandIamActions } from '@cloud-copilot/iam-expand';
import { createPolicyLanguage, type PolicyLanguage } from '../src/policy/index';
import { median, middle, type Row } from './row';

const root = path.resolve(__dirname, '..', '..');
const catalogFile = path.join(root, 'dist', 'catalog.bin');
const RUNS = 7;

/** A process that has done nothing yet, as an editor has when a first policy is opened. */
function cold(program: string): number {
  const prelude = `const language = require(${JSON.stringify(path.join(root, 'out/src/policy/index.js'))});`;
  const output = execFileSync(process.execPath, ['--expose-gc', '-e', prelude + program], {
    encoding: 'utf8',
  });
  return Number(output);
}

const times = (program: string): number =>
  middle(Array.from({ length: RUNS }, () => cold(program)));

/** All that the catalog knows, as the one JSON file that it would be without the container. */
function writePlainJson(file: string): void {
  const { catalog } = createPolicyLanguage(catalogFile);
  const services = catalog.services.map((service) => ({
    ...service,
    actions: catalog.actionNames(service.prefix).map(({ name }) => {
      const action = catalog.action(service.prefix, name);
      const resourceTypes = action?.resourceTypes.map(({ type, ...rest }) => ({
        ...rest,
        type: type.name,
      }));
      return { ...action, resourceTypes };
    }),
    resourceTypes: catalog.resourceTypes(service.prefix),
    conditionKeys: catalog.conditionKeys(service.prefix),
  }));
  fs.writeFileSync(file, JSON.stringify(services));
}

const EXPANDER = 'iam-expand';

async function expansion(language: PolicyLanguage, pattern: string): Promise<Row> {
  const value = await median(50, () => expandIamActions(pattern, { expandAsterisk: true }));
  return {
    name: `Expansion of \`${pattern}\`, warm`,
    ours: await median(50, () => language.expand(pattern)),
    unit: 'ms',
    peer: { name: EXPANDER, value },
    atMost: value / 5,
  };
}

/** In a process that has read nothing; loading the module is not counted. */
function coldExpansion(pattern: string): Row {
  const start = 'const started = performance.now();';
  const end = 'console.log(performance.now() - started)';
  const quoted = JSON.stringify(pattern);
  const ours = `${start} language.createPolicyLanguage(${JSON.stringify(catalogFile)}).expand(${quoted}); ${end};`;
  const peer = `const { expandIamActions } = require('@cloud-copilot/iam-expand'); ${start} expandIamActions(${quoted}, { expandAsterisk: true }).then(() => ${end});`;
  return {
    name: `Expansion of \`${pattern}\`, first in a new process`,
    ours: times(ours),
    unit: 'ms',
    peer: { name: EXPANDER, value: times(peer) },
  };
}

export default async function catalogBenchmark(): Promise<Row[]> {
  const plain = path.join(os.tmpdir(), `iam-workbench-catalog-${process.pid}.json`);
  writePlainJson(plain);
  const [ours, theirs] = [JSON.stringify(catalogFile), JSON.stringify(plain)];
  const timed = (work: string): string =>
    `const started = performance.now(); ${work}; console.log(performance.now() - started);`;
  const heap = (work: string): string =>
    `gc(); const before = process.memoryUsage().heapUsed; globalThis.kept = ${work}; gc(); console.log(process.memoryUsage().heapUsed - before);`;
  const open = `language.createPolicyLanguage(${ours})`;
  const parse = `JSON.parse(require('fs').readFileSync(${theirs}, 'utf8'))`;
  const policy = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:Get"}]}';
  const cursor = policy.indexOf('s3:Get') + 's3:Get'.length;
  const complete = `${open}.complete(${JSON.stringify(policy)}, ${cursor})`;
  const language = createPolicyLanguage(catalogFile);
  const rows: Row[] = [
    {
      name: 'Catalog, load in a new process',
      ours: times(timed(open)),
      unit: 'ms',
      peer: { name: 'plain JSON', value: times(timed(parse)) },
      atMost: 2,
    },
    {
      name: 'Catalog, heap after loading',
      ours: times(heap(open)) / 1e6,
      unit: 'MB',
      peer: { name: 'plain JSON', value: times(heap(parse)) / 1e6 },
      atMost: 1,
    },
    {
      name: 'First completion in a new process, catalog included',
      ours: times(timed(complete)),
      unit: 'ms',
      atMost: 20,
    },
    await expansion(language, '*'),
    {
      // The peer finds nothing for it.
      name: 'Expansion of `*:*`, warm',
      ours: await median(50, () => language.expand('*:*')),
      unit: 'ms',
    },
    await expansion(language, 's3:*Object*'),
    coldExpansion('*'),
    coldExpansion('s3:*Object*'),
  ];
  fs.rmSync(plain);
  return rows;
}
