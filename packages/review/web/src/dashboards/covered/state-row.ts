// What is known of one state. Knows the answer's shape alone.
import type { DeskAnswer } from '../../../../src/desk-api/contract.ts';

export type StateRow = DeskAnswer<'get_coverage'>['states'][number];
