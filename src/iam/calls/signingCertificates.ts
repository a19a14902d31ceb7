import type { CallOptions } from '../account';
import { IamError } from '../errors';
import type { SigningCertificate, Status } from '../model';
import { narrowCertificate } from '../state/narrow';
import { certificateBlock, isSameCertificate } from '../state/readCertificate';
import { callOn, makeOrFind, type AccountContext } from './context';
import { changeCredentials, withItem } from './credentials';
import { all } from './paging';

export async function listSigningCertificates(
  context: AccountContext,
  userName: string,
  options: CallOptions = {},
): Promise<SigningCertificate[]> {
  const listed = await all(
    context.client,
    'ListSigningCertificates',
    { UserName: userName },
    ({ Certificates }) => Certificates,
    { ...options, awaitsEntity: context.state.isNew(`user:${userName}`) },
  );
  return listed.map((certificate) => narrowCertificate(certificate, userName));
}

/** @throws IamError `invalidCertificate` when the text holds no PEM certificate. */
export async function uploadSigningCertificate(
  context: AccountContext,
  userName: string,
  pem: string,
): Promise<SigningCertificate> {
  const body = certificateBlock(pem);
  if (body === undefined) {
    throw new IamError('invalidCertificate', 'The text holds no certificate in PEM form.', {
      operation: 'UploadSigningCertificate',
      advice: 'Choose a file with a block that begins with -----BEGIN CERTIFICATE-----.',
    });
  }
  const certificate = await makeOrFind(
    context,
    async () => {
      const input = { UserName: userName, CertificateBody: body };
      const entities = [`user:${userName}` as const];
      const answer = await callOn(context, 'UploadSigningCertificate', input, entities);
      const made = answer.Certificate;
      return made && narrowCertificate({ ...made, CertificateBody: body }, userName);
    },
    // An account holds a certificate once only, so one of this user is the one just sent.
    async () => {
      const certificates = await listSigningCertificates(context, userName);
      return certificates.find((each) => isSameCertificate(each.body, body));
    },
  );
  if (!certificate) throw new IamError('notIam', 'The certificate was answered with nothing.');
  context.state.apply(
    changeCredentials(userName, (known) => ({
      ...known,
      certificates: withItem(known.certificates, certificate),
    })),
    { kind: 'credentials', userName },
  );
  return certificate;
}

export async function setSigningCertificateStatus(
  context: AccountContext,
  userName: string,
  id: string,
  status: Status,
): Promise<void> {
  const input = { UserName: userName, CertificateId: id, Status: status };
  await callOn(context, 'UpdateSigningCertificate', input, [`user:${userName}`]);
  context.state.apply(
    changeCredentials(userName, (known) => ({
      ...known,
      certificates: known.certificates.map((each) => (each.id === id ? { ...each, status } : each)),
    })),
    { kind: 'credentials', userName },
  );
}

export async function deleteSigningCertificate(
  context: AccountContext,
  userName: string,
  id: string,
): Promise<void> {
  const input = { UserName: userName, CertificateId: id };
  await callOn(context, 'DeleteSigningCertificate', input, [`user:${userName}`]);
  context.state.apply(
    changeCredentials(userName, (known) => ({
      ...known,
      certificates: known.certificates.filter((each) => each.id !== id),
    })),
    { kind: 'credentials', userName },
  );
}
