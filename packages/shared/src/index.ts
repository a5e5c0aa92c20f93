// The door of @civicwire/shared.
export * from './article.ts';
export * from './errors.ts';
export * from './findings.ts';
export * from './holder-types.ts';
export * from './host-turns.ts';
export * from './outcome.ts';
export * from './page-rules.ts';
export * from './ports.ts';
export * from './share-interval.ts';
export * from './spans.ts';
export * from './wire.ts';
export * from './work-queue.ts';
