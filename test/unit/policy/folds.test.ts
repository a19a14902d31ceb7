import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { language } from './language';

function folds(text: string): string[] {
  return language.editor
    .folds(language.parse(text))
    .map(({ offset, end, kind, closed }) => `${kind}${closed ? '' : ' open'} ${offset}-${end}`);
}

describe('folds', () => {
  it('are objects, arrays and comments of more than one line', () => {
    const text = '{ /* a\nb */\n"Statement": [\n{"Action": ["a"]},\n{"Action": [\n"b"]}]}';
    const at = (part: string, from = 0) => text.indexOf(part, from);
    const array = at('[');
    const last = at('{"Action": [\n');
    const end = text.length;
    assert.deepEqual(folds(text), [
      `block 0-${end}`,
      `comment open ${at('/*')}-${at('*/') + 2}`,
      `block ${array}-${end - 1}`,
      `block ${last}-${end - 2}`,
      `block ${at('[', last)}-${end - 3}`,
    ]);
  });

  it('are none for one line, and reach to the end where a bracket is missing', () => {
    assert.deepEqual(folds('{"Statement": []}'), []);
    assert.deepEqual(folds('{"Statement": [\n{'), ['block open 0-17', 'block open 14-17']);
  });

  it('take time in proportion to the text', () => {
    const started = performance.now();
    folds(`{\n"Statement": [\n${'{"Effect": {}},'.repeat(60_000)}{}]}`);
    assert.ok(performance.now() - started < 3_000);
  });
});
