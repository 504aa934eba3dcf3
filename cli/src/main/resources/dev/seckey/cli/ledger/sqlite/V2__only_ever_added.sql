CREATE TRIGGER event_stays BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END;
CREATE TRIGGER event_is_kept BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END;
CREATE TRIGGER claim_stays BEFORE UPDATE ON claim BEGIN SELECT RAISE(ABORT, 'claims are only ever added'); END;
CREATE TRIGGER claim_is_kept BEFORE DELETE ON claim BEGIN SELECT RAISE(ABORT, 'claims are only ever added'); END;
