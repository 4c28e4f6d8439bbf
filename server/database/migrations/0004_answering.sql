CREATE TABLE "helplines" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"country" text NOT NULL,
	"name" text NOT NULL,
	"number" text,
	"website" text,
	"hours" text NOT NULL,
	"languages" text[] NOT NULL,
	"cost" text NOT NULL,
	"source" text NOT NULL,
	"verified_on" date,
	"verified_by" text,
	CONSTRAINT "helplines_country_name_unique" UNIQUE("country","name")
);
--> statement-breakpoint
ALTER TABLE "consultations" ADD COLUMN "ages_from" smallint DEFAULT 13 NOT NULL;--> statement-breakpoint
ALTER TABLE "consultations" ADD COLUMN "paused" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- Who may be asked is promised as well: the trigger of the promises is made again with the ages in it.
DROP TRIGGER kept ON consultations;
--> statement-breakpoint
CREATE TRIGGER kept BEFORE UPDATE ON consultations FOR EACH ROW
  WHEN (OLD.policy IS NOT NULL
    AND (NEW.policy, NEW.breakdowns, NEW.languages, NEW.key_fingerprint, NEW.demonstration, NEW.ages_from)
    IS DISTINCT FROM (OLD.policy, OLD.breakdowns, OLD.languages, OLD.key_fingerprint, OLD.demonstration, OLD.ages_from))
  EXECUTE FUNCTION keep_what_was_opened();
--> statement-breakpoint
ALTER TABLE consultations ADD CONSTRAINT ages_from_begins_a_band CHECK (ages_from IN (8, 10, 13));
--> statement-breakpoint
ALTER TABLE helplines ADD CONSTRAINT verified_by_somebody CHECK ((verified_on IS NULL) = (verified_by IS NULL));
