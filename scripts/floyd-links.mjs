// Reads documentation links of actions and resource types, and texts of global condition keys, out of
// the JSDoc of the npm package iam-floyd (Apache-2.0), which has them nowhere else.
import fs from 'node:fs';
import path from 'node:path';
import { packageFolder } from './catalog-sources.mjs';

const lib = path.join(packageFolder('iam-floyd'), 'lib');
const statements = path.join(lib, 'generated', 'policy-statements');

/** Source texts by service prefix; a prefix can have several files. */
const byPrefix = new Map();
for (const name of fs.readdirSync(statements)) {
  if (!name.endsWith('.js')) continue;
  const text = fs.readFileSync(path.join(statements, name), 'utf8');
  const prefix = /this\.servicePrefix = '([^']+)'/.exec(text)?.[1];
  if (prefix) byPrefix.set(prefix, (byPrefix.get(prefix) ?? '') + text);
}

const blocks = (prefix) => (byPrefix.get(prefix) ?? '').split('/**').slice(1);
const firstLink = (block) => /^\s*\* (https:\/\/\S+)\s*$/m.exec(block)?.[1];

function linksBy(prefix, nameOf) {
  const links = new Map();
  for (const block of blocks(prefix)) {
    const name = nameOf(block);
    const link = firstLink(block);
    if (name && link) links.set(name.toLowerCase(), link);
  }
  return links;
}

/** Links by lower-case action name. */
export const actionLinks = (prefix) =>
  linksBy(prefix, (block) => /return this\.to\('([^']+)'\)/.exec(block)?.[1]);

/** Links by lower-case name of the resource type. */
export const resourceLinks = (prefix) =>
  linksBy(prefix, (block) => /Adds a resource of type (\S+) to the statement/.exec(block)?.[1]);

/** { text, link } by lower-case key, without what follows a slash. */
export function globalKeyTexts() {
  const file = path.join(lib, 'shared', 'policy-statement', '2-conditions.js');
  const texts = new Map();
  for (const block of fs.readFileSync(file, 'utf8').split('/**').slice(1)) {
    const key = /this\.if\([`'](aws:[A-Za-z0-9-]+)/.exec(block)?.[1];
    if (!key) continue;
    const lines = block.slice(0, block.indexOf('*/')).split('\n');
    const text = lines.map((line) => line.replace(/^\s*\* ?/, '')).join('\n');
    const body = text.slice(0, text.indexOf('@param')).replace(/^https:\S+$/m, '');
    texts.set(key.toLowerCase(), { text: body.trim(), link: firstLink(block) ?? '' });
  }
  return texts;
}
