-- Retention 保存期限: traces beside the files have terms too: codes, receipts, what was said and could not be done, the log of openings.

create table retention.swept (
  region    text    not null,
  class     text    not null,
  erased_on date    not null,
  erased    integer not null,
  primary key (region, class, erased_on)
);
comment on table  retention.swept        is '到期删除的痕迹：哪一类、哪天、多少条；没有内容，没有名字';
comment on column retention.swept.class  is '保存期限的类别，见 data/retention.json';
grant select on retention.swept to huiyin_office;
grant select, insert, update on retention.swept to huiyin_worker;

grant delete on intake.code to huiyin_worker;
grant delete on intake.arrival to huiyin_worker;
grant select (region, id, taken_at) on intake.arrival to huiyin_worker;
grant select, delete on transparency.message to huiyin_worker;

-- Nobody may change the log of openings (不变量 36). What is older than its term goes whole segments at a time,
-- by this function alone, which keeps three years whoever calls it; the closing with its hash stays.
create table access.forgotten (
  region       text        not null,
  segment      uuid        not null,
  forgotten_at timestamptz not null,
  primary key (region, segment)
);
comment on table access.forgotten is '期满删除的查阅记录分段；收尾的摘要仍在，少了哪段都说得清';
grant select on access.forgotten to huiyin_office, huiyin_worker;

create function access.forget_old(of_region text, before timestamptz, at timestamptz) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare
  gone integer;
begin
  with old as (
    select segment from access.closing
    where region = of_region and closed_at < least(before, at - interval '3 years', now() - interval '3 years')
      and not exists (select from access.forgotten f where f.region = of_region and f.segment = closing.segment)
    limit 500
  ), said as (
    insert into access.forgotten (region, segment, forgotten_at) select of_region, segment, at from old returning segment
  ), deleted as (
    delete from access.opening o using said where o.region = of_region and o.segment = said.segment returning 1
  ) select count(*) into gone from deleted;
  return gone;
end $$;
comment on function access.forget_old is '删除满三年的查阅记录，整段删除；不到三年的，谁叫都不删';
revoke all on function access.forget_old from public;
grant execute on function access.forget_old to huiyin_worker;
