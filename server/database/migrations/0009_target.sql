ALTER TABLE "consultations" ADD COLUMN "target" jsonb;
--> statement-breakpoint
-- What respondents are compared with, and whether results are weighted, is settled before there are answers to choose by.
CREATE TRIGGER kept_target BEFORE UPDATE ON consultations FOR EACH ROW
  WHEN (OLD.policy IS NOT NULL AND NEW.target IS DISTINCT FROM OLD.target)
  EXECUTE FUNCTION keep_what_was_opened();
