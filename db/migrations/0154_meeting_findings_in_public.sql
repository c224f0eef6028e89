-- What a meeting found may be shown to everybody once it is concluded, where its head says so. Null: not said.
alter table meeting add column findings_public boolean;
-- New topics of the meeting are reviewed blind unless somebody says otherwise. Null: not said.
alter table meeting add column blind_papers boolean;
