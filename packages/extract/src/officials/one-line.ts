// Writes what a story says on one line, with single spaces. Knows white space.

/** The text with one space wherever white space stands. */
export function onOneLine(text: string): string {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // Single spaces, and what is certainly no space, stay as they are.
    if (code === 32 ? text.charCodeAt(i + 1) === 32 : code < 32 || (code > 126 && code !== apostrophe))
      return text.replaceAll(/\s+/g, ' ');
  }
  return text;
}

const apostrophe = 0x2019;
