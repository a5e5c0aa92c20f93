// Writes docs/FIELDS.md from the data dictionary. Run it after a change to a table or view.
import { writeFileSync } from 'node:fs';
import { dictionary } from '../src/schema/dictionary.ts';
import { fieldDocument } from '../src/schema/field-document.ts';

const target = new URL('../../../docs/FIELDS.md', import.meta.url);
writeFileSync(target, fieldDocument(dictionary()));
console.log('docs/FIELDS.md written');
