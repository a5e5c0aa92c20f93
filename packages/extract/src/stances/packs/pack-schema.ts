// The shape of a pack file. Knows fields and their allowed values; neither files nor sentences.
import { z } from 'zod';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'expected an id in lower case with hyphens');
const patterns = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);
const sign = z.union([z.literal(1), z.literal(-1)], { error: 'expected 1 or -1' });

/** What an act does with what it governs. `docs/how-to/add-an-issue-pack.md` explains each. */
const actKinds = [
  'say',
  'deny',
  'accuse',
  'question',
  'demand',
  'should',
  'judge',
  'decide',
  'effect',
  'open',
  'do',
  'side',
] as const;

const frameSchema = z.strictObject({
  issue: id,
  /** Sign of the phrase towards the issue's proposition. */
  sign,
  match: patterns,
  /**
   * verb: somebody does it (its subject can hold the stance); noun: it is spoken of; passive: it is done to its subject;
   * clause: a whole assertion, held by whoever makes it.
   */
  kind: z.enum(['verb', 'noun', 'passive', 'clause']),
  /** A term that must occur in the same sentence or the four before it. */
  needs: z.string().optional(),
  /** local: only a local body or official can do it; what federal bodies do is no stance on it. */
  by: z.literal('local').optional(),
  /**
   * negated: counts only under a negator; governed: only when it is decided, demanded, judged, negated or still to come
   * (a plain "police released video" is news, not a stance).
   */
  only: z.enum(['negated', 'governed']).optional(),
  /**
   * What a body decides, and does once ("created a review board"): whoever tells of it only reports it, and it is no
   * practice that a critic could complain of.
   */
  deed: z.literal(true).optional(),
  /** law: what comes of breaking a law ("Cities that do not comply can be fined"); held by the law told of there or right before. */
  of: z.literal('law').optional(),
  /** Nouns by which a story may call the thing back ("the cameras", "this ban"). */
  called: z
    .array(z.string().regex(/^[a-z-]+$/, 'expected one word in lower case'))
    .min(1)
    .optional(),
  /**
   * The phrase is an argument: it counts only in a story that tells of a position on its issue, or on one of these further
   * issues, each with the phrase's sign towards it ("they track where everybody goes").
   */
  argues: z.record(id, sign).optional(),
});

const actSchema = z.strictObject({
  kind: z.enum(actKinds),
  act: z.string().optional(),
  sign: sign.optional(),
  modality: z.string().optional(),
  match: patterns,
  /** Must follow at once (look-ahead). */
  followedBy: patterns.optional(),
  /** Must not follow. */
  notFollowedBy: patterns.optional(),
  /** Left: what it governs stands before it ("cooperation with ICE erodes trust"). */
  scope: z.enum(['right', 'left', 'sentence']).optional(),
  /** noun: ends at "and <verb>"; any (default) goes on. */
  takes: z.enum(['noun', 'any']).optional(),
  /** Fixed position, whatever the signs (a vote to table is not a no). */
  position: z.enum(['mixed', 'neutral']).optional(),
  /** Governs also what a ", who …" clause behind it tells ("support the manager, who declined to sign"). */
  through: z.boolean().optional(),
  /**
   * side: whose side the words tell. behind: of those who stand behind them ("over the objections of landlords"); with: of
   * the subject, who takes that of the one behind ("sided with Lee"); speaker: of whoever is quoted with them ("This goes too
   * far"); consequence: likewise, of whoever foretells what would come of the measure; listed: of those listed behind, who
   * take that of the one between ("Voting with Lee were Diaz and Poe"); same: of those behind, who take that of the sentence before ("So did Diaz"); joined: of those listed behind, who take that of the subject ("She was joined by Diaz"); places: of other places, which did the same
   ("Keene has adopted a similar ban"); undoing: of the subject, who wants what is on the table taken back, or what stands where that is on the table; outcome: of the subject, who is on the side that won
   ("broke the tie"; with sign -1, that lost: "dissented"). Default: of the subject ("voted no").
   */
  who: z
    .enum([
      'behind',
      'with',
      'speaker',
      'consequence',
      'listed',
      'joined',
      'places',
      'undoing',
      'same',
      'outcome',
      'revival',
    ])
    .optional(),
  /** The holder of what is announced is the body that will do it; the speaker only reports. */
  reports: z.boolean().optional(),
});

const negatorSchema = z.strictObject({
  match: patterns,
  kind: z.enum(['grammatical', 'lexical']),
  takes: z.enum(['noun', 'any']).optional(),
});

const testSchema = z.strictObject({
  text: z.string().min(1),
  /** Rules that this test is a positive example of. */
  rules: z.array(z.string()).optional(),
  /** Rules that this test is a near miss of: they must not take part in any stance found. */
  near: z.array(z.string()).optional(),
  expect: z
    .union([
      z.literal('none'),
      z
        .array(
          z.strictObject({
            holder: z.string(),
            issue: z.string(),
            position: z.enum(['supports', 'opposes', 'mixed', 'neutral']),
            act: z.string().optional(),
            modality: z.string().optional(),
            basis: z.enum(['position', 'practice']).optional(),
            target: z.string().optional(),
            attributed_by: z.string().optional(),
            evidence: z.string().optional(),
          }),
        )
        .min(1),
    ])
    .optional(),
  /** Why this sentence is not decided yet: counted and shown, never run. */
  todo: z.string().optional(),
});

export const packSchema = z.strictObject({
  pack: id,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'expected a version such as 0.1.0'),
  extends: z.array(id).optional(),
  /**
   * Holder type → patterns of the nouns and titles that name such a holder (`match`), and of nouns that do so only as the head
   * of a verb's subject (`heads`: "The board voted", but not "a board seat").
   */
  holders: z
    .record(
      z.string(),
      z.strictObject({
        role: z.enum(['government', 'official', 'critic', 'other', 'document']),
        match: patterns.optional(),
        heads: patterns.optional(),
      }),
    )
    .optional(),
  issues: z
    .record(
      id,
      z.strictObject({ proposition: z.string(), supports: z.string().optional(), opposes: z.string().optional() }),
    )
    .optional(),
  terms: z
    .record(id, z.strictObject({ any: z.array(z.string().min(1)).min(1), case: z.literal('keep').optional() }))
    .optional(),
  frames: z.record(id, frameSchema).optional(),
  acts: z.record(id, actSchema).optional(),
  negators: z.record(id, negatorSchema).optional(),
  /** Phrases in which a negator is none ("not only"). */
  never: z.array(z.string().min(1)).optional(),
  unless: z.array(z.strictObject({ rule: z.string(), when: patterns, because: z.string() })).optional(),
  /** Rule ids; where two acts match the same words, the earlier one wins, then the longer. */
  priority: z.array(z.string()).optional(),
  tests: z.array(testSchema).optional(),
});
export type PackSource = z.infer<typeof packSchema>;
export type FrameSource = z.infer<typeof frameSchema>;
export type ActSource = z.infer<typeof actSchema>;
export type NegatorSource = z.infer<typeof negatorSchema>;
export type PackTest = z.infer<typeof testSchema>;
