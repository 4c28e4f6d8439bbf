ALTER TABLE "remarks" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "remarks" ADD COLUMN "age_band" text;--> statement-breakpoint
ALTER TABLE "remarks" ADD COLUMN "doubtful" boolean;--> statement-breakpoint
-- What was kept before remarks were looked at is to be read with care.
UPDATE "remarks" SET "doubtful" = true;--> statement-breakpoint
ALTER TABLE "remarks" ALTER COLUMN "doubtful" SET NOT NULL;
