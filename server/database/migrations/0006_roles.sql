-- What each database role may do stands in server/database/grants.ts and is granted after the migrations. Whoever shares
-- a row must be allowed to update some column of it: the id, which nobody changes.
CREATE FUNCTION keep_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%: an id is never changed', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER kept_id BEFORE UPDATE ON consultations FOR EACH ROW
  WHEN (NEW.id IS DISTINCT FROM OLD.id) EXECUTE FUNCTION keep_id();
--> statement-breakpoint
CREATE TRIGGER kept_id BEFORE UPDATE ON rooms FOR EACH ROW
  WHEN (NEW.consultation_id IS DISTINCT FROM OLD.consultation_id) EXECUTE FUNCTION keep_id();
--> statement-breakpoint
-- How many answers have been sent, for those who may not read them: in whole tens, so that no number moves by one.
CREATE FUNCTION sent_in_tens(version uuid) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  SELECT (((SELECT count(*) FROM public.responses WHERE version_id = version)
    + (SELECT count(*) FROM public.waiting WHERE version_id = version)) / 10 * 10)::integer
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION sent_in_tens(uuid) FROM PUBLIC;
--> statement-breakpoint
-- How many cards of a batch were used, for those who may not see which.
CREATE FUNCTION redeemed_in_tens(consultation uuid, batch uuid) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  SELECT (count(redeemed_for) / 10 * 10)::integer FROM public.cards
  WHERE consultation_id = consultation AND batch_id = batch
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION redeemed_in_tens(uuid, uuid) FROM PUBLIC;
--> statement-breakpoint
-- The planner's statistics are samples of what stood in a column, and outlive the rows: of what one person sent none
-- is kept.
ALTER TABLE responses ALTER COLUMN id SET STATISTICS 0, ALTER COLUMN answers SET STATISTICS 0,
  ALTER COLUMN record_key SET STATISTICS 0;
--> statement-breakpoint
ALTER TABLE remarks ALTER COLUMN id SET STATISTICS 0, ALTER COLUMN text SET STATISTICS 0;
--> statement-breakpoint
ALTER TABLE waiting ALTER COLUMN id SET STATISTICS 0, ALTER COLUMN sealed SET STATISTICS 0;
--> statement-breakpoint
ALTER TABLE pending_marks ALTER COLUMN mark SET STATISTICS 0;
--> statement-breakpoint
ALTER TABLE spent_marks ALTER COLUMN mark SET STATISTICS 0;
--> statement-breakpoint
ALTER TABLE resends_even ALTER COLUMN hash SET STATISTICS 0;
--> statement-breakpoint
ALTER TABLE resends_odd ALTER COLUMN hash SET STATISTICS 0;
--> statement-breakpoint
ALTER TABLE cards ALTER COLUMN hash SET STATISTICS 0, ALTER COLUMN redeemed_for SET STATISTICS 0;
--> statement-breakpoint
ALTER TABLE room_entries ALTER COLUMN redeemed_for SET STATISTICS 0;
