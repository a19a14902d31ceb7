import { X509Certificate } from 'node:crypto';
import { plainText } from '../client/plainText';

const BLOCK = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/;

/** The first certificate of a PEM text, without what stands around it: AWS refuses text around it. */
export function certificateBlock(pem: string): string | undefined {
  return BLOCK.exec(pem)?.[0].replace(/\r\n?/g, '\n');
}

/** Subject and validity of a certificate in PEM form; empty when it cannot be read. */
export function readCertificate(pem: string): {
  subject?: string;
  notBefore?: Date;
  notAfter?: Date;
} {
  try {
    const certificate = new X509Certificate(pem);
    return {
      subject: plainText(certificate.subject.replaceAll('\n', ', ')),
      notBefore: new Date(certificate.validFrom),
      notAfter: new Date(certificate.validTo),
    };
  } catch {
    return {};
  }
}

/** True when both hold the same certificate, whatever their line ends. */
export function isSameCertificate(left: string, right: string): boolean {
  const bare = (pem: string): string => (certificateBlock(pem) ?? pem).replace(/\s/g, '');
  return bare(left) === bare(right);
}
