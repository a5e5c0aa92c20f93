// officials.named-to-office: a body names, appoints, elects or hires somebody to an office.
import { foldedAt } from '../../reading/reading.ts';
import { beginOf } from '../context.ts';
import { isPublicOffice } from '../public-office.ts';
import type { OfficialRule } from './official-rule.ts';

const naming =
  /^(?:hire|appoint|elect|name|choose|pick|promote|select|confirm|nominate|install|tap|named|names|naming|appointed|appoints|appointing|appointment|elected|elects|electing|hired|hires|hiring|chose|chosen|choosing|selected|selects|picked|tapped|promoted|made|confirmed|reappointed|reelected|re-elected|nominated|installed|swore|sworn|welcomed|introduced)$/;

export const namedToOffice: OfficialRule = {
  id: 'officials.named-to-office',
  reads:
    'Somebody is named, appointed, elected or hired to an office: “named Dana Ode superintendent”, “hired Lee Ruiz as clerk”.',
  match: (phrase, context) => {
    if (phrase.title.plural) return [];
    const { reading, mentionTo, mentionFrom } = context;
    let i = beginOf(context, phrase);
    const tied = /^(?:as|to|be)$/.test(foldedAt(reading, i - 1));
    while (/^(?:as|to|be|the|become|post|of|its|new)$/.test(foldedAt(reading, i - 1))) i--;
    const mention = mentionTo.get(i);
    if (mention && reading.sentenceOf[mention.from] === reading.sentenceOf[phrase.from]) {
      for (let k = mention.from - 1; k >= mention.from - 3; k--) {
        if (!naming.test(foldedAt(reading, k))) continue;
        return isPublicOffice(context.document, phrase, phrase.title.office.weak === 'before') ? [mention.person] : [];
      }
    }
    if (!tied) return [];
    // "the appointment as city clerk of Dana Ode": the name behind the office.
    const behind = foldedAt(reading, phrase.to) === 'of' ? mentionFrom.get(phrase.to + 1) : undefined;
    return behind && isPublicOffice(context.document, phrase, false) ? [behind.person] : [];
  },
  examples: {
    yes: [
      'The council named [[Dana Whitlow]] city manager on Monday.',
      'Eastport has hired [[Lee Tanaka]] as police chief.',
      'The board announced the appointment of [[Ana Rojas]] as county planning director.',
    ],
    no: [
      'The team named Dana Whitlow captain on Monday.',
      'The bank hired Lee Tanaka as vice president.',
      'They told Ana Rojas the city manager would call.',
    ],
    todo: ['The council voted to make [[Dana Whitlow]], now its clerk, the next city manager.'],
  },
};
