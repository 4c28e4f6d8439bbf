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
