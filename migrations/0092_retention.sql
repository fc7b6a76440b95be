-- Retention 保存期限: when the term of whatever has ended is over, and what was erased. No word, no name.

create schema retention;

create table retention.due (
  region    text        not null,
  subject   uuid        not null,
  kind      text        not null,
  class     text        not null,
  ended_on  date        not null,
  due_on    date,
  erased_at timestamptz,
  primary key (region, subject)
);
create index due_waiting on retention.due (region, due_on) where erased_at is null;
comment on table  retention.due           is '已经结束的来件、事项和工作各存到哪天；由后台跟随办理动作推出';
comment on column retention.due.kind      is 'matter 信访事项；intake 来件；work 事项外的工作；asked 依请求删除';
comment on column retention.due.class     is '保存期限的类别，见 data/retention.json';
comment on column retention.due.due_on    is '个人信息存到这天；永久的为空';
comment on column retention.due.erased_at is '已经删除的时间；删除本身在办理历史里另有一条';

grant usage on schema retention to huiyin_office, huiyin_worker;
grant select on retention.due to huiyin_office;
grant select, insert, update, delete on retention.due to huiyin_worker;
