import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits, parsePolicy } from '../../../../src/policy/index';
import { refactor, refactorings } from '../../../../src/policy/refactor/index';
import { cases } from './cases';
import { cursor, language } from '../language';

const { catalog } = language;

function offersAt(marked: string) {
  const { text, offset } = cursor(marked);
  const offers = refactor(parsePolicy(text), catalog, { offset, end: offset }, 'identity');
  return { text, offers };
}

describe('each refactoring', () => {
  for (const { id, title, before, after } of cases) {
    it(`${id}: ${title}`, () => {
      const { text, offers } = offersAt(before);
      const offer = offers.find((each) => each.id === id && each.title === title);
      assert.ok(offer, offers.map((each) => `${each.id}: ${each.title}`).join('\n'));
      assert.equal(applyEdits(text, offer.edits()), after);
    });
  }

  it('has a case', () => {
    const tried = new Set(cases.map(({ id }) => id));
    assert.deepEqual(
      refactorings.map(({ id }) => id).filter((id) => !tried.has(id)),
      [],
    );
  });

  it('has an id of its own and a kind of the editor’s menus', () => {
    assert.equal(new Set(refactorings.map(({ id }) => id)).size, refactorings.length);
    for (const { kind } of refactorings) assert.match(kind, /^refactor\.(rewrite|extract|inline)$/);
  });
});

describe('refactorings are not offered', () => {
  const titles = (marked: string) => offersAt(marked).offers.map(({ title }) => title);
  const statement = (elements: string) =>
    `{"Version":"2012-10-17","Statement":[{|"Sid":"A","Effect":"Allow",${elements}}]}`;

  it('in what is no JSON, or has an element twice', () => {
    assert.deepEqual(titles('{"Version":"2012-10-17","Statement":[{|"Action":"s3:Get*",}]}'), []);
    assert.deepEqual(titles(statement('"Action":"s3:Get*","Action":"s3:Put*","Resource":"*"')), []);
    assert.deepEqual(titles(statement('"Action":["s3:Get*",7],"Resource":"*"')), []);
  });

  it('where a comment would be lost', () => {
    const text = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Read",
      "Effect": "Allow",
      "Action": [|
        "s3:PutObject", // uploads
        "s3:GetObject"
      ],
      "Resource": "*"
    }
  ]
}`;
    assert.deepEqual(
      titles(text).filter((title) => /Sort|Split|Shrink/.test(title)),
      [],
    );
  });

  it('for patterns that are too many actions', () => {
    assert.ok(
      !titles(statement('"Action":"*","Resource":"*"')).some((each) => each.startsWith('Expand')),
    );
  });

  it('for statements that differ in Principal, Condition, or in two elements', () => {
    const two = (a: string, b: string) =>
      titles(
        `{"Version":"2012-10-17","Statement":[{|"Effect":"Allow",${a}},{"Effect":"Allow",${b}}]}`,
      );
    const read = '"Action":"s3:GetObject","Resource":"arn:aws:s3:::a/*"';
    const write = '"Action":"s3:PutObject","Resource":"arn:aws:s3:::a/*"';
    const other = '"Action":"s3:PutObject","Resource":"arn:aws:s3:::b/*"';
    const condition = '"Condition":{"Bool":{"aws:SecureTransport":"true"}}';
    const merges = (list: string[]) => list.filter((title) => title.startsWith('Merge'));
    assert.deepEqual(merges(two(read, write)), ['Merge 2 statements that differ in Action only']);
    assert.deepEqual(merges(two(read, other)), []);
    assert.deepEqual(merges(two(read, `${write},${condition}`)), []);
    assert.deepEqual(
      merges(two(`${read},"Principal":"*"`, `${write},"Principal":{"AWS":"*"}`)),
      [],
    );
    assert.deepEqual(merges(two(read, write.replace('"Action"', '"NotAction"'))), []);
  });
});
