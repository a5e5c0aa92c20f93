// Keys for the review pages: each presses a link or button that is on the page. Everything works without this file.
const helpPanel = document.getElementById('keys');
const keysSwitch = document.getElementById('keys-switch');
const storageName = 'civicwire-review-keys';

/** Single-letter keys disturb people who speak to their computer: they can be turned off, and stay so. */
let keysAreOn = localStorage.getItem(storageName) !== 'off';

function showSwitch() {
  keysSwitch.hidden = false;
  keysSwitch.setAttribute('aria-pressed', String(keysAreOn));
  keysSwitch.textContent = `Single-letter keys are ${keysAreOn ? 'on' : 'off'}`;
  document.documentElement.classList.toggle('keys-off', !keysAreOn);
}

keysSwitch.addEventListener('click', () => {
  keysAreOn = !keysAreOn;
  localStorage.setItem(storageName, keysAreOn ? 'on' : 'off');
  showSwitch();
});
showSwitch();

function isWriting(element) {
  return element.matches('textarea, select, input:not([type="radio"])');
}

function toggleHelp() {
  helpPanel.open = !helpPanel.open;
  if (helpPanel.open) helpPanel.querySelector('summary').focus();
}

/** Moves the focus through the rows of the queue; true when there are rows. */
function moveThroughRows(key) {
  const rows = [...document.querySelectorAll('[data-row]')];
  if (rows.length === 0 || (key !== 'j' && key !== 'k')) return false;
  const at = rows.indexOf(document.activeElement);
  const to = key === 'j' ? Math.min(at + 1, rows.length - 1) : Math.max(at - 1, 0);
  rows[to].focus();
  rows[to].scrollIntoView({ block: 'nearest' });
  return true;
}

/** A reason that is picked or written by key must be seen before it is sent. */
function reveal(element) {
  const fold = element.closest('details');
  if (fold) fold.open = true;
}

function press(key) {
  if (key === '?') {
    toggleHelp();
    return true;
  }
  const field = document.querySelector(`[data-focus-key="${CSS.escape(key)}"]`);
  if (field) {
    reveal(field);
    field.focus();
    return true;
  }
  const target = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (target) {
    reveal(target);
    target.click();
    return true;
  }
  return moveThroughRows(key);
}

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    helpPanel.open = false;
    if (isWriting(event.target)) event.target.blur();
    return;
  }
  // A key that is held down must not decide on finding after finding.
  const isOurs =
    keysAreOn && !event.repeat && !event.ctrlKey && !event.metaKey && !event.altKey && event.key.length === 1;
  if (isOurs && !isWriting(event.target) && press(event.key)) event.preventDefault();
});

// On wide screens the text stands beside the card: bring the chosen words into view.
if (matchMedia('(min-width: 62rem)').matches && location.hash === '') {
  document.getElementById('chosen')?.scrollIntoView({ block: 'center' });
}
