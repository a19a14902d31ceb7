import { Integer, Null, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import { createCipheriv, pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';

/**
 * OWASP's figure for PBKDF2-HMAC-SHA256; Node's own export of an encrypted key uses 2,048 rounds.
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html
 */
export const PBKDF2_ROUNDS = 600_000;

const OID = {
  pbes2: '1.2.840.113549.1.5.13',
  pbkdf2: '1.2.840.113549.1.5.12',
  hmacWithSha256: '1.2.840.113549.2.9',
  aes256Cbc: '2.16.840.1.101.3.4.1.42',
};

const deriveKey = promisify(pbkdf2);

/**
 * Wraps a PKCS#8 key (DER) in EncryptedPrivateKeyInfo (DER): PBES2 with PBKDF2-HMAC-SHA256 and AES-256-CBC.
 * @see https://www.rfc-editor.org/rfc/rfc5958 section 3, https://www.rfc-editor.org/rfc/rfc8018 appendix A.4
 */
export async function encryptPrivateKey(
  pkcs8: Uint8Array,
  passphrase: string,
): Promise<Uint8Array> {
  const salt = randomBytes(16);
  const iv = randomBytes(16);
  const key = await deriveKey(passphrase, salt, PBKDF2_ROUNDS, 32, 'sha256');
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  const encrypted = Buffer.concat([cipher.update(pkcs8), cipher.final()]);
  key.fill(0);
  const keyDerivation = algorithm(
    OID.pbkdf2,
    new Sequence({
      value: [
        octets(salt),
        new Integer({ value: PBKDF2_ROUNDS }),
        algorithm(OID.hmacWithSha256, new Null()),
      ],
    }),
  );
  const scheme = algorithm(OID.aes256Cbc, octets(iv));
  const parameters = new Sequence({ value: [keyDerivation, scheme] });
  const info = new Sequence({ value: [algorithm(OID.pbes2, parameters), octets(encrypted)] });
  return new Uint8Array(info.toBER());
}

function algorithm(oid: string, parameters: Sequence | OctetString | Null): Sequence {
  return new Sequence({ value: [new ObjectIdentifier({ value: oid }), parameters] });
}

function octets(bytes: Uint8Array): OctetString {
  return new OctetString({ valueHex: new Uint8Array(bytes).buffer });
}
