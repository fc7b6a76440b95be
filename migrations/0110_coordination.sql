-- Coordination 协同: work beside a matter. One table of what each unit sees of it, made from history and rebuilt from it.
-- What people wrote lies in words; here stand codes, dates and units.

create schema coordination;

create table coordination.work (
  holder_region text        not null,
  unit          text        not null,
  region        text        not null,
  subject       uuid        not null,
  kind          text        not null,
  stage         text        not null,
  is_open       boolean     not null,
  owner         text        not null,
  about_unit    text,
  matter        text,
  title         uuid,
  clock         text,
  light_on      date,
  legal_on      date,
  opened_at     timestamptz not null,
  primary key (holder_region, unit, region, subject)
);
create index work_list on coordination.work (holder_region, unit, kind, is_open, light_on);
create index work_kind on coordination.work (holder_region, kind, is_open);
comment on table  coordination.work               is '事项之外的工作（会议、督办、建议、接访、征集、个人信息请求等），按看得到它的单位一行；由历史推出，可重建';
comment on column coordination.work.holder_region is '看得到它的单位所在租户';
comment on column coordination.work.unit          is '看得到它的单位';
comment on column coordination.work.owner         is '这项工作属于哪个单位';
comment on column coordination.work.about_unit    is '对哪个单位（督办、建议、措施）';
comment on column coordination.work.matter        is '关于哪件信访事项：编号，没有即为空';
comment on column coordination.work.title         is '名称的文字编号，文字加密存放';
comment on column coordination.work.clock         is '最紧的一个期限；没有即为空';

grant usage on schema coordination to huiyin_office, huiyin_worker;
grant select, insert, update, delete on coordination.work to huiyin_office;
grant select on coordination.work to huiyin_worker;
