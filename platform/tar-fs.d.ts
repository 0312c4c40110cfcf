// The part of `tar-fs` 3 that we use; the package ships no types.
declare module "tar-fs" {
  import type { Readable, Writable } from "node:stream";

  namespace tar {
    interface Header {
      name: string;
      mode: number;
      uid: number;
      gid: number;
    }
  }

  const tar: {
    pack(
      directory: string,
      options: { entries: string[]; ignore(name: string): boolean; umask: number; strict: boolean },
    ): Readable;
    extract(
      directory: string,
      options: { umask: number; validateSymlinks: boolean; map(header: tar.Header): tar.Header },
    ): Writable;
  };
  export default tar;
}
