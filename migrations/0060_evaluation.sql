-- Evaluation 评价: the petitioner's verdict on both offices. Nobody else can make one or change one.

create schema evaluation;

create table evaluation.rating (
  region           text        not null,
  subject          uuid        not null,
  dept             text,
  unit             text        not null,
  opened_on        date        not null,
  closes_on        date        not null,
  closed           boolean     not null,
  dept_grade       text,
  unit_grade       text,
  rated_at         timestamptz,
  primary key (region, subject)
);
create index rating_unit on evaluation.rating (region, unit, closes_on);
comment on table  evaluation.rating            is '满意度评价：只由信访人作出；不评就是未评价，不算满意；由办理动作推出，可重建';
comment on column evaluation.rating.closed     is '评价期已过；之前办理单位看不到本件的评价';
comment on column evaluation.rating.dept_grade is '对信访部门；为空即未评价';
comment on column evaluation.rating.unit_grade is '对责任单位；为空即未评价';

grant usage on schema evaluation to huiyin_office, huiyin_worker;
grant select, insert, update, delete on evaluation.rating to huiyin_office;
grant select on evaluation.rating to huiyin_worker;
