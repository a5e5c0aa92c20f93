// A possible holder of a stance, as the rules see one. Knows shapes; finds nothing.
import type { HolderRule } from '../packs/compiled-packs.ts';

/** A possible holder at tokens `[from, to)`. */
export interface Candidate {
  readonly from: number;
  readonly to: number;
  /** Canonical name where the story gives one, else the words of the text without their determiner. */
  readonly name: string;
  readonly holderType: string;
  readonly role: HolderRule['role'];
  /** A proper name, not a noun. */
  readonly named: boolean;
  /** Who is meant each ("all three"), where it is a group whose people the story names. */
  readonly members?: readonly Candidate[];
}

/** Tells the holder type and role of a title or an organization's name; null when no pack lists one of its words. */
export type TypeOf = (words: string) => HolderRule | null;
