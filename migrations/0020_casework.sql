-- Casework 办理: what people look at once an act is done. All of it follows from history and can be rebuilt.

create schema casework;

create table casework.matter (
  region        text        not null,
  subject       uuid        not null,
  no            text        not null,
  stage         text        not null,
  kind          text,
  category      text,
  channel       text        not null,
  title         uuid        not null,
  received_at   timestamptz not null,
  desk_unit     text        not null,
  handling_unit text,
  answerable    text,
  intake        uuid        not null,
  duplicate_of  uuid,
  concluded     text,
  primary key (region, subject),
  unique (region, no)
);
comment on table  casework.matter              is '信访事项：一个请求、一组事实，由办理动作推出，可重建';
comment on column casework.matter.title        is '标题的文字编号，文字加密存放';
comment on column casework.matter.answerable   is '此刻负责的机关；了结后为空';
comment on column casework.matter.duplicate_of is '并入的主件';
create index matter_intake on casework.matter (region, intake);

create table casework.box (
  holder_region text        not null,
  unit          text        not null,
  region        text        not null,
  subject       uuid        not null,
  stage         text        not null,
  kind          text,
  category      text,
  channel       text        not null,
  no            text        not null,
  title         uuid        not null,
  received_at   timestamptz not null,
  primary key (holder_region, unit, region, subject)
);
comment on table casework.box is '各单位经手的事项，供本单位查阅；按单位所在租户存放';
create index box_newest on casework.box (holder_region, unit, received_at desc, subject);

create table casework.running (
  holder_region text not null,
  region        text not null,
  subject       uuid not null,
  key           text not null,
  clock         text not null,
  unit          text not null,
  started_on    date not null,
  light_on      date not null,
  legal_on      date not null,
  target_at     timestamptz,
  stage         text not null,
  no            text not null,
  title         uuid not null,
  channel       text not null,
  received_at   timestamptz not null,
  primary key (holder_region, region, subject, key)
);
comment on table  casework.running               is '正在走的期限：各单位欠什么、信访人还有什么权利，可重建';
comment on column casework.running.holder_region is '承担期限的单位所在租户，一个单位的案头因此只在一处';
comment on column casework.running.light_on      is '亮灯日，未顺延；本地承诺更早的从其承诺';
comment on column casework.running.legal_on      is '法定最后一日，逢休息日顺延，超过即为超期';
create index running_desk on casework.running (holder_region, unit, light_on, subject);
create index running_due on casework.running (holder_region, clock, legal_on);

grant usage on schema casework to huiyin_office, huiyin_worker;
grant select, insert, update, delete on casework.matter, casework.box, casework.running to huiyin_office;
grant select on casework.matter, casework.box, casework.running to huiyin_worker;
