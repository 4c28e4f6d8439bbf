CREATE TABLE "live_pours" (
	"consultation_id" uuid NOT NULL,
	"responses" integer NOT NULL,
	"remarks" integer NOT NULL,
	"bases" jsonb,
	CONSTRAINT "live_pours_consultation_id_responses_pk" PRIMARY KEY("consultation_id","responses")
);
--> statement-breakpoint
ALTER TABLE "consultations" ADD COLUMN "live" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "consultations" ADD COLUMN "aim" integer;--> statement-breakpoint
ALTER TABLE "releases" ADD COLUMN "live" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "live_pours" ADD CONSTRAINT "live_pours_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE consultations ADD CONSTRAINT aim_is_somebody CHECK (aim > 0);
--> statement-breakpoint
-- Whether answers are shown while others still come in is promised as well: the trigger of the promises is made again.
DROP TRIGGER kept ON consultations;
--> statement-breakpoint
CREATE TRIGGER kept BEFORE UPDATE ON consultations FOR EACH ROW
  WHEN (OLD.policy IS NOT NULL
    AND (NEW.policy, NEW.breakdowns, NEW.languages, NEW.key_fingerprint, NEW.demonstration, NEW.ages_from, NEW.access, NEW.assurances, NEW.live)
    IS DISTINCT FROM (OLD.policy, OLD.breakdowns, OLD.languages, OLD.key_fingerprint, OLD.demonstration, OLD.ages_from, OLD.access, OLD.assurances, OLD.live))
  EXECUTE FUNCTION keep_what_was_opened();
--> statement-breakpoint
CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON live_pours FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER kept_whole BEFORE TRUNCATE ON live_pours FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Remarks of answers that were poured live go on waiting as rows of their own: they are nobody more who has sent.
CREATE OR REPLACE FUNCTION sent_in_tens(version uuid) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  SELECT (((SELECT count(*) FROM public.responses WHERE version_id = version)
    + (SELECT count(*) FROM public.waiting WHERE version_id = version)
    - (SELECT coalesce(sum(p.remarks), 0)::bigint FROM public.live_pours p
        JOIN public.versions v ON v.consultation_id = p.consultation_id
        JOIN public.consultations c ON c.id = p.consultation_id
        WHERE v.id = version AND c.emptied IS NULL)) / 10 * 10)::integer
$$;
