// The rules of personal names, in order: a candidate is a person by the first rule that accepts it, and the later ones
// are not asked. None of them moves the ends of a candidate, so there are no ties between spans.
import { apposition } from './apposition.ts';
import { contextAround } from './context-around.ts';
import { givenAndSurname } from './given-and-surname.ts';
import { listAfterTitle } from './list-after-title.ts';
import type { NameRule } from './name-rule.ts';
import { surnameRecurs } from './surname-recurs.ts';
import { surnameSpeaks } from './surname-speaks.ts';
import { titleBefore } from './title-before.ts';

export const nameRules: readonly NameRule[] = [
  titleBefore,
  givenAndSurname,
  contextAround,
  apposition,
  surnameRecurs,
  surnameSpeaks,
  listAfterTitle,
];
