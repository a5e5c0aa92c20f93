// A disk that is soon full: a file system in memory of so many bytes. For tests only; needs Linux and the right to mount.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface SmallDisk {
  readonly folder: string;
  /** Makes room, or takes it away. */
  resize(mebibytes: number): void;
  remove(): void;
}

const mount = (...args: readonly string[]): void => {
  execFileSync('mount', [...args], { stdio: 'ignore' });
};

/** Makes one; null where this user may not mount. */
export function makeSmallDisk(mebibytes: number): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'civicwire-disk-'));
  try {
    mount('-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', folder);
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
  return {
    folder,
    resize: (size) => mount('-o', `remount,size=${size}m`, folder),
    remove: () => {
      execFileSync('umount', ['--lazy', folder], { stdio: 'ignore' });
      rmSync(folder, { recursive: true });
    },
  };
}
