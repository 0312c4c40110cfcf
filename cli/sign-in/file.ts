// Stores sign-ins in one file that only its user can read. A refresh token works once, so commands that run at the same
// time take turns.
import { mkdir, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** One person's sign-in at one site. */
export interface SignIn {
  clientId: string;
  token: string;
  revocation?: string;
  accessToken: string;
  refreshToken: string;
  /** Milliseconds since the epoch. */
  expiresAt: number;
  email: string;
}
type SignIns = Record<string, SignIn>;

/** A lock that is older belongs to a command that was killed. */
const STALE_MS = 30_000;
const PATIENCE_MS = 15_000;
const PAUSE_MS = 50;

function directoryOf(environment: NodeJS.ProcessEnv): string {
  const configured =
    environment.XDG_CONFIG_HOME || (process.platform === "win32" ? environment.APPDATA : undefined);
  return join(configured || join(homedir(), ".config"), "clawe");
}

export interface SignInFile {
  path: string;
  find(site: string): Promise<SignIn | undefined>;
  /** Deletes the sign-in when it is undefined. */
  save(site: string, signIn: SignIn | undefined): Promise<void>;
  /** Runs `body` while no other command holds the lock. Throws an `Error` when another one does not release it. */
  withLock<T>(body: () => Promise<T>): Promise<T>;
}

/** One closure, because everything shares the path and the lock. */
export function signInFile(environment: NodeJS.ProcessEnv = process.env): SignInFile {
  const directory = directoryOf(environment);
  const path = join(directory, "sign-ins.json");
  const lock = `${path}.lock`;

  async function read(): Promise<SignIns> {
    let text: string;
    try {
      text = await readFile(path, "utf8");
    } catch (error) {
      if (codeOf(error) === "ENOENT") return {};
      throw new Error(`${path} cannot be read (${codeOf(error)}).`, { cause: error });
    }
    try {
      return JSON.parse(text) as SignIns;
    } catch (cause) {
      throw new Error(`${path} is damaged. Remove it, then run clawe login.`, { cause });
    }
  }

  async function acquireLock(): Promise<void> {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        await (await open(lock, "wx", 0o600)).close();
        return;
      } catch (error) {
        if (codeOf(error) !== "EEXIST") throw error;
      }
      const held = await stat(lock).catch(() => undefined);
      if (held && Date.now() - held.mtimeMs > STALE_MS) await rm(lock, { force: true });
      else if (Date.now() > deadline)
        throw new Error(`Another clawe command is using ${path}. If none is running, remove ${lock}.`);
      else await wait(PAUSE_MS);
    }
  }

  return {
    path,
    find: async (site) => (await read())[site],
    async save(site, signIn) {
      const { [site]: _before, ...others } = await read();
      const draft = `${path}.${process.pid}`;
      await mkdir(directory, { recursive: true, mode: 0o700 });
      // The rename makes the write atomic. The mode keeps others from reading the file at any moment.
      await rm(draft, { force: true });
      const content = JSON.stringify(signIn ? { ...others, [site]: signIn } : others, null, 2);
      await writeFile(draft, `${content}\n`, { mode: 0o600, flag: "wx" });
      await rename(draft, path);
    },
    async withLock(body) {
      await acquireLock();
      try {
        return await body();
      } finally {
        await rm(lock, { force: true });
      }
    },
  };
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;
