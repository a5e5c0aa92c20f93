// The rules that read an office beside a name, in order. All of them are asked of every titled phrase; a person with several
// titles keeps the first that is an office by its own words, else the first of all (see `chooseLink`).
// Then the rules that read the whole story, each with the links made so far.
import { headsBody } from './heads-body.ts';
import { nameBeforeTitle } from './name-before-title.ts';
import { namedNext } from './named-next.ts';
import { namedToOffice } from './named-to-office.ts';
import { nationalFigure } from './national-figure.ts';
import type { OfficialRule, StoryRule } from './official-rule.ts';
import { pluralTitle } from './plural-title.ts';
import { predecessor } from './predecessor.ts';
import { titleBeforeName } from './title-before-name.ts';
import { titleCommaName } from './title-comma-name.ts';
import { unnamedOfficeHolder } from './unnamed-office-holder.ts';
import { whoIsTitle } from './who-is-title.ts';

export const officialRules: readonly OfficialRule[] = [
  titleBeforeName,
  pluralTitle,
  nameBeforeTitle,
  titleCommaName,
  whoIsTitle,
  namedToOffice,
];

export const storyRules: readonly StoryRule[] = [
  headsBody,
  namedNext,
  predecessor,
  unnamedOfficeHolder,
  nationalFigure,
];
