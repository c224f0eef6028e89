-- The narrative of a periodic report: its sections as they are written, what was quoted from units below, its figures once signed.

create table narrative (
  unit_id     uuid        not null,
  id          uuid        not null,
  revision    integer     not null,
  state       text        not null,
  chain       bytea       not null,
  created_at  timestamptz not null,
  -- As in the forms: '2026-6m'.
  period      text        not null check (length(period) <= 10),
  version     integer     not null constraint versions_begin_at_one check (version > 0),
  -- The version before this one, and why there is another.
  follows_id  uuid,
  reason      text        check (length(reason) <= 2000),
  -- [{"id", "text", "version", "by_id", "by", "at", "seen": {token: text}, "quotes": [{"unit_id", "unit", "narrative_id",
  --   "version", "section", "paragraph", "text", "by", "on"}]}]; figures stand in the text as {{figure:01/TCD:1}}.
  sections    jsonb       not null,
  -- Once signed: {token: text} as on that day.
  frozen      jsonb,
  signed_on   date,
  signed_by   text,
  primary key (unit_id, id),
  constraint a_later_version_has_its_reason check ((version = 1) = (follows_id is null) and (version = 1) = (reason is null)),
  constraint signed_figures_are_frozen check ((signed_on is null) = (frozen is null))
);
comment on table narrative is 'distributed: narratives of periodic reports';
create unique index one_narrative_a_period_and_version on narrative (unit_id, period, version);
