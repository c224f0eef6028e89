-- Second complaints: the instance they follow, whose decision is contested, and who took over from a body that is no more.
alter table complaint
  add column first_unit_id   uuid,
  -- The earlier instance as the second one knows it, found in a register or told on paper.
  add column earlier         jsonb,
  -- Whose decision or act it is, in the words of the ladder of competence.
  add column respondent_body text,
  -- The recorded ground on which this unit settles what a dissolved body decided.
  add column successor       jsonb;
create index complaint_of_first on complaint (unit_id, first_id) where first_id is not null;

-- A letter sent from the page of a first complaint knows which one it follows.
alter table petition add column follows jsonb;
