-- Timetable 到点任务: what has to be done at a time, once or again and again.

create schema timetable;

create table timetable.job (
  region   text        not null,
  kind     text        not null,
  key      text        not null,
  due_at   timestamptz not null,
  attempts integer     not null default 0,
  trouble  text,
  primary key (region, kind, key)
);
create index job_due on timetable.job (due_at);
comment on table  timetable.job          is '到点任务：到时由后台进程领走，锁住本行者办理；办成即删，周期任务改为下一次';
comment on column timetable.job.key      is '为谁而办，只写编号；同一任务只有一行，重复安排不会办两次';
comment on column timetable.job.due_at   is '最早何时办；失败后推迟再试';
comment on column timetable.job.attempts is '失败次数，办成归零';
comment on column timetable.job.trouble  is '上次失败的代码，不含文字内容';

grant usage on schema timetable to huiyin_office, huiyin_worker;
grant select, insert on timetable.job to huiyin_office;
grant select, insert, update, delete on timetable.job to huiyin_worker;
