// The door of @civicwire/extract.
export { annotate } from './annotate.ts';
