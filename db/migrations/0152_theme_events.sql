-- A theme of the year binds dialogues and meetings of the units it binds, beside programmes and movements.

-- [{"kind": "dialogue"|"meeting", "unit_id", "id"}]; null on instruments recorded before. Titles are read where they stand.
alter table instrument add column events jsonb;
