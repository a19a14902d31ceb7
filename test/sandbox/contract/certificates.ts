import { sampleCertificate } from '../../../src/sandbox/sampleCertificate';

const DAY = 24 * 60 * 60 * 1000;

/** A self-signed certificate (PEM), valid from and to so many days after now. */
export function certificate(name: string, fromDays = -1, toDays = 365): string {
  const at = (days: number) => new Date(Date.now() + days * DAY);
  return sampleCertificate({
    id: `${name}-${fromDays}-${toDays}`,
    commonName: name,
    status: 'Active',
    uploaded: new Date(),
    notBefore: at(fromDays),
    notAfter: at(toDays),
  }).body;
}
