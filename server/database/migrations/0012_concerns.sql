CREATE TABLE "concerns" (
	"consultation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "concerns_consultation_id_id_pk" PRIMARY KEY("consultation_id","id")
);
--> statement-breakpoint
-- What is sealed cannot be compressed, and the planner needs no samples of it.
ALTER TABLE concerns ALTER COLUMN sealed SET STORAGE EXTERNAL;
--> statement-breakpoint
ALTER TABLE concerns ALTER COLUMN id SET STATISTICS 0, ALTER COLUMN sealed SET STATISTICS 0;
