-- Whether a later plan goes on with a visit that was handed out.
CREATE INDEX planned_visit_assignment ON planned_visit (assignment_id);
