// Verbs of saying that stand beside a speaker. Knows words alone.

export const speechVerbs: readonly string[] =
  'said says say told tells asked asks added adds replied responded explained argued noted stated announced wrote testified acknowledged admitted agreed believes called claimed confirmed continued declared denied described emphasized insisted mentioned promised recalled reported stressed suggested urged vowed warned'.split(
    ' ',
  );
