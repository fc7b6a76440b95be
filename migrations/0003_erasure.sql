-- Erasure 删除: what has to be forgotten, decided by an act of the office and carried out by the worker.

create table words.erasure (
  region  text        not null,
  subject uuid        not null,
  id      uuid        not null,
  reason  text        not null,
  due_at  timestamptz not null,
  primary key (region, subject, id)
);
create index erasure_due on words.erasure (region, due_at);
comment on table  words.erasure        is '应当删除的文字：办公侧在办理中登记，后台执行后即去掉本行';
comment on column words.erasure.reason is 'sealed 移入密件；retention 期满；request 信访人请求';

grant select, insert on words.erasure to huiyin_office;
grant select, delete on words.erasure to huiyin_worker;
