import { checkCertificate } from '../certificate';
import { ServiceError, noSuchEntity, quotaExceeded } from '../errors';
import { newCertificateId } from '../identifiers';
import { type Call, type OperationTable, read, write } from '../operation';
import { cutPage } from '../paging';
import { optional, required } from '../parameters';
import { QUOTAS } from '../quotas';
import { certificateBody, certificateId, existingName, paging, status } from '../rules';
import type { CertificateState, Credentials } from '../state';
import { credentialsOf, statusOf, userNameXml } from './credentials';

const owner = { UserName: optional(existingName('user')) };
const certificate = { ...owner, CertificateId: required(certificateId) };

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_UploadSigningCertificate.html */
export const signingCertificates: OperationTable = {
  UploadSigningCertificate: write(
    { ...owner, CertificateBody: required(certificateBody) },
    (call, input) => {
      const holder = credentialsOf(call, input.UserName);
      const fingerprint = checkCertificate(input.CertificateBody, call.now);
      requireUnique(call, fingerprint);
      if (holder.certificates.length >= QUOTAS.certificatesPerUser) {
        throw quotaExceeded('CertificatesPerUser', QUOTAS.certificatesPerUser);
      }
      const uploaded: CertificateState = {
        id: newCertificateId(),
        status: 'Active',
        uploaded: call.now.toISOString(),
        body: input.CertificateBody,
        fingerprint,
      };
      holder.certificates.push(uploaded);
      return { Certificate: certificateXml(holder, uploaded) };
    },
  ),

  ListSigningCertificates: read({ ...owner, ...paging }, (call, input) => {
    const holder = credentialsOf(call, input.UserName);
    const sorted = [...holder.certificates].sort((left, right) => (left.id < right.id ? -1 : 1));
    const page = cutPage(sorted, (found) => found.id, input);
    return {
      ...page.position,
      Certificates: page.items.map((found) => certificateXml(holder, found)),
    };
  }),

  UpdateSigningCertificate: write({ ...certificate, Status: required(status) }, (call, input) => {
    const found = findCertificate(credentialsOf(call, input.UserName), input.CertificateId);
    found.status = statusOf(input.Status);
  }),

  DeleteSigningCertificate: write(certificate, (call, input) => {
    const holder = credentialsOf(call, input.UserName);
    const found = findCertificate(holder, input.CertificateId);
    holder.certificates = holder.certificates.filter((other) => other !== found);
  }),
};

function certificateXml(holder: Credentials, found: CertificateState) {
  return {
    ...userNameXml(holder),
    CertificateId: found.id,
    CertificateBody: found.body,
    Status: found.status,
    UploadDate: new Date(found.uploaded),
  };
}

function findCertificate(holder: Credentials, id: string): CertificateState {
  const found = holder.certificates.find((candidate) => candidate.id === id);
  if (!found) throw noSuchEntity(`The Certificate with id ${id} cannot be found.`);
  return found;
}

function requireUnique({ account }: Call, fingerprint: string): void {
  for (const holder of account.credentials()) {
    if (holder.certificates.some((found) => found.fingerprint === fingerprint)) {
      throw new ServiceError(
        409,
        'DuplicateCertificate',
        'The same certificate is associated with an IAM user in the account.',
      );
    }
  }
}
