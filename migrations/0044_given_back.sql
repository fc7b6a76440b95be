-- Sealed: what was sealed away and accuses nobody goes back to the desk that received it (lifecycle 47: refused → TRIAGED). The sealed line
-- puts its words here, closed with the office's key; a moment later the office has opened a matter of them, under the same intake and
-- with the same receipt, and the line is gone. The sealed line cannot read it back.

create table intake.returned (
  region      text        not null,
  id          uuid        not null,
  envelope    bytea       not null,
  returned_at timestamptz not null,
  primary key (region, id)
);
comment on table  intake.returned          is '密件线转回的、不是检举控告的来件：内容用单位公钥封装，立为事项后即删';
comment on column intake.returned.envelope is '封装的内容：是哪件来件、标题、正文、信访人、附件；只有单位一侧能打开';

grant insert (region, id, envelope, returned_at) on intake.returned to huiyin_sealed;
grant select, delete on intake.returned to huiyin_office;
