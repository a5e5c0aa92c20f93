// What a rule of officials looks like: it says which persons hold the office of a titled phrase. Knows no rule.
import type { Rule } from '../../rule.ts';
import type { OfficeLink, OfficialContext } from '../context.ts';
import type { TitledPhrase } from '../titled-phrases.ts';

/** Numbers of the persons in `document.people` that hold the office; empty when the rule does not speak. */
export type OfficialMatch = (phrase: TitledPhrase, context: OfficialContext) => readonly number[];
export type OfficialRule = Rule<OfficialMatch>;

/** A rule that reads the whole story, after the others: the links that it adds to theirs. */
export type StoryMatch = (context: OfficialContext, links: readonly OfficeLink[]) => readonly OfficeLink[];
export type StoryRule = Rule<StoryMatch>;
