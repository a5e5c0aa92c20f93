// The coding rules of the codebook, R1 to R18: one case each, through the stage and the shipped packs.
import type { Stance } from '@civicwire/shared';
import { expect, test } from 'vitest';
import { stancesIn } from '../testing/shipped-stances.ts';

const read = (text: string): readonly Stance[] => stancesIn(text);

const draft =
  'Organizers proposed a new rule for the police.\n\nHere is the proposed policy:\n\n1. The Department shall not cooperate with ICE.\n\n2. No city money shall be used for:\n\ni. Sharing arrest records with ICE;\n\nii. Honoring detainers.\n\n3. The Department shall document all contacts with ICE.';

const cases: readonly (readonly [string, string, readonly Partial<Stance>[]])[] = [
  [
    'R1 position towards the proposition, not the motion',
    'The council rejected a motion to end its 287(g) agreement.',
    [{ holder: 'council', issue: 'ice-agreement', position: 'supports' }],
  ],
  [
    'R2 a vote against a negative',
    'The council voted against a petition that asked police to not engage in immigration enforcement.',
    [{ holder: 'council', issue: 'limit-ice-cooperation', position: 'opposes', act: 'vote' }],
  ],
  [
    'R1 “it” behind a proposal to undo a thing is the proposal, and is left open',
    'A proposal to lift Tempe’s ban on chokeholds failed Tuesday when the Tempe City Council voted 5-2 against it.',
    [],
  ],
  [
    'R1 “it” behind a repeal is the repeal, and is left open',
    'Tempe has a ban on chokeholds. Councilman Lee joined two others in voting for repeal.\n\nCouncilwoman Ana Diaz voted against it.',
    [],
  ],
  [
    'R1 “it” behind a plain proposal is the thing proposed',
    'The council took up a ban on chokeholds on Tuesday. The Tempe City Council voted 5-2 against it.',
    [{ holder: 'Tempe City Council', issue: 'use-of-force-limits', position: 'opposes' }],
  ],
  [
    'R2 tabling is no vote against',
    'The council tabled the sanctuary ordinance.',
    [{ holder: 'council', position: 'mixed' }],
  ],
  [
    'R3 practice is not position',
    'Phoenix police do not cooperate with ICE.',
    [{ holder: 'Phoenix police', position: 'supports', basis: 'practice' }],
  ],
  [
    'R4 an allegation is the accuser’s alone',
    'Activists say Tempe police hand people over to ICE.',
    [{ holder: 'Activists', position: 'opposes', act: 'allegation', target: 'Tempe police' }],
  ],
  [
    'R5 who reports a stance does not hold it',
    'The city will no longer share its arrest database with ICE, Mayor Ana Ruiz announced Friday.',
    [{ holder: 'city', position: 'opposes', attributedBy: 'Ana Ruiz' }],
  ],
  [
    'R6 a promise',
    'Mayor Ana Ruiz promised police would help ICE find criminals.',
    [{ holder: 'Ana Ruiz', position: 'opposes', act: 'promise', modality: 'promised' }],
  ],
  [
    'R7 negators are counted',
    'Speakers urged the city not to end all cooperation with ICE.',
    [{ holder: 'Speakers', position: 'opposes' }],
  ],
  [
    'R7 "not only" is no negator',
    'The city is not only refusing to cooperate with ICE but suing the agency.',
    [{ holder: 'city', position: 'supports' }],
  ],
  ['R8 permission is no position', 'Officers may share arrest records with ICE.', []],
  [
    'R8 a carve-out is mixed',
    'Nothing in the policy prevents officers from sharing information with ICE.',
    [{ holder: 'policy', position: 'mixed' }],
  ],
  [
    'R9 a condition stays in the evidence',
    "The jail won't release inmates to ICE without a judicial warrant.",
    [
      {
        position: 'opposes',
        evidence: expect.objectContaining({ text: "jail won't release inmates to ICE without a judicial warrant" }),
      },
    ],
  ],
  [
    'R10 a question is neutral',
    'Councilman Lee asked the chief whether officers cooperate with ICE.',
    [{ holder: 'Lee', position: 'neutral', act: 'question' }],
  ],
  [
    'R11 and R13 a draft is its proposer’s, and a list header governs its items',
    draft,
    [
      {
        holder: 'Organizers',
        issue: 'limit-ice-cooperation',
        position: 'supports',
        act: 'policy-proposal',
        modality: 'proposed',
      },
      { holder: 'Organizers', issue: 'data-sharing', position: 'opposes', act: 'policy-proposal' },
      { holder: 'Organizers', issue: 'detainer-custody', position: 'opposes', act: 'policy-proposal' },
      { holder: 'Organizers', issue: 'contact-transparency', position: 'supports', act: 'policy-proposal' },
    ],
  ],
  [
    'R12 holders that are coordinated',
    'Councilwoman Diaz and Councilman Lee voted against the ICE contract.',
    [
      { holder: 'Diaz', position: 'opposes' },
      { holder: 'Lee', position: 'opposes' },
    ],
  ],
  [
    'R14 the word in another sense',
    'Chief Kim Wu said officers work with ICE storm crews, and a flock of geese left the Sanctuary Church.',
    [],
  ],
  [
    'R15 the evidence is the shortest span that holds act and issue',
    'It rained. The Mesa City Council voted 5-2 to repeal the sanctuary ordinance, and went home.',
    [{ evidence: expect.objectContaining({ text: 'Mesa City Council voted 5-2 to repeal the sanctuary ordinance' }) }],
  ],
  ['R16 where two readers could differ nothing is said', 'Few residents support the ICE contract.', []],
  [
    'R17 the time is that of the position',
    'The city has cooperated with ICE in the past but will no longer do so.',
    [
      { position: 'opposes', basis: 'practice' },
      { position: 'supports', basis: 'position' },
    ],
  ],
  [
    'R18 what the author calls a stance is the holder’s',
    'Police chiefs spoke out against mass deportations.',
    [{ holder: 'Police chiefs', issue: 'federal-enforcement', position: 'opposes', attributedBy: null }],
  ],
];

test.each(cases)('%s', (_, text, expected) => {
  expect(read(text)).toMatchObject(expected);
});
