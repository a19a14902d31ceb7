import type { Statement } from '../document';
import { insertProperty } from '../edit';
import { freeSid, sidFor, takenSids } from '../sid';
import { onlyStatement, type RefactorContext, type Refactoring } from './refactoring';

/** Gives the statement, or each one without, a Sid made from its effect and actions. */
export const addSid: Refactoring = {
  id: 'addSid',
  kind: 'refactor.rewrite',
  find(context) {
    const without = context.document.statements.filter(
      ({ elements }) =>
        !elements.has('Sid') && (elements.has('Action') || elements.has('NotAction')),
    );
    const statement = onlyStatement(context);
    const one = statement && without.includes(statement) ? [statement] : [];
    return [
      { title: 'Add a Sid', statements: one },
      {
        title: `Add a Sid to all ${without.length} statements without one`,
        statements: without.length > 1 ? without : [],
      },
    ].flatMap(({ title, statements }) =>
      statements.length > 0 ? [{ title, edits: () => sids(context, statements) }] : [],
    );
  },
};

function sids({ document, catalog }: RefactorContext, statements: readonly Statement[]) {
  const taken = takenSids(document);
  return statements.map((statement) => {
    const sid = freeSid(sidFor(statement, catalog), taken);
    taken.add(sid);
    return insertProperty(document.text, statement.node, 'Sid', JSON.stringify(sid));
  });
}
