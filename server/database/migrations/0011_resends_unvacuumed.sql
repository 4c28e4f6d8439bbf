-- Emptied every day, they have nothing to clean up. And PostgreSQL, which holds a table that was never looked through for
-- one of ten pages at least, goes by their index from the first answer of a day on.
ALTER TABLE resends_even SET (autovacuum_enabled = false);
--> statement-breakpoint
ALTER TABLE resends_odd SET (autovacuum_enabled = false);
