CREATE TABLE "comparabilities" (
	"earlier_id" uuid NOT NULL,
	"later_id" uuid NOT NULL,
	"question" text NOT NULL,
	"comparable" boolean NOT NULL,
	"why" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "comparabilities_later_id_earlier_id_question_at_pk" PRIMARY KEY("later_id","earlier_id","question","at")
);
--> statement-breakpoint
ALTER TABLE "consultations" ADD COLUMN "series" text;--> statement-breakpoint
ALTER TABLE "comparabilities" ADD CONSTRAINT "comparabilities_earlier_id_consultations_id_fk" FOREIGN KEY ("earlier_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comparabilities" ADD CONSTRAINT "comparabilities_later_id_consultations_id_fk" FOREIGN KEY ("later_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- What was said of a question is not unsaid: whoever thinks otherwise later adds a word.
CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON comparabilities FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER kept_whole BEFORE TRUNCATE ON comparabilities FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
