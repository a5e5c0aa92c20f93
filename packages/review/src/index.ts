// The door of @civicwire/review.
export { type ReviewOptions, type ReviewServer, serveReview } from './serve-review.ts';
