-- Evaluation 评价: of a group each member rates with an own code; an office is told numbers, never who.

create table evaluation.members (
  region              text    not null,
  subject             uuid    not null,
  side                text    not null,
  office              text    not null,
  closed              boolean not null,
  rated               integer not null,
  satisfied           integer not null,
  basically_satisfied integer not null,
  primary key (region, subject, side)
);
create index members_office on evaluation.members (region, side, office);
comment on table  evaluation.members       is '联名事项成员各自评价的合计，一件一侧一行；没有评的不在其中；由办理动作推出，可重建';
comment on column evaluation.members.side  is 'dept 对信访部门；unit 对责任单位';
comment on column evaluation.members.rated is '几名成员评了；满5人才分等次';

grant select, insert, update, delete on evaluation.members to huiyin_office;
grant select on evaluation.members to huiyin_worker;
