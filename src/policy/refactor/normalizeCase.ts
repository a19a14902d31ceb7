import type { Catalog } from '../catalog/catalog';
import type { ActionValue } from '../document';
import { replaceString } from '../edit';
import { expandAction } from '../expand';
import { hasWildcard } from '../pattern';
import { counted, type Refactoring } from './refactoring';

/** Writes services and actions as AWS spells them: `S3:getobject*` becomes `s3:GetObject*`. */
export const normalizeCase: Refactoring = {
  id: 'normalizeCase',
  kind: 'refactor.rewrite',
  find({ document, catalog }) {
    const edits = document.statements.flatMap(({ actions }) =>
      actions.flatMap((action) => {
        const text = official(catalog, action);
        return text === action.text ? [] : [replaceString(action.node, text)];
      }),
    );
    if (edits.length === 0) return [];
    return [{ title: `Spell ${counted(edits.length, 'action')} as AWS does`, edits: () => edits }];
  },
};

function official(catalog: Catalog, { text, service, name }: ActionValue): string {
  const prefix = catalog.service(service)?.prefix;
  if (prefix === undefined) return text;
  if (!hasWildcard(name)) {
    return `${prefix}:${catalog.actionName(prefix, name)?.name ?? name}`;
  }
  const names = expandAction(catalog, text).map((action) => action.name);
  const start = name.search(/[*?]/);
  const end = name.length - Math.max(name.lastIndexOf('*'), name.lastIndexOf('?')) - 1;
  const head = common(names.map((each) => each.slice(0, start))) ?? name.slice(0, start);
  const tail =
    common(names.map((each) => each.slice(each.length - end))) ?? name.slice(name.length - end);
  return `${prefix}:${head}${name.slice(start, name.length - end)}${tail}`;
}

/** The text that all are, if they are one. */
function common(texts: readonly string[]): string | undefined {
  const [first, ...others] = new Set(texts);
  return others.length === 0 ? first : undefined;
}
