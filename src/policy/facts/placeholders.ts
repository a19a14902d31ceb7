/**
 * Account ids and names that documentation uses and that are left in a policy by mistake.
 * Sources: https://docs.aws.amazon.com/general/latest/gr/docconventions.html, the examples of the IAM User
 * Guide and of https://docs.aws.amazon.com/service-authorization/latest/reference/
 */
export const placeholderAccounts: ReadonlySet<string> = new Set([
  '000000000000',
  '012345678901',
  '012345678910',
  '111111111111',
  '111122223333',
  '112233445566',
  '123123123123',
  '123456789012',
  '123456789123',
  '210987654321',
  '222222222222',
  '333333333333',
  '333344445555',
  '444444444444',
  '444455556666',
  '555555555555',
  '555566667777',
  '666666666666',
  '777777777777',
  '777788889999',
  '888888888888',
  '999999999999',
  '999988887777',
]);

/** Words that stand where a name belongs; the whole segment of an ARN or value, without regard to case. */
export const PLACEHOLDER_NAME =
  /^(amzn-s3-demo-(bucket|source-bucket|destination-bucket|logging-bucket)\d*|your[-_]?\w+([-_]name|[-_]id)?|my-?bucket|example-?bucket|doc-example-bucket|bucket[-_]?name|role[-_]?name|user[-_]?name|account[-_]?id|aws[-_]?account[-_]?id|key[-_]?id|function[-_]?name|queue[-_]?name|topic[-_]?name|table[-_]?name|region|todo|change-?me|xxx+|x{8,}|<[^>]*>|\[[^\]]*\]|\{\{[^}]*\}\})$/i;

/** Ids that end in EXAMPLE, as AWS marks its own: `AKIAIOSFODNN7EXAMPLE`, `vpc-0e9801d129EXAMPLE`. */
export const EXAMPLE_ID = /EXAMPLE\d*$/;
