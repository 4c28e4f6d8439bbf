CREATE TABLE "card_batches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"consultation_id" uuid NOT NULL,
	"partner" text NOT NULL,
	"size" integer NOT NULL,
	"invitation" "bytea" NOT NULL,
	"attested_on" date,
	"attested_as" text,
	CONSTRAINT "card_batches_invitation_unique" UNIQUE("invitation")
);
--> statement-breakpoint
CREATE TABLE "cards" (
	"consultation_id" uuid NOT NULL,
	"hash" "bytea" NOT NULL,
	"batch_id" uuid NOT NULL,
	"void" boolean NOT NULL,
	"redeemed_for" "bytea",
	CONSTRAINT "cards_consultation_id_hash_pk" PRIMARY KEY("consultation_id","hash")
);
--> statement-breakpoint
CREATE TABLE "pending_marks" (
	"consultation_id" uuid NOT NULL,
	"mark" "bytea" NOT NULL,
	CONSTRAINT "pending_marks_consultation_id_mark_pk" PRIMARY KEY("consultation_id","mark")
);
--> statement-breakpoint
CREATE TABLE "room_entries" (
	"consultation_id" uuid NOT NULL,
	"redeemed_for" "bytea" NOT NULL,
	CONSTRAINT "room_entries_consultation_id_redeemed_for_pk" PRIMARY KEY("consultation_id","redeemed_for")
);
--> statement-breakpoint
CREATE TABLE "rooms" (
	"consultation_id" uuid PRIMARY KEY NOT NULL,
	"quota" integer NOT NULL,
	"screen" "bytea" NOT NULL,
	CONSTRAINT "rooms_screen_unique" UNIQUE("screen")
);
--> statement-breakpoint
CREATE TABLE "spent_marks" (
	"consultation_id" uuid NOT NULL,
	"mark" "bytea" NOT NULL,
	CONSTRAINT "spent_marks_consultation_id_mark_pk" PRIMARY KEY("consultation_id","mark")
);
--> statement-breakpoint
CREATE TABLE "token_keys" (
	"consultation_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"public_key" "bytea" NOT NULL,
	CONSTRAINT "token_keys_consultation_id_purpose_pk" PRIMARY KEY("consultation_id","purpose")
);
--> statement-breakpoint
CREATE TABLE "waiting" (
	"version_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"key_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "waiting_version_id_id_pk" PRIMARY KEY("version_id","id")
);
--> statement-breakpoint
CREATE TABLE "waiting_keys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"consultation_id" uuid NOT NULL,
	"public_key" "bytea" NOT NULL,
	"open" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
ALTER TABLE "consultations" ADD COLUMN "access" text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE "consultations" ADD COLUMN "assurances" jsonb;--> statement-breakpoint
ALTER TABLE "consultations" ADD COLUMN "emptied" text;--> statement-breakpoint
ALTER TABLE "card_batches" ADD CONSTRAINT "card_batches_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "token_keys" ADD CONSTRAINT "token_keys_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_keys" ADD CONSTRAINT "waiting_keys_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "waiting_keys_one_open" ON "waiting_keys" USING btree ("consultation_id") WHERE "waiting_keys"."open";--> statement-breakpoint
-- Who may answer, and who answers for it, are promised as well: the trigger of the promises is made again with them in it.
DROP TRIGGER kept ON consultations;
--> statement-breakpoint
CREATE TRIGGER kept BEFORE UPDATE ON consultations FOR EACH ROW
  WHEN (OLD.policy IS NOT NULL
    AND (NEW.policy, NEW.breakdowns, NEW.languages, NEW.key_fingerprint, NEW.demonstration, NEW.ages_from, NEW.access, NEW.assurances)
    IS DISTINCT FROM (OLD.policy, OLD.breakdowns, OLD.languages, OLD.key_fingerprint, OLD.demonstration, OLD.ages_from, OLD.access, OLD.assurances))
  EXECUTE FUNCTION keep_what_was_opened();
--> statement-breakpoint
CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON token_keys FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER kept_whole BEFORE TRUNCATE ON token_keys FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- A key that has been closed seals nothing more: its private half may be gone already.
CREATE FUNCTION keep_waiting_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'waiting key %: a closed key stays closed, and none is changed', OLD.id
    USING ERRCODE = 'integrity_constraint_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER kept BEFORE UPDATE ON waiting_keys FOR EACH ROW
  WHEN (NEW.open AND NOT OLD.open
    OR (NEW.id, NEW.consultation_id, NEW.public_key) IS DISTINCT FROM (OLD.id, OLD.consultation_id, OLD.public_key))
  EXECUTE FUNCTION keep_waiting_key();
--> statement-breakpoint
-- Sealed answers cannot be compressed; trying would cost time at every sending.
ALTER TABLE waiting ALTER COLUMN sealed SET STORAGE EXTERNAL;
--> statement-breakpoint
-- They stay in their row as long as a page holds them: cut into pieces they would cost several times as much.
ALTER TABLE waiting SET (toast_tuple_target = 8160);
