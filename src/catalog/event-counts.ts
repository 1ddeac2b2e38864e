/** How much happened when? Counts that triggers keep: of months, and of years, decades and centuries what is known no more exactly. */
import type { DatabaseSync } from "node:sqlite";
import { IF_NOTING } from "./cells.ts";
import { statement } from "./statements.ts";

const periodOf = (row: "OLD" | "NEW"): string => `substr(${row}.period, 1, 7)`;

/** What was only said is not counted. */
const counted = (row: "OLD" | "NEW", sign: "+" | "-"): string => `
  INSERT INTO event_count SELECT ${periodOf(row)}, ${sign}1, ${sign}(${row}.outlook = 'expected') WHERE ${row}.outlook <> 'said'
    ON CONFLICT DO UPDATE SET count = count + excluded.count, expected = expected + excluded.expected;`;

const EMPTIED = `DELETE FROM event_count WHERE period = ${periodOf("OLD")} AND count = 0;`;

/** The cells of which times there are, in all and within a year, a decade, a century. */
const timesWith = (row: "OLD" | "NEW"): string =>
  [2, 3, 4]
    .map((length) => `('times/' || substr(${row}.period, 1, ${length}))`)
    .concat("('times')", `('time/' || ${row}.period)`)
    .join(", ");

const countsWith = (row: "OLD" | "NEW"): string =>
  `('deeds'), ('deeds/' || substr(${row}.period, 1, 4))`;

/** `expected`: how many of them were only expected. Stands upon `event`. */
export const EVENT_COUNT_TABLES = `
CREATE TABLE event_count (period TEXT PRIMARY KEY, count INTEGER NOT NULL, expected INTEGER NOT NULL) WITHOUT ROWID;
CREATE TRIGGER event_count_more AFTER INSERT ON event BEGIN ${counted("NEW", "+")} END;
CREATE TRIGGER event_count_fewer AFTER DELETE ON event BEGIN ${counted("OLD", "-")} ${EMPTIED} END;
CREATE TRIGGER event_count_other AFTER UPDATE ON event WHEN OLD.outlook IS NOT NEW.outlook BEGIN
  ${counted("NEW", "+")} ${counted("OLD", "-")} ${EMPTIED}
END;
CREATE TRIGGER event_count_added AFTER INSERT ON event_count ${IF_NOTING} BEGIN
  INSERT INTO touched VALUES ${timesWith("NEW")}, ${countsWith("NEW")} ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER event_count_changed AFTER UPDATE ON event_count ${IF_NOTING} BEGIN
  INSERT INTO touched VALUES ${countsWith("NEW")} ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER event_count_gone AFTER DELETE ON event_count ${IF_NOTING} BEGIN
  INSERT INTO touched VALUES ${timesWith("OLD")}, ${countsWith("OLD")} ON CONFLICT DO NOTHING;
END;
`;

/** How much happened, or was expected, in a month; or in a year, a decade or a century of which no more is known than that. */
export interface PeriodCount {
  readonly period: string;
  readonly count: number;
  /** Of these, what was only expected. */
  readonly expected: number;
}

/** Returns the counts of the periods that begin in one way, as text is ordered: of `2022` the year's own and its months'. */
export function eventCounts(database: DatabaseSync, beginning = ""): readonly PeriodCount[] {
  const rows = statement(
    database,
    "SELECT period, count, expected FROM event_count WHERE period >= ? AND period < ? ORDER BY period",
  ).all(beginning, `${beginning}~`);
  // the columns are those of the type
  return rows as unknown as readonly PeriodCount[];
}
