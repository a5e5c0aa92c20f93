// Where the page begins: styles, the desk, the first screen. Knows the document; knows no screen's parts.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/notices.css';
import './styles/door.css';
import './styles/queue.css';
import './styles/story.css';
import './styles/claim.css';
import './styles/edit.css';
import './styles/why.css';
import './styles/dialog.css';
import './styles/page.css';
import './styles/print.css';
import { App } from './app.tsx';
import { createDesk } from './desk/create-desk.ts';
import { applyTheme, storedTheme } from './screens/theme.ts';

applyTheme(storedTheme());
const root = document.getElementById('desk');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App core={createDesk()} />
    </StrictMode>,
  );
}
