// The few expressions that SQLite and PostgreSQL spell differently. Everything else in the views is SQL that both read.
// No function is used that some build of SQLite lacks (no square roots), so that every client can read the views.
import type { Dialect } from '../connect/database-address.ts';

export interface DialectSql {
  /** Whether a text begins with a date (YYYY-MM-DD) whose month and day can be ones. */
  isDay(text: string): string;
  /** The Monday of a date's week, as YYYY-MM-DD; null for text that is no date. */
  monday(day: string): string;
  /** A field of a JSON text, as text. */
  field(json: string, name: string): string;
}

const sqlite: DialectSql = {
  isDay: (text) =>
    `(${text} glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]*' and substr(${text}, 6, 2) between '01' and '12' and substr(${text}, 9, 2) between '01' and '31')`,
  // Without a date, or with one that no calendar has (30 February counts on into March, on both databases alike).
  monday: (day) =>
    `case when ${sqlite.isDay(day)} then date(substr(${day}, 1, 8) || '01', '+' || (substr(${day}, 9, 2) - 1) || ' days', 'weekday 0', '-6 days') end`,
  field: (json, name) => `json_extract(${json}, '$.${name}')`,
};

const postgres: DialectSql = {
  isDay: (text) => `(${text} ~ '^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])')`,
  monday: (day) =>
    `case when ${postgres.isDay(day)} then to_char(date_trunc('week', (substr(${day}, 1, 8) || '01')::date + (substr(${day}, 9, 2)::integer - 1)), 'YYYY-MM-DD') end`,
  field: (json, name) => `((${json})::json ->> '${name}')`,
};

/** The expressions of a dialect. */
export function dialectSql(dialect: Dialect): DialectSql {
  return dialect === 'sqlite' ? sqlite : postgres;
}
