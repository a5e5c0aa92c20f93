// Which dialog is open over the desk. Knows their names; draws none of them.
import { currentItem } from '../desk/desk-state.ts';
import { useDesk } from '../parts/desk-context.tsx';
import type { OpenDialog } from '../screens/screen-state.ts';
import { AdjudicateDialog } from './adjudicate-dialog.tsx';
import { BulkDialog } from './bulk-dialog.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { DiffDialog } from './diff-dialog.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { OutboxDialog } from './outbox-dialog.tsx';
import { SaveViewDialog } from './save-view-dialog.tsx';
import { SecondOpinionDialog } from './second-opinion-dialog.tsx';

export function Dialogs({ dialog, close }: { readonly dialog: OpenDialog | null; readonly close: () => void }) {
  const item = currentItem(useDesk());
  switch (dialog?.name) {
    case undefined:
      return null;
    case 'help':
      return <HelpDialog close={close} />;
    case 'outbox':
      return <OutboxDialog close={close} />;
    case 'save-view':
      return <SaveViewDialog close={close} />;
    case 'bulk':
      return <BulkDialog scopes={dialog.scopes} first={dialog.deciding} close={close} />;
    case 'conflict':
      return <ConflictDialog conflict={dialog.conflict} close={close} />;
    case 'diff':
      return item === null ? null : <DiffDialog item={item} close={close} />;
    case 'second':
      return item === null ? null : <SecondOpinionDialog item={item} close={close} />;
    case 'adjudicate':
      return item === null ? null : <AdjudicateDialog item={item} close={close} />;
  }
}
