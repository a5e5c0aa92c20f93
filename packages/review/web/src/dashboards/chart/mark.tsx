// A mark that leads to its claims. Knows their filter; draws what it is given.
import type { ReactNode } from 'react';
import type { DeskFilter } from '../../../../src/desk-api/contract.ts';
import { claimsAddress } from '../claims-address.ts';

interface MarkProps {
  /** Which claims it stands for; null for something that is not of claims. */
  readonly filter: DeskFilter | null;
  /** What it is and how many: the first line is its name. */
  readonly tip: string;
  readonly children: ReactNode;
}

export function Mark({ filter, tip, children }: MarkProps) {
  if (filter === null) return <g data-tip={tip}>{children}</g>;
  return (
    <a className="mark" href={claimsAddress(filter)} aria-label={tip.replaceAll('\n', ', ')} data-tip={tip}>
      {children}
    </a>
  );
}
