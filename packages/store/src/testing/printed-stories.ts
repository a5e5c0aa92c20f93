// Stories of our own as outlets print them again: a wire story in several forms, and templates that only look like copies.
// For tests only.

/** A wire story of nine paragraphs, some 230 words. */
export const wireParagraphs = [
  'SALT FORK, Ariz. (Wire Desk) — Commissioners in three desert counties agreed Thursday to pool money for a shared fire dispatch center, ending a dispute that began when the old switchboard in Salt Fork failed during a windstorm in 2023.',
  'The center will cost $4.6 million to build and will employ 31 dispatchers, according to the plan that the three boards adopted one after the other during a joint session at the fairgrounds.',
  '“Nobody should have to wonder which county picks up the telephone,” said Commissioner Delia Okonkwo, who led the talks for Quartz County. She thanked the volunteer departments that had kept logs of every lost call.',
  'Opponents said the smaller departments would lose their say. Chief Norman Tully of the Bell Gulch volunteers asked the boards to wait until the state had published its own study of rural radio towers.',
  'The boards rejected a delay by 7 votes to 2. Okonkwo said that the study had been promised twice before and that two summers had gone by without it.',
  'Construction is to begin in October on county land beside the water works, and calls are to be moved over one district at a time so that the old boards can be used as a reserve.',
  'Each county will pay by population: Quartz County 54 percent, Juniper County 29 percent and Cable County the rest. A clause lets any of them leave after six years with two years of notice.',
  'Residents will see a charge of $1.15 a month on their telephone bills. A hearing on the charge is set for June 12 in Salt Fork.',
  'The counties have tried to join forces before. A plan for a common jail was given up in 2011 after bids came in far above what the boards had set aside.',
] as const;

export const wireText = wireParagraphs.join('\n');

/** The wire story as a desk prints it: other dateline, one paragraph less, a local one more. */
export const editedText = [
  wireParagraphs[0].replace('SALT FORK, Ariz. (Wire Desk) — ', ''),
  ...wireParagraphs.slice(1, 5),
  'Readers in Bell Gulch can send questions about the new center to the Gazette until Monday.',
  ...wireParagraphs.slice(6),
].join('\n');

/** Its first four paragraphs. */
export const shortenedText = wireParagraphs.slice(0, 4).join('\n');

/** Another outlet's own story of the same vote, with the same quotation. */
export const ownStoryText = [
  'A single dispatch center will answer fire calls across Quartz, Juniper and Cable counties from next year, after a vote that capped eleven months of quarrels over who should run the radios.',
  'Thursday’s joint session at the fairgrounds drew about ninety people, most of them in the shirts of volunteer departments. Several held signs that read “Local calls, local voices.”',
  wireParagraphs[2],
  'Tully, whose volunteers cover four hundred square miles, said afterwards that he would ask the Legislature for help. His own department answers some two hundred calls a year and has no paid staff at all.',
  'The price, $4.6 million, is lower than an estimate from last winter. County manager Ruth Abeyta credited a donated tower and a loan without interest from the electric cooperative.',
].join('\n');

/** One outlet's forecast: the phrases are always the same, the numbers and days are not. */
export function forecast(day: string, high: number, low: number, wind: number): string {
  return [
    `Here is your forecast for ${day} from the weather desk. Skies will be mostly clear through the afternoon, with a light breeze from the west and only a slight chance of rain in the higher elevations.`,
    `The high will be near ${high} degrees with an overnight low around ${low}. Winds of ${wind} miles an hour are expected, with stronger gusts possible near the passes and along the interstate.`,
    'Drivers should allow extra time in the morning, keep lights on, and check the road reports before setting out. Pets and plants should be brought indoors when the temperature drops below freezing.',
    'For the latest conditions, listen to the desk at the top of every hour or look at the tower cameras on our front page. We will be back with a new forecast tomorrow morning.',
  ].join('\n');
}

/** One outlet's notice of a meeting: nothing changes but the day and one item. */
export function agenda(day: string, item: string): string {
  return [
    `The Salt Fork Town Council will hold its regular meeting on ${day} at 6 p.m. in the council chamber, 40 Main Street. The public is invited to attend in person or by telephone.`,
    'The meeting begins with the call to order, the pledge of allegiance, roll call and approval of the minutes of the previous meeting. Comments from the public follow and are limited to three minutes a speaker.',
    `The council will then hear reports of the town manager and the clerk, and consider ${item}. The consent calendar holds bills, licenses and routine contracts, which are approved together unless a member asks otherwise.`,
    'Anyone who needs an interpreter or other help to take part should call the clerk at least two days before the meeting. Recordings are posted on the page of the town within a week.',
  ].join('\n');
}

/** One outlet's police log: a fixed beginning and end, other entries each day. */
export function policeLog(entries: readonly string[]): string {
  return [
    'The following was taken from the log of the Salt Fork Police Department. Entries are reports, not findings: everybody named or described is presumed innocent unless a court decides otherwise.',
    ...entries,
    'To report a crime, call the desk at any hour. Anonymous tips may be left on the line of the county, and rewards are paid for those that lead to an arrest. The log is published every weekday.',
  ].join('\n');
}
