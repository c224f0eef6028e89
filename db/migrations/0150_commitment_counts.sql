-- How many commitments of the units somebody sees stand open, overdue or reported: counted without reading the rows.

create index commitment_open_counts on commitment (unit_id) include (state, force, due_on) where ended_on is null;
