// A mark that leads to its claims. Knows their filter; draws what it is given.
import type { ReactNode } from 'react';
import type { DeskFilter } from '../../../../src/desk-api/contract.ts';
import { claimsAddress } from '../claims-address.ts';

interface MarkProps {
  /** Which claims it stands for; null for something that is not of claims. */
  readonly filter: DeskFilter | null;
  /** Where something that is not of claims leads. */
  readonly address?: string | undefined;
  /** What it is and how many: the first line is its name. */
  readonly tip: string;
  readonly children: ReactNode;
}

export function Mark({ filter, address, tip, children }: MarkProps) {
  const href = filter === null ? address : claimsAddress(filter);
  if (href === undefined) return <g data-tip={tip}>{children}</g>;
  return (
    <a className="mark" href={href} aria-label={tip.replaceAll('\n', ', ')} data-tip={tip}>
      {children}
    </a>
  );
}
