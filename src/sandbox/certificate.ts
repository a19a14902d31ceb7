import { X509Certificate } from 'node:crypto';
import { malformedCertificate } from './errors';

const PEM_CERTIFICATE =
  /^\s*-----BEGIN CERTIFICATE-----\r?\n([A-Za-z0-9+/=\r\n]+)-----END CERTIFICATE-----\s*$/;

/**
 * What AWS asks of a signing certificate: one PEM block with no text around it, X.509, valid now.
 * Gives the SHA-256 fingerprint of the certificate, which tells duplicates.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_UploadSigningCertificate.html
 * @see https://github.com/aws/aws-cli/issues/715 (text before the block)
 * @see https://github.com/aws/aws-sdk-go/issues/2586 (not yet valid)
 */
export function checkCertificate(body: string, now: Date): string {
  const certificate = PEM_CERTIFICATE.test(body) ? parse(body) : undefined;
  if (!certificate) {
    throw malformedCertificate(
      'Unable to parse certificate. Please ensure the certificate is in PEM format.',
    );
  }
  if (Date.parse(certificate.validTo) <= now.getTime()) {
    throw malformedCertificate('Certificate is no longer valid. The NotAfter date has passed.');
  }
  if (Date.parse(certificate.validFrom) > now.getTime()) {
    throw malformedCertificate(
      'Certificate is not yet valid. The NotBefore date is in the future.',
    );
  }
  return certificate.fingerprint256;
}

function parse(body: string): X509Certificate | undefined {
  try {
    return new X509Certificate(body);
  } catch {
    return undefined;
  }
}
