// A small issue pack of our own in a temporary folder, for tests of the commands that read packs.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A pack with one issue (library fines), in which ending fines goes with the proposition, or with `sign` -1 against it. */
export function finesPack({
  version = '0.1.0',
  sign = 1,
}: {
  readonly version?: string;
  readonly sign?: 1 | -1;
} = {}): string {
  const [end, charge] = sign === 1 ? ['supports', 'opposes'] : ['opposes', 'supports'];
  return `pack: library-fines
version: ${version}
extends: [core-polarity]
issues:
  library-fines: {proposition: The library should charge no late fines.}
frames:
  late-fines: {issue: library-fines, sign: ${-sign}, kind: noun, match: "late (fee|fees|fines)"}
tests:
  - {text: "The council voted to end late fines.", rules: [late-fines], expect: [{holder: council, issue: library-fines, position: ${end}}]}
  - {text: "The council approved late fines.", rules: [late-fines], expect: [{holder: council, issue: library-fines, position: ${charge}}]}
  - {text: "The council approved a late bus.", near: [late-fines], expect: none}
`;
}

/** Writes the pack into a folder, which is made if need be; gives the file's path. */
export function writeFinesPack(folder: string, options?: Parameters<typeof finesPack>[0]): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'library-fines.yaml');
  writeFileSync(path, finesPack(options));
  return path;
}
