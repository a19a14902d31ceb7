import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cursor, language } from './language';

function selections(marked: string): string[] {
  const { text, offset } = cursor(marked);
  return language.editor
    .selections(language.parse(text), offset)
    .map(({ offset: start, end }) => text.slice(start, end));
}

describe('selections', () => {
  it('grow from the word over the part of the ARN to the document', () => {
    const statement = '{"Resource": ["arn:aws:s3:::home/${aws:username}/*"]}';
    assert.deepEqual(
      selections(`{"Statement": [{"Resource": ["arn:aws:s3:::home/\${aws:user|name}/*"]}]}`),
      [
        'username',
        '${aws:username}',
        'home/${aws:username}/*',
        'arn:aws:s3:::home/${aws:username}/*',
        '"arn:aws:s3:::home/${aws:username}/*"',
        '["arn:aws:s3:::home/${aws:username}/*"]',
        '"Resource": ["arn:aws:s3:::home/${aws:username}/*"]',
        statement,
        `[${statement}]`,
        `"Statement": [${statement}]`,
        `{"Statement": [${statement}]}`,
      ],
    );
  });

  it('are known in keys, literals and gaps', () => {
    assert.deepEqual(selections('{"Ver|sion": "x"}'), [
      'Version',
      '"Version"',
      '"Version": "x"',
      '{"Version": "x"}',
    ]);
    assert.deepEqual(selections('{"a": tr|ue} '), [
      'true',
      '"a": true',
      '{"a": true}',
      '{"a": true} ',
    ]);
    assert.deepEqual(selections('{ | "a": 1}'), ['{  "a": 1}']);
  });

  it('hold the offset, each within the next, at every offset of broken texts', () => {
    const text = '{"Statement": [{"Action": "s3:Get\\u002a", Resource: arn:aws:s3:::b, "x": {"y": ';
    for (let length = 0; length <= text.length; length++) {
      const policy = language.parse(text.slice(0, length));
      for (let offset = 0; offset <= length; offset++) {
        const spans = language.editor.selections(policy, offset);
        let last = { offset, end: offset };
        for (const span of spans) {
          assert.ok(span.offset <= last.offset && span.end >= last.end);
          last = span;
        }
        assert.deepEqual(last, { offset: 0, end: length });
      }
    }
  });
});
