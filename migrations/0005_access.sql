-- Access 查阅记录: who opened which matter, from where and why (不变量 29). Written before anything is shown.

create schema access;

create table access.opening (
  region   text        not null,
  segment  uuid        not null,
  n        integer     not null check (n > 0),
  at       timestamptz not null,
  subject  uuid        not null,
  person   text        not null,
  unit     text        not null,
  session  text        not null,
  place    text        not null,
  purpose  text        not null,
  fields   text        not null,
  exported boolean     not null,
  hash     bytea       not null,
  primary key (region, segment, n)
);
create index opening_of_subject on access.opening (region, subject, at);
comment on table  access.opening          is '查阅记录：谁、哪个单位、何时、从何处、为何打开了哪一件；只增不改不删';
comment on column access.opening.segment  is '分段：每个进程每小时各写各的，互不等待；段内首尾相连';
comment on column access.opening.n        is '段内序号，连续';
comment on column access.opening.place    is '网络地址';
comment on column access.opening.purpose  is '用途代码';
comment on column access.opening.fields   is '看到的身份信息项，逗号分隔；空为未看身份';
comment on column access.opening.exported is '是否导出';
comment on column access.opening.hash     is '与段内前一条相连的摘要';

create table access.closing (
  region    text        not null,
  segment   uuid        not null,
  n         integer     not null,
  hash      bytea       not null,
  closed_at timestamptz not null,
  closed_by text        not null,
  primary key (region, segment)
);
create index closing_by_time on access.closing (region, closed_at);
comment on table  access.closing   is '分段收尾：记下末号和末摘要，此后删去尾部也能查出；每日汇入公开的根摘要';
comment on column access.closing.n is '段内条数';

grant usage on schema access to huiyin_office, huiyin_worker;
grant select, insert on access.opening, access.closing to huiyin_office, huiyin_worker;
