// Figures of other systems on the same development sets, to print beside ours.
// Source: the reference tables that come with the sets (published figures, or runs of the named system on them).

/** By set, then figure: the best other system's value and its name. */
export const references: Readonly<Record<string, Readonly<Record<string, readonly [number, string]>>>> = {
  'quotes polnear': {
    'iou@.8 F1': [0.586, 'GenderGapTracker (full parses); humans .768'],
    'e2e F1': [0.535, 'GenderGapTracker (full parses); humans .789'],
    'direct F1': [0.827, 'GenderGapTracker; humans .918'],
    'mixed F1': [0.092, 'naive; humans .944'],
    'indirect F1': [0.438, 'GenderGapTracker; humans .712'],
    'speaker given match': [0.86, 'GenderGapTracker; humans .977'],
  },
  'places lgl-us-cities with publisher': {
    'recognition F1': [0.73, 'Palladian'],
    'Acc@161': [0.695, 'DBpedia Spotlight'],
    'e2e F1': [0.503, 'DBpedia Spotlight'],
  },
  'places lgl-us-cities without publisher': {
    'recognition F1': [0.73, 'Palladian'],
    'Acc@161': [0.695, 'DBpedia Spotlight'],
    'e2e F1': [0.503, 'DBpedia Spotlight'],
  },
  'places lgl all toponyms': { 'Acc@161': [0.827, 'mordecai3'] },
  'body aeb': {
    F1: [0.97, 'rs_trafilatura, AutoExtract; Readability on jsdom .949'],
    'tail under .80': [0.033, 'rs_trafilatura'],
  },
  'body fundus-eval': { F1: [0.963, 'Fundus; Readability on jsdom .912'], 'tail under .80': [0.037, 'Fundus'] },
  'body wcxb-dev': { F1: [0.925, 'Readability on jsdom'], 'tail under .80': [0.088, 'Readability on jsdom'] },
  dates: { accuracy: [0.903, 'htmldate extensive'], F1: [0.949, 'htmldate extensive'] },
  feeds: { 'expectations held': [0.821, 'feedsmith plain'], 'without sanitizer group': [0.842, 'feedsmith plain'] },
  robots: { 'right (of 145)': [127, 'robots-parser'] },
  urls: { 'right (of 183)': [134, 'normalize-url'] },
};
