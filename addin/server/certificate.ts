import { createPrivateKey, X509Certificate } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** A certificate with its key, as text. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** The two files of a certificate. */
export interface CertificateFiles {
  /** The certificate. */
  readonly cert: string;
  /** Its private key. */
  readonly key: string;
}

/** Where `office-addin-dev-certs` puts the certificate of a developer. */
export const developmentFiles: CertificateFiles = {
  cert: join(homedir(), ".office-addin-dev-certs", "localhost.crt"),
  key: join(homedir(), ".office-addin-dev-certs", "localhost.key"),
};

/**
 * Reads a certificate that a browser would take for localhost, as far as this machine can tell.
 *
 * @throws Error with words to show where it is missing, cannot be read, does not fit or is out of date
 */
export function readCertificate({ cert, key }: CertificateFiles, now = new Date()): Certificate {
  for (const file of [cert, key]) if (!existsSync(file)) throw new Error(`there is no file ${file}`);
  const texts = { cert: readFileSync(cert, "utf8"), key: readFileSync(key, "utf8") };
  const certificate = read(cert, () => new X509Certificate(texts.cert));
  const privateKey = read(key, () => createPrivateKey(texts.key));
  if (!certificate.checkPrivateKey(privateKey)) throw new Error(`${key} is not the key of ${cert}`);
  if (certificate.checkHost("localhost") === undefined)
    throw new Error(`${cert} is not made out to localhost`);
  const { validFrom, validTo } = certificate;
  if (now < new Date(validFrom)) throw new Error(`${cert} is valid from ${validFrom} on only`);
  if (now > new Date(validTo)) throw new Error(`${cert} was valid until ${validTo}`);
  return texts;
}

function read<Value>(file: string, parse: () => Value): Value {
  try {
    return parse();
  } catch {
    throw new Error(`${file} cannot be read as a certificate or key in PEM form`);
  }
}
