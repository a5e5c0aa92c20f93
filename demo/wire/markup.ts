// Small words of HTML and XML that the demo's pages and feeds share. Knows no page.

/** Text made safe for HTML and XML content and quoted attributes. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A date as papers print it ("Nov. 10, 2026"), in the story's own time zone. Takes ISO 8601. */
export function printedDate(iso: string): string {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
  const names = ['Jan.', 'Feb.', 'March', 'April', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'];
  return `${names[(month ?? 1) - 1]} ${day}, ${year}`;
}
