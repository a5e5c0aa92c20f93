// The door of @civicwire/review.
export { createEntrance, type Entrance } from './access/entrance.ts';
export { isOwnHost, isOwnOrigin } from './access/request-checks.ts';
export { type ReviewOptions, type ReviewServer, serveReview } from './serve-review.ts';
