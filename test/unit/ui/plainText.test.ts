import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainText } from '../../../src/ui/plainText';

describe('plainText', () => {
  it('keeps what people write', () => {
    const text = 'FullControl — group Größe 名前 …\nnext\tline';
    assert.equal(plainText(text), text);
  });

  it('drops control and direction characters', () => {
    assert.equal(plainText('a\u001b[31mb\u0000\u202Ec\u2028d\u007f'), 'a[31mbcd');
  });

  it('leaves no link for VS Code to draw', () => {
    assert.equal(plainText('[x](command:evil)'), '[x] (command:evil)');
  });
});
