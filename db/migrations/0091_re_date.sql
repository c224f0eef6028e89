-- Finds the records that a change of the calendar or of a switch moved.
create index payload_of_cause on payload ((input ->> 'cause_id')) where input ? 'cause_id';
