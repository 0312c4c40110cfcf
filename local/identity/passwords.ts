// Password hashes: scrypt, each with its own salt.
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";

export interface PasswordHash {
  salt: string;
  hash: string;
}

const COST: ScryptOptions = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const LENGTH = 32;

function derive(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // Another keyboard may compose the same password from other code points.
    scrypt(password.normalize("NFKC"), salt, LENGTH, COST, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

export async function hashPassword(password: string): Promise<PasswordHash> {
  const salt = randomBytes(16);
  const key = await derive(password, salt);
  return { salt: salt.toString("base64"), hash: key.toString("base64") };
}

/** Takes the same time without a hash, so that unknown e-mail addresses cannot be told from known ones. */
export async function verifyPassword(password: string, known: PasswordHash | undefined): Promise<boolean> {
  const key = await derive(password, known ? Buffer.from(known.salt, "base64") : randomBytes(16));
  return timingSafeEqual(key, known ? Buffer.from(known.hash, "base64") : randomBytes(LENGTH));
}
