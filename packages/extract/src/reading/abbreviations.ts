// Words that are written with a full stop which does not end a sentence. Lower case, without the stop.
// Sources: the newspaper style guides' lists of titles, states, months and company forms.

const titles =
  'mr mrs ms mx dr prof rev fr sr jr st ste hon gov lt maj capt col gen cmdr sgt cpl pfc pvt adm sen sens rep reps del atty supt det insp pres messrs esq ald alds govs sgts dets';
const states =
  'ala ariz ark calif colo conn del fla ga ida ill ind kan kans ky la mass md mich minn miss mo mont neb nebr nev okla ore oreg pa penn tenn tex vt va wash wis wisc wyo phila';
const months = 'jan feb mar apr jun jul aug sept sep oct nov dec';
const others =
  'inc ltd corp co cos bros llc assn dept univ ave blvd rd hwy ft mt no vs etc approx est al ed eds vol pp fig sec ext';

/** Folded words that keep a following full stop as their own. */
export const abbreviations: ReadonlySet<string> = new Set(
  [titles, states, months, others].flatMap((list) => list.split(' ')),
);

/** Abbreviations that, before a capital, nearly always go on with the same sentence (titles, months, "No."). */
export const neverFinal: ReadonlySet<string> = new Set(
  `${titles.replace(/\b(?:jr|sr|esq)\b/g, '')} ${months} no vs ft mt st approx est vol fig sec`
    .split(/\s+/)
    .filter(Boolean),
);
