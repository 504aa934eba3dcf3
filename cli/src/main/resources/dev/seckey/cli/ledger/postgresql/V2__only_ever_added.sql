CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of the ledger are only ever added';
END
$$;
CREATE TRIGGER event_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON event EXECUTE FUNCTION refuse_change();
CREATE TRIGGER claim_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON claim EXECUTE FUNCTION refuse_change();
