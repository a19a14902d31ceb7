import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { language } from './language';

describe('links', () => {
  it('lead from actions to their pages, and from ARNs of one resource to it', () => {
    const text = `{"Statement": [{
      "Principal": {"AWS": ["arn:aws:iam::111122223333:role/x", "111122223333"]},
      "Action": ["s3:getobject", "s3:Get*", "s3:NoSuch"],
      "Resource": ["arn:aws:s3:::b", "arn:aws:s3:::b/*", "arn:aws:s3:::\${aws:userid}", "*"],
      "Condition": {"ArnEquals": {"aws:SourceArn": "arn:aws:sns:eu-west-1:111122223333:topic"}}
    }]}`;
    const found = language.editor.links(language.parse(text)).map((link) => {
      const at = text.slice(link.offset, link.end);
      return link.kind === 'arn' ? (assert.equal(link.arn, at), at) : `${at} ${link.url}`;
    });
    assert.deepEqual(found, [
      'arn:aws:iam::111122223333:role/x',
      's3:getobject https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html',
      'arn:aws:s3:::b',
      'arn:aws:sns:eu-west-1:111122223333:topic',
    ]);
  });
});
