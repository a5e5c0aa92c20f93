// Writes docs/FIELDS.md from the data dictionary. Run it after a change to packages/store/src/schema/fields.ts.
import { writeFileSync } from 'node:fs';
import { fieldDocument } from '../src/schema/field-document.ts';
import { fields } from '../src/schema/fields.ts';

const target = new URL('../../../docs/FIELDS.md', import.meta.url);
writeFileSync(target, fieldDocument(fields));
console.log('docs/FIELDS.md written');
