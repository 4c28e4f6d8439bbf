CREATE TABLE "answer_files" (
	"consultation_id" uuid NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "answer_files_consultation_id_hash_pk" PRIMARY KEY("consultation_id","hash")
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	"did" text NOT NULL,
	"consultation_id" uuid,
	"detail" jsonb
);
--> statement-breakpoint
CREATE TABLE "consultations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"draft" jsonb NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL,
	"meeting_id" uuid,
	"time_zone" text DEFAULT 'Europe/Zurich' NOT NULL,
	"opens_on" date,
	"closes_on" date,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"breakdowns" text[] DEFAULT '{}' NOT NULL,
	"policy" jsonb,
	"admits" boolean DEFAULT true NOT NULL,
	"key_fingerprint" text,
	CONSTRAINT "consultations_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "lifecycle_events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"consultation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"body" text NOT NULL,
	"number" integer NOT NULL,
	"place" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"document_deadline" date NOT NULL,
	"time_zone" text NOT NULL,
	CONSTRAINT "meetings_body_number_unique" UNIQUE("body","number")
);
--> statement-breakpoint
CREATE TABLE "release_populations" (
	"consultation_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"population" jsonb NOT NULL,
	CONSTRAINT "release_populations_consultation_id_number_pk" PRIMARY KEY("consultation_id","number")
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"consultation_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"hash" text NOT NULL,
	"body" text NOT NULL,
	CONSTRAINT "releases_consultation_id_number_pk" PRIMARY KEY("consultation_id","number"),
	CONSTRAINT "releases_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "remarks" (
	"version_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"question" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "remarks_version_id_id_pk" PRIMARY KEY("version_id","id")
);
--> statement-breakpoint
CREATE TABLE "resend_turn" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"day" integer NOT NULL,
	CONSTRAINT "resend_turn_one_row" CHECK ("resend_turn"."only")
);
--> statement-breakpoint
CREATE TABLE "resends_even" (
	"hash" "bytea" PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "resends_odd" (
	"hash" "bytea" PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"version_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"answers" smallint[] NOT NULL,
	"record_key" bigint NOT NULL,
	CONSTRAINT "responses_version_id_id_pk" PRIMARY KEY("version_id","id")
);
--> statement-breakpoint
CREATE TABLE "versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"consultation_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"questionnaire" jsonb NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "versions_consultation_id_number_unique" UNIQUE("consultation_id","number")
);
--> statement-breakpoint
ALTER TABLE "answer_files" ADD CONSTRAINT "answer_files_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lifecycle_events" ADD CONSTRAINT "lifecycle_events_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;