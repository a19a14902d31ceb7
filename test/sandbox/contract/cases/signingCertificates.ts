import assert from 'node:assert/strict';
import { certificate } from '../certificates';
import { type ContractCase } from '../subject';

const UNPARSABLE = 'Unable to parse certificate. Please ensure the certificate is in PEM format.';

export const signingCertificateCases: ContractCase[] = [
  {
    name: 'a signing certificate is uploaded and listed',
    async run({ iam }) {
      await iam.createUser({ UserName: 'ada' });
      const CertificateBody = certificate('ada');
      const { Certificate } = await iam.uploadSigningCertificate({
        UserName: 'ada',
        CertificateBody,
      });
      assert.match(Certificate?.CertificateId ?? '', /^[A-Z0-9]{24,128}$/);
      assert.equal(Certificate?.Status, 'Active');
      assert.equal(Certificate.CertificateBody, CertificateBody);
      const { Certificates } = await iam.listSigningCertificates({ UserName: 'ada' });
      assert.deepEqual(
        Certificates?.map((found) => found.CertificateId),
        [Certificate.CertificateId],
      );
      assert.ok(Certificates[0]?.UploadDate instanceof Date);
    },
  },
  {
    name: 'a third certificate is refused',
    async run({ iam, refuses }) {
      await iam.createUser({ UserName: 'ada' });
      const upload = (name: string) =>
        iam.uploadSigningCertificate({ UserName: 'ada', CertificateBody: certificate(name) });
      await upload('one');
      await upload('two');
      await refuses(
        upload('three'),
        'LimitExceeded',
        409,
        'Cannot exceed quota for CertificatesPerUser: 2',
      );
    },
  },
  {
    name: 'a certificate belongs to one user of the account',
    async run({ iam, refuses }) {
      await iam.createUser({ UserName: 'ada' });
      await iam.createUser({ UserName: 'grace' });
      const CertificateBody = certificate('shared');
      await iam.uploadSigningCertificate({ UserName: 'ada', CertificateBody });
      await refuses(
        iam.uploadSigningCertificate({ UserName: 'grace', CertificateBody }),
        'DuplicateCertificate',
        409,
      );
    },
  },
  malformed('what is no certificate', () => 'not a certificate', UNPARSABLE),
  malformed(
    'a block that holds no certificate',
    () => '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
    UNPARSABLE,
  ),
  malformed('text before the block', () => `Bag Attributes\n${certificate('ada')}`, UNPARSABLE),
  malformed('an expired certificate', () => certificate('ada', -30, -1), /no longer valid/),
  malformed('a certificate of the future', () => certificate('ada', 1, 30), /not yet valid/),
  {
    name: 'a certificate is deactivated and deleted',
    async run({ iam, refuses }) {
      await iam.createUser({ UserName: 'ada' });
      const { Certificate } = await iam.uploadSigningCertificate({
        UserName: 'ada',
        CertificateBody: certificate('ada'),
      });
      const found = { UserName: 'ada', CertificateId: Certificate?.CertificateId };
      await iam.updateSigningCertificate({ ...found, Status: 'Inactive' });
      const listed = await iam.listSigningCertificates({ UserName: 'ada' });
      assert.equal(listed.Certificates?.[0]?.Status, 'Inactive');
      await iam.deleteSigningCertificate(found);
      await refuses(iam.deleteSigningCertificate(found), 'NoSuchEntity', 404);
    },
  },
  {
    name: 'a certificate keeps a user from being deleted',
    async run({ iam, refuses }) {
      await iam.createUser({ UserName: 'ada' });
      const CertificateBody = certificate('ada');
      await iam.uploadSigningCertificate({ UserName: 'ada', CertificateBody });
      await refuses(
        iam.deleteUser({ UserName: 'ada' }),
        'DeleteConflict',
        409,
        'Cannot delete entity, must delete certificates first.',
      );
    },
  },
];

function malformed(what: string, body: () => string, message: string | RegExp): ContractCase {
  return {
    name: `${what} is refused as a signing certificate`,
    async run({ iam, refuses }) {
      await iam.createUser({ UserName: 'ada' });
      await refuses(
        iam.uploadSigningCertificate({ UserName: 'ada', CertificateBody: body() }),
        'MalformedCertificate',
        400,
        message,
      );
    },
  };
}
