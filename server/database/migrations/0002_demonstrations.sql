-- Whether a consultation is a demonstration is said when its row is made. Made-up answers never become real ones, and
-- real ones never made-up: not while it is a draft, not after it has opened, whoever asks.
CREATE FUNCTION keep_demonstrations_apart() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'consultation %: a demonstration stays one, and nothing else becomes one', OLD.slug
    USING ERRCODE = 'integrity_constraint_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER kept_apart BEFORE UPDATE ON consultations FOR EACH ROW
  WHEN (NEW.demonstration IS DISTINCT FROM OLD.demonstration)
  EXECUTE FUNCTION keep_demonstrations_apart();
