// Whether the machine is fit: Node, memory, open files, user, room on the disk. Knows the operating system, no service.
import { accessSync, constants, existsSync, readFileSync, statfsSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';
import { type CheckResult, describeBytes, fail, ok, warn } from './check.ts';

const nodeMajorMin = 24;

/** The version that runs this. */
export function checkNode(version: string = process.versions.node): CheckResult {
  const major = Number(version.split('.')[0]);
  return major >= nodeMajorMin
    ? ok('node', `Node ${version}`)
    : fail('node', `Node ${version}`, `use Node ${nodeMajorMin} or newer (npm run setup brings one)`, 'configuration');
}

/** A thread of extraction may use this much; see the extraction pool. */
const threadBytes = 600 * 1_048_576;

/** Memory that this process may use, containers' limits included. */
export function checkMemory(): CheckResult {
  const bytes = Math.min(process.constrainedMemory() || Number.POSITIVE_INFINITY, process.availableMemory());
  const threads = Math.max(1, availableParallelism() - 1);
  const wanted = threads * threadBytes + threadBytes;
  const detail = `${describeBytes(bytes)} free; ${threads} thread(s) of extraction need ${describeBytes(wanted)} at most`;
  return bytes >= wanted
    ? ok('memory', detail)
    : warn('memory', detail, 'give the process more memory, or fewer processors; a page that needs more fails alone');
}

const openFilesMin = 1_024;

/** The limit of open files, where the system tells it. */
export function checkOpenFiles(limits: string = readIfThere('/proc/self/limits')): CheckResult {
  const soft = /^Max open files\s+(\d+|unlimited)/m.exec(limits)?.[1];
  if (soft === undefined) return ok('open files', 'this system does not tell the limit');
  const detail = `${soft} may be open`;
  return soft === 'unlimited' || Number(soft) >= openFilesMin
    ? ok('open files', detail)
    : warn('open files', detail, `raise it to ${openFilesMin} or more (ulimit -n; LimitNOFILE in a systemd unit)`);
}

/** Who runs it. */
export function checkUser(uid: number | undefined = process.getuid?.()): CheckResult {
  if (uid !== 0) return ok('user', uid === undefined ? 'no user ids here' : `user ${uid}, not root`);
  return warn('user', 'running as root', 'run it as a user of its own, who may write to the data folder alone');
}

const roomBytesMin = 512 * 1_048_576;
const roomBytesWanted = 5 * 1_073_741_824;
const shareWanted = 0.05;
/** File systems over the network, by the number that Linux gives them: NFS, SMB, CIFS, Ceph, FUSE. */
const networkFileSystems: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x00c36400, 0x65735546,
]);

/** Room and rights in the folder of a SQLite file; nothing is written. */
export function checkFolder(file: string): CheckResult[] {
  const wanted = dirname(resolve(file));
  const folder = nearestFolder(wanted);
  const results: CheckResult[] = [];
  try {
    accessSync(folder, constants.W_OK);
    if (existsSync(file)) accessSync(file, constants.W_OK);
    results.push(checkReaders(file, folder === wanted ? wanted : `${wanted} (to be made)`));
  } catch {
    const what = existsSync(file) ? file : folder;
    const advice = `let this user write to ${what} (chown, chmod), or name another place by --db`;
    results.push(fail('data folder', `${what}: this user may not write there`, advice, 'configuration'));
  }
  return [...results, checkRoom(folder)];
}

function checkReaders(file: string, folder: string): CheckResult {
  const mode = existsSync(file) ? statSync(file).mode & 0o777 : 0;
  if ((mode & 0o002) !== 0)
    return warn('data folder', `${file} may be written by everybody`, `chmod o-w ${file}: it holds people’s decisions`);
  return ok('data folder', `${folder} may be written by this user`);
}

function checkRoom(folder: string): CheckResult {
  const { bavail, bsize, blocks, type, ffree, files } = statfsSync(folder);
  const free = bavail * bsize;
  const detail = `${describeBytes(free)} of ${describeBytes(blocks * bsize)} free`;
  if (networkFileSystems.has(type >>> 0))
    return warn('disk', `${detail}; a file system over the network`, 'keep SQLite on a local disk, or use PostgreSQL');
  if (free < roomBytesMin || (files > 0 && ffree === 0))
    return fail('disk', detail, 'make room: the next write may fail (nothing that was kept would be lost)', 'items');
  if (free < roomBytesWanted || bavail / Math.max(1, blocks) < shareWanted)
    return warn('disk', detail, 'make room, or see “Keep or remove raw pages” in docs/how-to/look-after-the-store.md');
  return ok('disk', detail);
}

function nearestFolder(folder: string): string {
  let at = folder;
  while (!existsSync(at)) at = dirname(at);
  return at;
}

function readIfThere(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
